"""Drawing payments day by day or week by week within a round: which days a draw is of, and what may be asked."""

from collections.abc import Collection
from datetime import date, timedelta

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules.planning import Frequency, Span
from varvet.registers.self_checks.rules.round import Method

SUNDAY = 6
MOST_EACH, USUAL_EACH = 50, 3
FORM = "utbetalning"  # the shipped form for payments
PERIODS = {
    Frequency.DAY: marked("Varje dag som har utbetalningar"),
    Frequency.WEEK: marked("Varje vecka som har utbetalningar"),
}


def periods(span: Span, every: Frequency) -> list[Span]:
    """The days of a round, or its weeks from Monday to Sunday, cut where the round begins and ends."""
    found, first = [], span.first
    while first <= span.last:
        ends = first + timedelta(days=SUNDAY - first.weekday()) if every is Frequency.WEEK else first
        found.append(Span(first, min(ends, span.last)))
        first = ends + timedelta(days=1)
    return found


def to_draw(span: Span, every: Frequency, until: date, drawn: Collection[date]) -> list[Span]:
    """Those that are over by the day `until`, and of which nothing is drawn. `drawn`: first days."""
    return [one for one in periods(span, every) if one.last <= until and one.first not in drawn]


def check_payments(method: str) -> None:
    if method != Method.PAYMENT_CHECK:
        sentence = marked("Den här egenkontrollen är inget stickprov av utbetalningar.")
        raise RuleBroken("self_check.payments.method", sentence)


def check_days(until: date, today: date, left: Collection[Span]) -> None:
    if until >= today:
        sentence = marked("Välj en dag som är över, senast i går.")
        raise RuleBroken("self_check.payments.ahead", sentence, field="until")
    if not left:
        sentence = marked("Allt är redan draget till och med den dagen. Välj en senare dag.")
        raise RuleBroken("self_check.payments.drawn", sentence, field="until")


def nothing_paid() -> RuleBroken:
    sentence = marked("Listan har inga utbetalningar de dagarna. Läs in en nyare lista.")
    return RuleBroken("self_check.payments.none", sentence, field="until")
