"""A round's frames, what was drawn from them, and what was wrong with the lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from varvet.extracts.findings import LABELS, SETS_ASIDE, Fault
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.reading import note_reading
from varvet.registers.self_checks.models import Case, ColumnChoice, Draw, Frame, Round
from varvet.registers.self_checks.rules import CaseState, drawing

FOUND = "case_numbers"  # the part of a round that is read when codes become the list's own numbers


@dataclass(frozen=True)
class Wrong:
    """What was wrong in a list: a marked text, the field, how many rows, the first ones' numbers."""

    label: str
    field: str
    count: int
    rows: str
    sets_aside: bool
    is_twice: bool


@dataclass(frozen=True)
class Part:
    """A stratum of a frame: how many rows it has, and how many of them are drawn and not left out."""

    stratum: str
    population: int
    sample: int


@dataclass(frozen=True)
class FrameShown:
    """`seed` is empty until something is drawn: nobody can try draws in advance."""

    number: int
    kind: str
    source: str
    read_at: datetime
    size: int
    read: int
    sha256: str
    seed: str
    traits: tuple[str, ...]
    faults: tuple[Wrong, ...]
    parts: tuple[Part, ...]
    draws: int

    @property
    def drawn(self) -> int:
        return sum(part.sample for part in self.parts)


def list_frames(round_: Round) -> list[FrameShown]:
    """The newest first. Days of payments have a page of their own."""
    frames = Frame.objects.filter(round=round_, first_day__isnull=True).order_by("-number").prefetch_related("draws")
    cases = list(round_.cases.exclude(state=CaseState.LEFT_OUT).values_list("draw", "stratum"))
    return [_shown(frame, list(frame.draws.all()), cases) for frame in frames]


def _shown(frame: Frame, draws: Sequence[Draw], cases: Sequence[tuple[int, str]]) -> FrameShown:
    numbers = {draw.number for draw in draws}
    drawn = [stratum for number, stratum in cases if number in numbers]
    sizes = drawing.populations(drawing.from_text(frame.rows), frame.trait_codes)
    return FrameShown(
        number=frame.number,
        kind=frame.kind,
        source=frame.source,
        read_at=frame.read_at,
        size=frame.size,
        read=frame.read,
        sha256=frame.sha256,
        seed=frame.seed if draws else "",
        traits=frame.trait_codes,
        faults=tuple(_fault(line) for line in frame.findings.splitlines()),
        parts=tuple(Part(name, size, drawn.count(name)) for name, size in sizes.items()),
        draws=len(draws),
    )


def _fault(line: str) -> Wrong:
    fault, field, count, rows = line.split("\t")
    kind = Fault(fault)
    shown = rows.replace(",", ", ")
    return Wrong(LABELS[kind], field, int(count), shown, kind in SETS_ASIDE, kind is Fault.DUPLICATE)


def list_drawn(round_: Round) -> list[Case]:
    """Cases that were drawn, those left out included, by number."""
    return list(round_.cases.filter(draw__gte=1).select_related("replacement").order_by("number"))


def drawn_of(round_: Round, number: int) -> Case | None:
    return round_.cases.filter(number=number, draw__gte=1).first()


def codes_to_find(reader: Reader, round_: Round) -> dict[str, int]:
    """Code -> number of those waiting for review. The reading is noted."""
    note_reading(round_, FOUND, by=reader.user)
    waiting = round_.cases.filter(draw__gte=1, state=CaseState.TO_REVIEW)
    return dict(waiting.values_list("code", "number"))


def sources_of(root: Unit) -> list[str]:
    """Names under which columns are remembered."""
    kinds = [kind.value for kind in drawing.FrameKind]
    rows = ColumnChoice.objects.filter(root=root, kind__in=kinds).order_by("source")
    return list(rows.values_list("source", flat=True).distinct())
