"""What one's own records ask of other registers and have no answer to: the open ones are the reconciliation."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Referral
from varvet.kernel.records.panels import Figure, Panel, Sentence, StartPanel
from varvet.kernel.records.registry import Register, list_registers


def tell_unanswered(reader: Reader) -> Panel | None:
    """For those who handle the records that ask, and of those only what their own register lets them see."""
    handled = [register for register in list_registers() if _handles(register, reader)]
    if not handled:
        return None
    asking = Referral.objects.filter(state=Referral.State.OPEN, origin__root=reader.root)
    kinds = set(asking.values_list("origin__kind", flat=True).distinct())
    sentences = (_sentence(register, reader) for register in handled if register.kind in kinds)
    told = tuple(sentence for sentence in sentences if sentence)
    return Panel(_("Väntar på andra"), sentences=told) if told else None


def _handles(register: Register, reader: Reader) -> bool:
    return any(reader.has(code) for code in register.tasks_for)


def _sentence(register: Register, reader: Reader) -> Sentence | None:
    units = frozenset[int]().union(*(reader.units(code) for code in register.tasks_for))
    seen = register.visible_to(reader).filter(unit_id__in=units)
    rows = Referral.objects.filter(state=Referral.State.OPEN, origin__in=seen.values("pk"))
    asked = list(rows.values_list("asked_at", flat=True).order_by("asked_at"))
    if not asked:
        return None
    days = (reader.today - day_of(asked[0])).days
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
