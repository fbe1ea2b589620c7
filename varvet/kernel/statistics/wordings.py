"""The honest sentence: what a sample, a change or an agreement does and does not say, chosen from its figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.statistics.change import expected_by_chance
from varvet.kernel.statistics.files import whole_files
from varvet.kernel.statistics.planning import Round, smallest_step
from varvet.kernel.statistics.shares import Interval, newcombe, wilson

SMALL = 10  # fewer in a sample and nothing can be concluded
FEW_TWICE = 30  # fewer reviewed twice, and only the share judged alike is shown

NOTHING = marked("Det fanns inget att granska.")
TOO_SMALL = marked("Urvalet är för litet för att dra slutsatser.")
CENSUS = marked("Totalundersökning – ingen urvalsosäkerhet.")
FILES = marked("Troligen uppfyller {low}–{high} av alla {population} målet.")
PERCENT = marked("I hela verksamheten kan det vara mellan {low} och {high} procent.")
TOO_SMALL_TO_COMPARE = marked("Urvalet är för litet för att jämföra med förra gången.")
BETTER = marked("Förändringen är säkerställd: fler uppfyller målet än förra gången.")
WORSE = marked("Förändringen är säkerställd: färre uppfyller målet än förra gången.")
NOT_CERTAIN = marked("Förändringen är inte säkerställd.")
SMALLEST = marked("Med dessa urval kan vi bara se skillnader på minst cirka {points} procentenheter.")
NO_STEP = marked("Med dessa urval går det inte att se någon skillnad säkert.")
SAME = marked("Alla granskades båda gångerna. Andelen är densamma.")
MORE = marked("Alla granskades båda gångerna. Andelen är {points} procentenheter högre.")
LESS = marked("Alla granskades båda gångerna. Andelen är {points} procentenheter lägre.")
BY_CHANCE = marked("Skillnaden kan bero på slumpen.")
NOT_BY_CHANCE = marked("Skillnaden är större än vad slumpen brukar ge.")
MANY = marked("{expected} av {compared} jämförelser kan väntas slå ut av slump.")
FEW_JUDGED_TWICE = marked("Färre än {few} är granskade av två. Därför visas bara hur många som bedömdes lika.")


@dataclass(frozen=True)
class Seen:
    """What a round saw. `population` None when nobody knows how many there are."""

    fulfilled: int
    reviewed: int
    population: int | None = None

    @property
    def is_census(self) -> bool:
        return self.population == self.reviewed

    @property
    def is_small(self) -> bool:
        return self.reviewed < SMALL and not self.is_census


def of_sample(seen: Seen) -> Sentence:
    """How far the result can be trusted to tell about all."""
    if not seen.reviewed:
        return Sentence(NOTHING)
    if seen.is_census:
        return Sentence(CENSUS)
    if seen.is_small:
        return Sentence(TOO_SMALL)
    if seen.population is None:
        return Sentence(PERCENT, in_percent(wilson(seen.fulfilled, seen.reviewed)))
    files = whole_files(seen.fulfilled, seen.reviewed, seen.population)
    return Sentence(FILES, {"low": files.low, "high": files.high, "population": files.population})


def in_percent(interval: Interval) -> dict[str, object]:
    """Whole percent, outwards never past 0 and 100."""
    return {"low": half_up(100 * interval.low), "high": half_up(100 * interval.high)}


def half_up(value: float) -> int:
    return int(value + 0.5 + 1e-9)


def of_change(now: Seen, before: Seen) -> Iterator[Sentence]:
    """Words, not arrows: whether the step from the round before is more than chance, and which steps could be seen."""
    if not now.reviewed or not before.reviewed:
        return
    if now.is_census and before.is_census:
        yield _of_all(now, before)
    elif now.is_small or before.is_small:
        yield Sentence(TOO_SMALL_TO_COMPARE)
    else:
        yield from _of_samples(now, before)


def _of_all(now: Seen, before: Seen) -> Sentence:
    step = half_up(100 * now.fulfilled / now.reviewed) - half_up(100 * before.fulfilled / before.reviewed)
    if not step:
        return Sentence(SAME)
    return Sentence(MORE if step > 0 else LESS, {"points": abs(step)})


def _of_samples(now: Seen, before: Seen) -> Iterator[Sentence]:
    populations = (now.population, before.population)
    step = newcombe((now.fulfilled, now.reviewed), (before.fulfilled, before.reviewed), populations)
    if not step.holds(0):
        yield Sentence(BETTER if step.low > 0 else WORSE)
        return
    yield Sentence(NOT_CERTAIN)
    rounds = Round(before.reviewed, before.population), Round(now.reviewed, now.population)
    points = smallest_step(before.fulfilled / before.reviewed, *rounds)
    yield Sentence(NO_STEP) if points is None else Sentence(SMALLEST, {"points": points})


def of_ratio(ratio: Interval) -> Sentence:
    """Of two counts or rates."""
    return Sentence(BY_CHANCE if ratio.holds(1) else NOT_BY_CHANCE)


def of_many(compared: int) -> Sentence | None:
    """When so many are compared that one is expected to stand out by chance alone."""
    expected = half_up(expected_by_chance(compared))
    return Sentence(MANY, {"expected": expected, "compared": compared}) if expected else None


def of_agreement(twice: int) -> Sentence | None:
    """Why kappa is not shown, when it is not."""
    return Sentence(FEW_JUDGED_TWICE, {"few": FEW_TWICE}) if twice < FEW_TWICE else None
