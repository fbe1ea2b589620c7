"""How long things took at a unit, with those still waiting named beside the median."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.insight.measures.lead_times import LeadTime
from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page.asked import Asked, figure
from varvet.insight.unit_page.value import TimeRow, Times
from varvet.insight.unit_page.waiting import Open
from varvet.kernel.records.registry import get_measure
from varvet.kernel.ui.words import decimal, integer

DASH = "–"
NOT_ASSESSED = "received"  # the state in which a record waits for its assessment


def times_of(asked: Asked, waiting: list[Open]) -> Times | None:
    """None where nothing has been measured, now or in the period before."""
    codes = [code for code in (ask.TO_ASSESSMENT, ask.TO_CLOSING) if asked.has(code)]
    rows = [row for code in codes if (row := _row(asked, code))]
    if not rows:
        return None
    return Times(_reading(asked, codes), tuple(rows), tuple(_still_open(waiting)))


def _row(asked: Asked, code: str) -> TimeRow | None:
    question = asked.question(code)
    took, earlier = asked.took(question), asked.took(asked.question(code, during=asked.before))
    if took is None and earlier is None:
        return None
    return TimeRow(
        name=_(get_measure(code).label),
        number=figure(question, took.number if took else 0),
        median=_median(took),
        half=DASH if took is None or took.few else f"{_number(took.lower)}–{_number(took.upper)}",
        longest=DASH if took is None else _number(took.longest),
        before=_median(earlier),
    )


def _median(took: LeadTime | None) -> str:
    if took is None:
        return DASH
    return _("för få") if took.few else _number(took.median)


def _number(days: float) -> str:
    return integer(int(days)) if float(days).is_integer() else decimal(days, 1)


def _reading(asked: Asked, codes: list[str]) -> str:
    """About the last step that has enough to say."""
    sentences = {
        ask.TO_ASSESSMENT: _("Hälften bedömdes inom {days} dagar."),
        ask.TO_CLOSING: _("Hälften avslutades inom {days} dagar från att de kom in."),
    }
    enough = {code: took for code in codes if (took := asked.took(asked.question(code))) and not took.few}
    if not enough:
        return _("För få är klara för att säga hur lång tid det brukar ta.")
    code = next(iter(enough))
    return sentences[code].format(days=_number(enough[code].median))


def _still_open(waiting: list[Open]) -> Iterator[str]:
    """A median of what is done says nothing of what is not: the open ones are told."""
    own = [each for each in waiting if each.kind == ask.REGISTER]
    unassessed = [each for each in own if each.status == NOT_ASSESSED]
    if count := sum(each.count for each in unassessed):
        yield ngettext(
            "{count} väntar ännu på bedömning, sedan {days} dagar. Den ingår inte.",
            "{count} väntar ännu på bedömning, den äldsta sedan {days} dagar. De ingår inte.",
            count,
        ).format(count=count, days=integer(max(each.days for each in unassessed)))
    others = [each for each in own if each.status != NOT_ASSESSED]
    if count := sum(each.count for each in others):
        yield ngettext(
            "{count} är bedömd men inte avslutad. Den kom in för {days} dagar sedan.",
            "{count} är bedömda men inte avslutade. Den äldsta kom in för {days} dagar sedan.",
            count,
        ).format(count=count, days=integer(max(each.days for each in others)))
