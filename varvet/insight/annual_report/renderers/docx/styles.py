"""The Word styles of the report: one place for type, colour and spacing; paragraphs only name a style."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from varvet.insight.annual_report.value import Meta
from varvet.kernel.paper.docx import styles
from varvet.kernel.paper.docx.styles import ACCENT, INK, MUTED, Properties, Style
from varvet.kernel.paper.typefaces import DISPLAY, SANS, SERIF

PARAGRAPHS = {
    "Normal": Style(SERIF, 10.5, based=None),
    "Body Text": Style(SERIF, 10.5, after=7, line=1.08, right=38),
    "Heading 1": Style(DISPLAY, 22, ACCENT, 28, 10, keep_with_next=True),
    "Heading 2": Style(SANS, 13, INK, 20, 6, keep_with_next=True, bold=True),
    "Heading 3": Style(SANS, 11, INK, 14, 4, keep_with_next=True, bold=True),
    "Title": Style(DISPLAY, 40, ACCENT, after=6),
    "Subtitle": Style(SANS, 16, after=8),
    "Cover Fact": Style(SANS, 10.5, after=4, tab=34),
    "Lead": Style(SERIF, 14.5, after=9, line=1.05, right=12),
    "Key Figure": Style(SANS, 10.5, before=4, after=4, tab=30, hanging=30, border="top"),
    "Caption": Style(SANS, 10, before=14, after=1, keep_with_next=True, bold=True),
    "Table Count": Style(SANS, 8.5, MUTED, after=5, keep_with_next=True),
    "Table Text": Style(SANS, 9.2, before=2.4, after=2.4),
    "Table Head": Style(SANS, 8.5, before=2.4, after=2.4, based="Table Text", bold=True, keep_with_next=True),
    "Table Total": Style(SANS, 9.2, before=2.4, after=2.4, based="Table Text", bold=True),
    "Table Note": Style(SANS, 8.2, MUTED, before=3),
    "Figure": Style(SANS, 9, before=2, after=4, keep_with_next=True),
    "Reading": Style(SERIF, 10.5, line=1.1, right=15, italic=True),
    "To Be Written": Style(SANS, 9.5, MUTED, before=10, after=12, left=2.3, right=40, border="dashed"),
    "List Bullet": Style(SERIF, 10.5, after=3, line=1.08, right=38, based=None),
    "TOC Heading": Style(DISPLAY, 22, ACCENT, after=12, keep_with_next=True),
    "toc 1": Style(SANS, 11, before=9, bold=True, page_tab=150),
    "toc 2": Style(SANS, 10, before=4, left=5, page_tab=150),
    "Header": Style(SANS, 8, MUTED, page_tab=165),
    "Footer": Style(SANS, 8, MUTED),
    "footnote text": Style(SANS, 8.5, MUTED, after=2),
}


def prepare(doc: Document, meta: Meta) -> None:
    about = Properties(title=meta.title, subject=f"{meta.subtitle}, {meta.period}", author=meta.organisation)
    styles.prepare(doc, PARAGRAPHS, about)
    reference: Any = doc.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    key: Any = doc.styles.add_style("Key Number", WD_STYLE_TYPE.CHARACTER)
    styles.set_font(key, DISPLAY)
    key.font.size, key.font.color.rgb = Pt(26), ACCENT
