"""Reads a small list as rows of the columns that are known."""

from pathlib import Path
from tempfile import TemporaryDirectory

from varvet.extracts.apart.asked import Refused
from varvet.extracts.apart.asked_of_rows import ReadRows, RowsTold, RowTold
from varvet.extracts.mappings import simplified
from varvet.extracts.reading.tables import open_table
from varvet.kernel.records.errors import RuleBroken


def answer(asked: ReadRows, content: bytes) -> RowsTold | Refused:
    try:
        return _read(asked, content)
    except RuleBroken as broken:
        return Refused(broken.code, broken.wording, {name: str(value) for name, value in broken.values.items()})


def _read(asked: ReadRows, content: bytes) -> RowsTold:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "list"
        file.write_bytes(content)
        table = open_table(file, asked.known, asked.limits)
        heads = [simplified(head) for head in table.heading.names]
        places = {asked.known[head]: at for at, head in enumerate(heads) if head in asked.known}
        rows = [
            RowTold(number, {name: cells[at] for name, at in places.items()}) for number, cells in table.rows if cells
        ]
    return RowsTold(tuple(places), tuple(rows))
