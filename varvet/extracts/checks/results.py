"""What a list check found: counts by group and sex, the share with its interval, and what could not be counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from varvet.extracts.checks.shapes import Over, Round, State
from varvet.extracts.checks.survival import FEW, Life, Share, Step, by_deadline, curve, followed, wilson
from varvet.extracts.findings import Finding

FEW_CASES = 10  # below it a share says nothing


@dataclass(frozen=True)
class Cell:
    """Cases of a group and sex with the same answer; `days` from the deadline, None without one."""

    group: str | None
    sex: str | None
    state: State
    over: Over
    extended: bool
    days: int | None
    count: int


@dataclass(frozen=True)
class Line:
    """`group` and `sex` are empty for all of them. `late_now`: open, and past the deadline; among the missed."""

    group: str
    sex: str
    met: int
    missed: int
    pending: int
    left: int
    late_now: int
    share: Share | None
    is_estimate: bool  # of a curve, since some were open and not yet due
    few: bool

    @property
    def counted(self) -> int:
        """The denominator: those whose answer is known."""
        return self.met + self.missed

    @property
    def whole(self) -> int:
        return self.counted + self.pending + self.left


@dataclass(frozen=True)
class Curves:
    """Kept deadline and extended deadline, each from its own cases; an extension is no way to be on time unseen."""

    ordinary: tuple[Step, ...]
    extended: tuple[Step, ...]


@dataclass(frozen=True)
class Counts:
    """Rows of the list. read = counted + apart + outside + aside."""

    read: int
    counted: int
    apart: int
    outside: int
    aside: int
    extended: int
    unexplained: int


@dataclass(frozen=True)
class Result:
    """`lines`: all, then by sex, then each group and its sexes."""

    used: Round
    counts: Counts
    findings: tuple[Finding, ...]
    lines: tuple[Line, ...]
    curves: Curves

    @property
    def total(self) -> Line:
        return self.lines[0]


UNKNOWN = "unknown"


def lines_of(cells: Iterable[Cell]) -> tuple[Line, ...]:
    """Sorted by group; a case without group or sex stands as unknown, so that each set of lines adds up."""
    gathered: dict[tuple[str, str], list[Cell]] = {("", ""): []}
    for cell in cells:
        group, sex = cell.group or UNKNOWN, cell.sex or UNKNOWN
        for key in {("", ""), ("", sex), (group, ""), (group, sex)}:
            gathered.setdefault(key, []).append(cell)
    only_unknown = {group for group, _ in gathered} == {"", UNKNOWN}
    keys = [key for key in sorted(gathered, key=_place) if not (only_unknown and key[0])]
    return tuple(_line(*key, gathered[key]) for key in keys)


def _place(key: tuple[str, str]) -> tuple[bool, str, str]:
    """All of them first, what is unknown last."""
    return key[0] == UNKNOWN, key[0], key[1]


def curves_of(cells: Iterable[Cell]) -> Curves:
    cells = list(cells)
    ordinary, extended = (_lives(cell for cell in cells if cell.extended is which) for which in (False, True))
    return Curves(curve(ordinary), curve(extended))


def _line(group: str, sex: str, cells: list[Cell]) -> Line:
    counts = _by_state(cells)
    met, missed = counts[State.MET], counts[State.MISSED]
    lives = _lives(cells)
    is_estimate = bool(counts[State.PENDING] or counts[State.LEFT]) and bool(lives)
    share = by_deadline(lives) if is_estimate else wilson(met, met + missed) if met + missed else None
    return Line(
        group,
        sex,
        met,
        missed,
        counts[State.PENDING],
        counts[State.LEFT],
        sum(cell.count for cell in cells if cell.state is State.MISSED and cell.over is Over.OPEN and lives),
        share,
        is_estimate,
        followed(lives) < FEW if is_estimate else met + missed < FEW_CASES,
    )


def _by_state(cells: Iterable[Cell]) -> Mapping[State, int]:
    counts = dict.fromkeys(State, 0)
    for cell in cells:
        counts[cell.state] += cell.count
    return counts


def _lives(cells: Iterable[Cell]) -> list[Life]:
    return [Life(cell.days, cell.over, cell.count) for cell in cells if cell.days is not None]
