"""One risk as it has been: each time it was scored or looked at, and what came true."""

from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import is_visible, list_registers
from varvet.registers.risks.models import KIND, Happening, Risk, What


@dataclass(frozen=True)
class CameTrue:
    """`seen` are those the reader may open; of the others only how many there are."""

    seen: list[Record]
    total: int


def list_happenings(risk: Risk) -> list[Happening]:
    """The newest first."""
    return list(risk.happenings.select_related("by", "record").order_by("-on", "-pk"))


def came_true(reader: Reader, happenings: list[Happening]) -> CameTrue:
    records = [one.record for one in happenings if one.what == What.OCCURRED and one.record]
    return CameTrue([record for record in records if is_visible(reader, record)], len(records))


def find_record(reader: Reader, reference: str) -> Record | None:
    """The record of another register that the reader may open, by its reference as people write it."""
    asked = reference.strip().upper()
    kinds = [register.kind for register in list_registers() if register.kind != KIND]
    found = Record.objects.filter(root=reader.root, reference=asked, kind__in=kinds).first()
    return found if found and is_visible(reader, found) else None
