"""Tables in Word: real header rows, names of rows, widths in millimetres, and a description for those who listen."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.value import Align, Cell, Role, Row, Span, Table
from varvet.kernel.paper.docx.grids import NAME_MARGIN, Caption, Part, describe, mark_rows
from varvet.kernel.paper.docx.styles import MUTED

FULL, TEXT = 165, 125  # mm, as in the PDF


def add_table(doc: Document, table: Table) -> None:
    wide = widths(table)
    style_ids = {name: str(doc.styles[name].style_id) for name in ("Table Head", "Table Text", "Table Total")}
    grid = doc.add_table(rows=1 + len(table.rows), cols=len(wide), style="Varvet Table")
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    describe(grid, Caption(f"{table.label} {table.title}", table.counts), named_parts(table))
    mark_rows(grid)
    for column, width in zip(grid.columns, wide, strict=True):
        column.width = width
    heads = Row(tuple(Cell(column.label) for column in table.columns))
    rows = list(zip(grid.rows, [heads, *table.rows], strict=True))
    for y, (word_row, row) in enumerate(rows):
        style = "Table Head" if y == 0 else "Table Total" if row.role is Role.TOTAL else "Table Text"
        keep = y < len(rows) - 1 or bool(table.notes)
        fill_row(word_row, row, table, Look(style_ids[style], keep, wide))


@dataclass(frozen=True)
class Look:
    """How the cells of one row are set."""

    style_id: str
    keep_with_next: bool
    widths: list[Length]


def widths(table: Table) -> list[Length]:
    total = FULL if table.span is Span.FULL else TEXT
    fixed = {i: float(c.width[:-2]) for i, c in enumerate(table.columns) if c.width.endswith("mm")}
    shares = {i: float(c.width[:-2]) for i, c in enumerate(table.columns) if c.width.endswith("fr")}
    a_share = (total - sum(fixed.values())) / (sum(shares.values()) or 1)
    return [Mm(fixed[i] if i in fixed else shares[i] * a_share) for i in range(len(table.columns))]


def named_parts(table: Table) -> frozenset[Part]:
    has_total = bool(table.rows) and table.rows[-1].role is Role.TOTAL
    return frozenset({Part.FIRST_ROW, Part.FIRST_COLUMN, *({Part.LAST_ROW} if has_total else ())})


def fill_row(word_row: Any, row: Row, table: Table, look: Look) -> None:
    for x, (word_cell, cell) in enumerate(zip(word_row.cells, row.cells, strict=True)):
        word_cell.width = look.widths[x]
        paragraph = word_cell.paragraphs[0]
        paragraph._p.style = look.style_id  # by id: a search by name in every cell took a second in all
        paragraph.alignment = (
            WD_ALIGN_PARAGRAPH.RIGHT if table.columns[x].align is Align.RIGHT else WD_ALIGN_PARAGRAPH.LEFT
        )
        paragraph.paragraph_format.keep_with_next = look.keep_with_next
        fill_cell(paragraph, cell, look.style_id)
        if x == 0:
            word_cell._tc.get_or_add_tcPr().append(parse_xml(NAME_MARGIN))


def fill_cell(paragraph: Paragraph, cell: Cell, style_id: str) -> None:
    run = paragraph.add_run(cell.text)
    if cell.sub:
        run.bold = True
        paragraph.add_run().add_break()
        paragraph.add_run(cell.sub).font.color.rgb = MUTED
    elif style_id == "TableText" and formats.is_nothing(cell.text):
        run.font.color.rgb = MUTED
