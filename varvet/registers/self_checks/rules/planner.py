"""What a sample of n out of N can and cannot show, before anybody draws it."""

from collections.abc import Iterator
from dataclasses import dataclass

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.statistics import planning
from varvet.kernel.statistics.planning import Round
from varvet.kernel.statistics.wordings import CENSUS, SMALL, TOO_SMALL, half_up

WIDE, NARROW = 10, 5  # percentage points, plus or minus
USUAL = 70  # percent, where nobody knows
MOST = 2_000  # files of a sample

SHOWS = marked("Med {sample} av {population} blir osäkerheten högst ±{points} procentenheter.")
SEES = marked("Nästa gång syns en förändring på minst {step} procentenheter.")
SEES_NOTHING = marked("Nästa gång syns ingen förändring säkert.")
COSTS = marked("En procentenhet mindre osäkerhet kostar {files} till.")


@dataclass(frozen=True)
class Asked:
    """`share` in percent: about how many are thought to fulfil the goal."""

    population: int
    sample: int
    share: int = USUAL


@dataclass(frozen=True)
class Row:
    """`points`: at most so many percentage points of uncertainty; `step`: the smallest change seen, None for none."""

    sample: int
    points: int
    step: int | None
    is_asked: bool


def fitting(population: int, sample: int | None, share: int) -> Asked:
    """What was asked within what can be; without a sample, the one for plus or minus ten."""
    chosen = planning.files_needed(population, WIDE) if sample is None else sample
    return Asked(population, max(1, min(chosen, population, MOST)), max(1, min(share, 99)))


def rows(asked: Asked) -> list[Row]:
    """Ten, twenty, what plus or minus ten and five take, and what was asked for: in order."""
    needed = (planning.files_needed(asked.population, points) for points in (WIDE, NARROW))
    sizes = {10, 20, *needed, asked.sample}
    return [row(asked, size) for size in sorted(sizes) if size <= min(asked.population, MOST)]


def row(asked: Asked, sample: int) -> Row:
    points = half_up(planning.margin(sample, asked.population))
    return Row(sample, points, _step(asked, sample), sample == asked.sample)


def _step(asked: Asked, sample: int) -> int | None:
    seen = Round(sample, asked.population)
    return 1 if sample == asked.population else planning.smallest_step(asked.share / 100, seen, seen)


def sentences(asked: Asked) -> Iterator[Sentence]:
    """Whether it is enough, how sure it is, what change it sees, and what more would cost."""
    if asked.sample == asked.population:
        yield Sentence(CENSUS)
        return
    if asked.sample < SMALL:
        yield Sentence(TOO_SMALL)
    found = row(asked, asked.sample)
    yield Sentence(SHOWS, {"sample": asked.sample, "population": asked.population, "points": found.points})
    yield Sentence(SEES_NOTHING) if found.step is None else Sentence(SEES, {"step": found.step})
    if found.points > 1:
        more = planning.files_needed(asked.population, planning.margin(asked.sample, asked.population) - 1)
        yield Sentence(COSTS, {"files": max(1, more - asked.sample)})
