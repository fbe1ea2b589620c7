"""What was found, with what answers it: actions that the reader may open, or the reason why there is none."""

from collections import defaultdict
from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import is_visible
from varvet.registers.inspections.models import Inspection, Point
from varvet.registers.inspections.rules import needs_action


@dataclass(frozen=True)
class PointRead:
    """A finding with its actions; `hidden` is how many of them are not the reader's to see."""

    point: Point
    actions: tuple[Record, ...]
    hidden: int

    @property
    def settled(self) -> bool:
        answered = bool(self.actions or self.hidden or self.point.no_action)
        return answered or not needs_action(self.point.kind)


def read_points(reader: Reader, inspection: Inspection) -> list[PointRead]:
    by_part: dict[str, list[Record]] = defaultdict(list)
    for part, record in list_answers(inspection):
        by_part[part].append(record)
    return [_read(reader, point, by_part[point.part]) for point in inspection.points.all()]


def _read(reader: Reader, point: Point, records: list[Record]) -> PointRead:
    seen = tuple(record for record in records if is_visible(reader, record))
    return PointRead(point, seen, len(records) - len(seen))
