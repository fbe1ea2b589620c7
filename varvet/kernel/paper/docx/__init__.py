"""A document as a Word file with real styles, made to be worked on further, and what is needed to make one."""

import io

import docx
from docx.document import Document
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from varvet.kernel.paper import characters, texts
from varvet.kernel.paper.docx import fonts, looks
from varvet.kernel.paper.docx.pieces import add_page_number
from varvet.kernel.paper.docx.same_bytes import repacked
from varvet.kernel.paper.docx.styles import INK, MUTED, Properties, prepare
from varvet.kernel.paper.docx.writer import Writer
from varvet.kernel.paper.value import Paper


def render_docx(paper: Paper) -> bytes:
    """The same value gives the same bytes."""
    paper = characters.for_xml(paper)
    doc = docx.Document()
    prepare(doc, looks.PARAGRAPHS, Properties(paper.title, f"{paper.kind}, {paper.reference}", paper.sender))
    _add_head_and_foot(doc, paper)
    _add_beginning(doc, paper)
    Writer(doc).write(paper.blocks)
    fonts.embed(doc)
    out = io.BytesIO()
    doc.save(out)
    return repacked(out.getvalue())


def _add_head_and_foot(doc: Document, paper: Paper) -> None:
    """The first page has no head, as it says the same in larger letters."""
    section = doc.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.style = "Header"
    mark = " · ".join(part for part in (texts.DRAFT if paper.draft else "", paper.secrecy) if part)
    head.add_run(f"{paper.kind}, {paper.reference}\t")
    head.add_run(mark).bold = True
    for footer in (section.first_page_footer, section.footer):
        foot = footer.paragraphs[0]
        foot.style = "Footer"
        foot.add_run(f"{paper.colophon}\t")
        add_page_number(foot)


def _add_beginning(doc: Document, paper: Paper) -> None:
    for style, left, word, value in (
        ("Letterhead", paper.sender, texts.DAY, paper.day.isoformat()),
        ("Letterhead Place", paper.place, texts.REFERENCE, paper.reference),
    ):
        line = doc.add_paragraph(style=style)
        line.add_run(left)
        _add_small(line, f"\t{word}", MUTED)
        _add_small(line, f"\t{value}", INK)
    doc.add_paragraph(paper.kind, style="Document Kind").paragraph_format.space_before = Mm(13)
    doc.add_paragraph(paper.title, style="Title")
    if paper.secrecy:
        doc.add_paragraph(paper.secrecy, style="Secrecy")
    if paper.draft:
        note = doc.add_paragraph(style="Note")
        note.add_run(f"{texts.DRAFT}. ").bold = True
        note.add_run(paper.draft)


def _add_small(line: Paragraph, text: str, colour: RGBColor) -> None:
    run = line.add_run(text)
    run.bold, run.font.size, run.font.color.rgb = False, Pt(9.5), colour
