"""What a figure says beside the one before, and whether a conclusion's words say the same: never more than it holds."""

from enum import StrEnum

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.statistics.rates import Counted, ratio
from varvet.kernel.statistics.shares import newcombe
from varvet.kernel.statistics.wordings import BY_CHANCE, SMALL
from varvet.registers.analyses.rules.directions import DOWN, UP
from varvet.registers.analyses.rules.sheet import Figure, Number, Spans
from varvet.registers.analyses.rules.sources import TOLD

BROKEN = marked("Räknas på ett annat sätt från {day}. Jämför inte med tiden före.")
NOT_MEASURED = marked("Det finns inget att jämföra med.")
TOO_FEW = marked("För få för att säga om något har ändrats.")
DAYS = marked("Medianer är inte prövade mot slumpen.")
HIGHER = marked("Högre än väntat, jämfört med perioden före.")
LOWER = marked("Lägre än väntat, jämfört med perioden före.")
MORE_TOLD = marked("Fler än väntat. Det kan betyda att fler rapporterar, och är inte sämre kvalitet.")
FEWER_TOLD = marked("Färre än väntat. Det kan betyda att färre rapporterar, och är inte bättre kvalitet.")

SAYS_UP = marked("Texten talar om en ökning. Siffran är inte högre än i perioden före.")
SAYS_DOWN = marked("Texten talar om en minskning. Siffran är inte lägre än i perioden före.")
UNCERTAIN = marked("Texten talar om en förändring. Skillnaden kan bero på slumpen.")


class Change(StrEnum):
    """What a figure does, as far as it can be told."""

    NOTHING = "nothing"  # it cannot be told
    CHANCE = "chance"
    HIGHER = "higher"
    LOWER = "lower"


def sentence_of(figure: Figure, spans: Spans) -> Sentence:
    """The honest sentence about the period against the one before."""
    if figure.broken_on:
        return Sentence(BROKEN, {"day": figure.broken_on})
    if figure.now.value is None or figure.before.value is None:
        return Sentence(NOT_MEASURED)
    if figure.unit == "dagar":
        return Sentence(DAYS)
    if _is_small(figure):
        return Sentence(TOO_FEW)
    change, told = change_of(figure, spans), figure.code in TOLD
    if change is Change.HIGHER:
        return Sentence(MORE_TOLD if told else HIGHER)
    if change is Change.LOWER:
        return Sentence(FEWER_TOLD if told else LOWER)
    return Sentence(BY_CHANCE)


def change_of(figure: Figure, spans: Spans) -> Change:
    now, before = figure.now, figure.before
    if figure.broken_on or now.value is None or before.value is None or figure.unit == "dagar" or _is_small(figure):
        return Change.NOTHING
    if now.whole and before.whole:
        interval, middle = newcombe((now.part or 0, now.whole), (before.part or 0, before.whole)), 0.0
    else:
        interval = ratio(Counted(int(now.value), spans.now), Counted(int(before.value), spans.before))
        middle = 1.0
    if interval.holds(middle):
        return Change.CHANCE
    return Change.HIGHER if interval.low > middle else Change.LOWER


def disagreement(words: str, figure: Figure | None, spans: Spans) -> str:
    """A marked sentence where the words tell of a change that the figure does not show; empty where they agree."""
    says_up, says_down = bool(UP.search(words)), bool(DOWN.search(words))
    if figure is None or says_up == says_down or figure.now.value is None or figure.before.value is None:
        return ""
    step = _rate(figure.now, spans.now) - _rate(figure.before, spans.before)
    if says_up and step <= 0:
        return SAYS_UP
    if says_down and step >= 0:
        return SAYS_DOWN
    return "" if change_of(figure, spans) in {Change.HIGHER, Change.LOWER} else UNCERTAIN


def compared(figures: list[Figure]) -> int:
    """How many of them are weighed against chance: some stand out by chance alone."""
    return sum(f.unit != "dagar" and f.now.value is not None and f.before.value is not None for f in figures)


def _rate(number: Number, days: int) -> float:
    """A day, for a count; a share or a median as it is."""
    value = number.value or 0.0
    return value if number.whole is not None else value / max(days, 1)


def _is_small(figure: Figure) -> bool:
    now, before = figure.now, figure.before
    if now.whole is not None and before.whole is not None:
        return min(now.whole, before.whole) < SMALL
    return (now.value or 0) + (before.value or 0) < SMALL
