"""Finding a record by its number."""

import re

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import is_visible

NUMBER = re.compile(r"\s*([A-ZÅÄÖ]{2,8})[\s-]?(\d{4})[\s-](\d{1,6})\s*", re.IGNORECASE)


def as_reference(written: str) -> str:
    """ "avv 2026-12" -> "AVV-2026-0012"; empty for what is no number."""
    found = NUMBER.fullmatch(written)
    return f"{found[1].upper()}-{found[2]}-{int(found[3]):04}" if found else ""


def find_visible(reader: Reader, reference: str) -> Record | None:
    """The record when the reader may open it: one that is somebody else's looks like none at all."""
    record = Record.objects.filter(root=reader.root, reference=reference).first()
    return record if record and is_visible(reader, record) else None
