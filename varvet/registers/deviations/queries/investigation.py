"""What an investigation has found: the causes as a tree, their words, and the measures that answer them."""

from collections import defaultdict
from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Record
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import is_visible
from varvet.registers.deviations.models import Cause, Deviation, Narrative, Part


@dataclass(frozen=True)
class CauseRead:
    """A cause with its words, how deep it lies (0 at the top), and the measures the reader may open.

    `hidden` says that it also has a measure the reader may not open.
    """

    cause: Cause
    words: str
    excuse: str
    depth: int
    measures: tuple[Record, ...]
    hidden: bool

    @property
    def unanswered(self) -> bool:
        return not (self.measures or self.hidden or self.cause.needs_no_measure)


def read_causes(reader: Reader, deviation: Deviation) -> list[CauseRead]:
    """In the order of the tree: each cause is followed by those that explain it. The reading is noted."""
    causes = list(deviation.causes.select_related("category"))
    if not causes:
        return []
    note_reading(deviation, "causes", by=reader.user)
    words = _words_of(deviation)
    measures: dict[str, list[Record]] = defaultdict(list)
    for part, record in list_answers(deviation):
        measures[part].append(record)
    return [_read(reader, cause, depth, words, measures[cause.part]) for cause, depth in _as_tree(causes)]


def _read(
    reader: Reader, cause: Cause, depth: int, words: dict[tuple[int, str], str], measures: list[Record]
) -> CauseRead:
    seen = tuple(record for record in measures if is_visible(reader, record))
    said = words.get((cause.pk, Part.CAUSE), "")
    excuse = words.get((cause.pk, Part.NO_MEASURE), "")
    return CauseRead(cause, said, excuse, depth, seen, hidden=len(seen) < len(measures))


def _words_of(deviation: Deviation) -> dict[tuple[int, str], str]:
    rows = Narrative.objects.filter(deviation=deviation, cause__isnull=False).order_by("written_at", "pk")
    return {(row.cause_id or 0, row.part): row.text for row in rows}


def _as_tree(causes: list[Cause]) -> list[tuple[Cause, int]]:
    below: dict[int | None, list[Cause]] = defaultdict(list)
    for cause in causes:
        below[cause.parent_id].append(cause)
    found: list[tuple[Cause, int]] = []
    waiting = [(cause, 0) for cause in reversed(below[None])]
    while waiting:
        cause, depth = waiting.pop()
        found.append((cause, depth))
        waiting.extend((deeper, depth + 1) for deeper in reversed(below[cause.pk]))
    return found
