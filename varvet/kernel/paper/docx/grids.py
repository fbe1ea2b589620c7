"""What every table in Word has: rows that hold together, a head that comes back, and words for those who listen."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

NAME_MARGIN = f'<w:tcMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/></w:tcMar>'


@dataclass(frozen=True)
class Caption:
    """What the table is called, and what it counts or holds."""

    title: str
    description: str


class Part(StrEnum):
    """What the table style sets apart, and what a screen reader takes as names."""

    FIRST_ROW = "firstRow"
    LAST_ROW = "lastRow"
    FIRST_COLUMN = "firstColumn"


NEVER = ("lastColumn",)
WITHOUT_BANDS = ("noHBand", "noVBand")


def describe(grid: Table, caption: Caption, parts: AbstractSet[Part]) -> None:
    properties = grid._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    assert look is not None
    shown = {str(part): int(part in parts) for part in Part} | dict.fromkeys(NEVER, 0) | dict.fromkeys(WITHOUT_BANDS, 1)
    for key, on in shown.items():
        look.set(qn(f"w:{key}"), str(on))
    for tag, said in (("w:tblCaption", caption.title), ("w:tblDescription", caption.description)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), said)
        properties.append(element)


def mark_rows(grid: Table) -> None:
    """No row is parted by a page, and the first comes back on each."""
    for number, row in enumerate(grid.rows):
        flags = row._tr.get_or_add_trPr()
        flags.append(OxmlElement("w:cantSplit"))
        if number == 0:
            flags.append(OxmlElement("w:tblHeader"))
