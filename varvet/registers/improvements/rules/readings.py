"""A measure before and after: what the two figures say, and what they do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.statistics.rates import Counted, ratio
from varvet.kernel.statistics.shares import Interval, newcombe, wilson
from varvet.kernel.statistics.wordings import BY_CHANCE, NOT_BY_CHANCE, SMALL

NOT_MEASURED = marked("Måttet finns inte för hela tiden. Därför går det inte att jämföra.")
TOO_FEW = marked("Antalen är för små för att säga om något har ändrats.")
HIGHER = marked("Måttet är högre efter åtgärden än före.")
LOWER = marked("Måttet är lägre efter åtgärden än före.")
UNCHANGED = marked("Måttet är lika högt efter åtgärden som före.")


@dataclass(frozen=True)
class Span:
    """Both days included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Reading:
    """A measure during a span: a count, or a share (0-1) with what it is a share of. None: nothing was measured."""

    span: Span
    value: float | None
    part: int | None = None
    whole: int | None = None

    @property
    def is_share(self) -> bool:
        return self.whole is not None

    @property
    def interval(self) -> Interval | None:
        """95 %, of a share that is large enough to have one worth showing."""
        if self.part is None or not self.whole or self.whole < SMALL:
            return None
        return wilson(self.part, self.whole)


def span_before(decided_on: date, effect_on: date) -> Span:
    """As long before the decision as there is from it until the effect is judged."""
    days = max((effect_on - decided_on).days, 1)
    return Span(decided_on - timedelta(days=days), decided_on - timedelta(days=1))


def span_after(carried_out_on: date, judged_on: date) -> Span:
    """From the day it was in place until the judgement; the same day where both are one."""
    return Span(min(carried_out_on + timedelta(days=1), judged_on), judged_on)


def compared(before: Reading, after: Reading) -> Iterator[Sentence]:
    """The direction, and whether it is more than chance. Rates a day where counts have spans of different length."""
    if before.value is None or after.value is None or before.is_share != after.is_share:
        yield Sentence(NOT_MEASURED)
        return
    yield Sentence(_direction(_rate(before), _rate(after)))
    if _is_small(before, after):
        yield Sentence(TOO_FEW)
        return
    yield Sentence(NOT_BY_CHANCE if _stands_out(before, after) else BY_CHANCE)


def _rate(reading: Reading) -> float:
    assert reading.value is not None
    return reading.value if reading.is_share else reading.value / reading.span.days


def _direction(before: float, after: float) -> str:
    if after == before:
        return UNCHANGED
    return HIGHER if after > before else LOWER


def _is_small(before: Reading, after: Reading) -> bool:
    if before.whole is not None and after.whole is not None:
        return min(before.whole, after.whole) < SMALL
    assert before.value is not None
    assert after.value is not None
    return before.value + after.value < SMALL


def _stands_out(before: Reading, after: Reading) -> bool:
    if before.whole and after.whole and before.part is not None and after.part is not None:
        return not newcombe((after.part, after.whole), (before.part, before.whole)).holds(0)
    now, then = (Counted(int(r.value or 0), r.span.days) for r in (after, before))
    return not ratio(now, then).holds(1)
