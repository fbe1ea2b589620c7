"""Marks the first cell of every body row as a row header in a tagged PDF, which Typst cannot say yet."""

from collections.abc import Iterator
from enum import Enum
from io import BytesIO

import pikepdf

Element = pikepdf.Object


class Scope(Enum):
    """What the header cells of a row name."""

    COLUMN = "Column"
    ROW = "Row"


def mark_row_headers(pdf_bytes: bytes) -> bytes:
    """Drops Typst's /Headers lists too: they name columns only, and hide the row header from readers."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        for row, is_body in table_rows(pdf.Root.StructTreeRoot):
            mark_row(children(row), Scope.ROW if is_body else Scope.COLUMN)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.preserve, deterministic_id=True)
    return out.getvalue()


def mark_row(cells: list[Element], scope: Scope) -> None:
    for attributes in (found for cell in cells for found in attribute_sets(cell)):
        if "/Headers" in attributes:
            del attributes["/Headers"]
    if scope is Scope.ROW and cells and cells[0].S == "/TD":
        cells[0].S = pikepdf.Name.TH
        cells[0].A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)


def attribute_sets(element: Element) -> list[Element]:
    found = element.get("/A", pikepdf.Array())
    return list(found.as_list()) if isinstance(found, pikepdf.Array) else [found]


def children(element: Element) -> list[Element]:
    found = element.get("/K", pikepdf.Array())
    kids = list(found.as_list()) if isinstance(found, pikepdf.Array) else [found]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def table_rows(element: Element) -> Iterator[tuple[Element, bool]]:
    """Each row of each table, and whether it belongs to the body, as every row of a table without a head does."""
    for kid in children(element):
        if kid.S == "/TR":
            yield kid, True
            continue
        if kid.S in ("/THead", "/TBody"):
            yield from ((row, kid.S == "/TBody") for row in children(kid) if row.S == "/TR")
        else:
            yield from table_rows(kid)
