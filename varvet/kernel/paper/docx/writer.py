"""Writes the blocks of a document into Word, in order."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph as Line

from varvet.kernel.paper import texts
from varvet.kernel.paper.docx.grids import NAME_MARGIN, Caption, Part, describe, mark_rows
from varvet.kernel.paper.docx.numbering import put_in_list, start_again
from varvet.kernel.paper.docx.styles import MUTED
from varvet.kernel.paper.value import Block, Facts, Heading, Missing, Note, Numbered, Paragraph, Table

WIDTH = 165  # mm


class Writer:
    def __init__(self, doc: Document) -> None:
        self.doc = doc

    def write(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                heading = self.doc.add_paragraph(block.text, style=f"Heading {block.level}")
                heading.paragraph_format.page_break_before = block.new_page or None
            case Paragraph():
                self.paragraphs(texts.paragraphs(block.text), "Body Text")
            case Facts():
                self.facts(block)
            case Table():
                self.table(block)
            case Numbered():
                self.numbered(block.items)
            case Note():
                self.doc.add_paragraph(block.text, style="Note")
            case Missing():
                self.missing(block.text)

    def paragraphs(self, said: Sequence[str], style: str) -> None:
        for text in said:
            self.doc.add_paragraph(text, style=style)

    def missing(self, text: str) -> None:
        line = self.doc.add_paragraph(style="To Be Written")
        line.add_run(f"{texts.MISSING} ").bold = True
        line.add_run(text)

    def facts(self, facts: Facts) -> None:
        for left, fact in zip(range(len(facts.rows) - 1, -1, -1), facts.rows, strict=True):
            line = self.doc.add_paragraph(style="Fact")
            line.add_run(f"{fact.term}\t").font.color.rgb = MUTED
            line.add_run(fact.value)
            line.paragraph_format.space_after = None if left else Pt(9)

    def numbered(self, items: Sequence[str]) -> None:
        number = start_again(self.doc)
        for item in items:
            first, *rest = texts.paragraphs(item) or [""]
            line = self.doc.add_paragraph(first, style="List Number")
            put_in_list(line, number)
            self.paragraphs(rest, "List Continue")

    def table(self, table: Table) -> None:
        self.doc.add_paragraph(table.title, style="Caption")
        grid = self.doc.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Varvet Table")
        grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        describe(grid, Caption(table.title, table.title), frozenset({Part.FIRST_ROW, Part.FIRST_COLUMN}))
        mark_rows(grid)
        self.fill(grid, table)
        self.doc.add_paragraph(style="After Table")

    def fill(self, grid: Grid, table: Table) -> None:
        a_share = WIDTH / sum(column.share for column in table.columns)
        widths = [Mm(column.share * a_share) for column in table.columns]
        heads = tuple(column.label for column in table.columns)
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = width
        for number, (row, cells) in enumerate(zip(grid.rows, [heads, *table.rows], strict=True)):
            style = "Table Text" if number else "Table Head"
            for cell, text, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                fill_cell(cell.paragraphs[0], text, str(self.doc.styles[style].style_id))
            row.cells[0]._tc.get_or_add_tcPr().append(parse_xml(NAME_MARGIN))


def fill_cell(line: Line, text: str, style_id: str) -> None:
    """The style by its id: a search by name in every cell is slow."""
    line._p.style = style_id
    line.add_run("\n".join(texts.paragraphs(text)))
