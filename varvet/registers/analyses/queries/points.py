"""Conclusions with what answers them: records that the reader may open, or the reason why there is none."""

from collections import defaultdict
from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import is_visible
from varvet.registers.analyses.models import Analysis


@dataclass(frozen=True)
class Led:
    """What came of a conclusion; `hidden` is how many records are not the reader's to see."""

    records: tuple[Record, ...] = ()
    hidden: int = 0

    @property
    def is_something(self) -> bool:
        return bool(self.records or self.hidden)


def read_led(reader: Reader, analysis: Analysis) -> dict[str, Led]:
    """By the conclusion's part."""
    by_part: dict[str, list[Record]] = defaultdict(list)
    for part, record in list_answers(analysis):
        by_part[part].append(record)
    return {part: _led(reader, records) for part, records in by_part.items()}


def _led(reader: Reader, records: list[Record]) -> Led:
    seen = tuple(record for record in records if is_visible(reader, record))
    return Led(seen, len(records) - len(seen))
