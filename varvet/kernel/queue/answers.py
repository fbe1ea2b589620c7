"""What one's own records ask of other registers and have no answer to: the open ones are the reconciliation."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.queue.questions import handles, list_own
from varvet.kernel.records.panels import Figure, Panel, Sentence, StartPanel
from varvet.kernel.records.registry import list_registers


def tell_unanswered(reader: Reader) -> Panel | None:
    """For those who handle the records that ask, and of those only what their own register lets them see."""
    if not any(handles(register, reader) for register in list_registers()):
        return None
    asked: dict[str, list[datetime]] = {}
    for one in list_own(reader):
        asked.setdefault(one.origin.kind, []).append(one.asked_at)
    kinds = [register.kind for register in list_registers() if register.kind in asked]
    told = tuple(_sentence(asked[kind], reader.today) for kind in kinds)
    return Panel(_("Väntar på andra"), sentences=told) if told else None


def _sentence(asked: list[datetime], today: date) -> Sentence:
    """`asked` oldest first."""
    days = (today - day_of(asked[0])).days
    if not days:
        text = ngettext(
            "{count} fråga till ett annat register saknar svar sedan i dag.",
            "{count} frågor till andra register saknar svar sedan i dag.",
            len(asked),
        )
        return Sentence(text, (("count", Figure(len(asked))),))
    text = ngettext(
        "{count} fråga till ett annat register saknar svar. Den har väntat i {days} dygn.",
        "{count} frågor till andra register saknar svar. Den äldsta har väntat i {days} dygn.",
        len(asked),
    )
    return Sentence(text, (("count", Figure(len(asked))), ("days", Figure(days))))


UNANSWERED = StartPanel((), 20, tell_unanswered)
