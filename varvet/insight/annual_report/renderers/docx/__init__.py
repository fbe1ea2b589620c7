"""The report as a Word file with real styles, captions, footnotes and contents, made to be worked on further."""

import io
import math

import docx
import vl_convert
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from varvet.insight.annual_report.drawings import Drawings, Look
from varvet.insight.annual_report.renderers.docx import styles
from varvet.insight.annual_report.renderers.docx.writer import Writer
from varvet.insight.annual_report.value import Meta, Report
from varvet.kernel.paper import characters
from varvet.kernel.paper.docx import fonts
from varvet.kernel.paper.docx.pieces import add_page_number, add_picture, put_behind_text
from varvet.kernel.paper.docx.same_bytes import repacked
from varvet.kernel.paper.docx.styles import MUTED

MONTH_STARTS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def render(report: Report, drawings: Drawings) -> bytes:
    report = characters.for_xml(report)
    doc = docx.Document()
    styles.prepare(doc, report.meta)
    add_head_and_foot(doc, report.meta)
    add_cover(doc, report.meta)
    pictures = {chart.id: drawings.get(chart, Look.PRINT) for chart in report.charts}
    writer = Writer(doc, pictures)
    writer.write(report)
    doc.add_paragraph(report.meta.colophon, style="Table Note").paragraph_format.space_before = Pt(18)
    writer.notes.save()
    fonts.embed(doc)
    out = io.BytesIO()
    doc.save(out)
    return repacked(out.getvalue())


def cover_art() -> bytes:
    """A part of the year wheel: a tick for each day, longer for weeks and months."""
    ticks = []
    for day in range(365):
        length = 0.70 if day in MONTH_STARTS else 0.83 if day % 7 == 0 else 0.90
        x, y = math.sin(2 * math.pi * day / 365), -math.cos(2 * math.pi * day / 365)
        ticks.append(
            f'<line x1="{160 + 88 * length * x:.2f}" y1="{14 + 88 * length * y:.2f}" x2="{160 + 88 * x:.2f}" '
            f'y2="{14 + 88 * y:.2f}" stroke-width="{0.4 if length == 0.70 else 0.18}"/>'
        )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="840" height="480" viewBox="0 0 210 120">'
        f'<rect width="210" height="120" fill="#14505c"/><g stroke="#fff">{"".join(ticks)}</g></svg>'
    )
    return vl_convert.svg_to_png(svg, scale=2)


def add_cover(doc: Document, meta: Meta) -> None:
    paragraph = doc.add_paragraph()
    put_behind_text(add_picture(paragraph, cover_art(), 210, ""))
    paragraph.paragraph_format.space_after = Mm(112)
    doc.add_paragraph(meta.title, style="Title")
    doc.add_paragraph(meta.subtitle, style="Subtitle")
    owner = doc.add_paragraph(f"{meta.organisation}, {meta.owner}", style="Cover Fact")
    owner.paragraph_format.space_after = Mm(14)
    for name, value in meta.facts:
        fact = doc.add_paragraph(style="Cover Fact")
        fact.add_run(name + "\t").font.color.rgb = MUTED
        fact.add_run(value)


def add_head_and_foot(doc: Document, meta: Meta) -> None:
    section = doc.sections[0]
    section.different_first_page_header_footer = True
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.style = "Header"
    head.add_run(f"{meta.title}\t{meta.whose}")
    foot.style, foot.alignment = "Footer", WD_ALIGN_PARAGRAPH.RIGHT
    add_page_number(foot)
