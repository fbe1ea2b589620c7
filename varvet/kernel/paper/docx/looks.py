"""The Word styles of a case's document: one place for type, colour and spacing."""

from varvet.kernel.paper.docx.styles import ACCENT, INK, MUTED, Style
from varvet.kernel.paper.typefaces import DISPLAY, SANS, SERIF

TERM = 46  # mm for the names of facts

PARAGRAPHS = {
    "Normal": Style(SERIF, 10.5, based=None),
    "Body Text": Style(SERIF, 10.5, after=7, line=1.1, right=38),
    "Heading 1": Style(DISPLAY, 17, ACCENT, 26, 8, keep_with_next=True),
    "Heading 2": Style(SANS, 11.5, INK, 16, 5, keep_with_next=True, bold=True),
    "Heading 3": Style(SANS, 10.5, MUTED, 12, 4, keep_with_next=True, bold=True),
    "Title": Style(DISPLAY, 26, INK, after=9, line=0.95),
    "Letterhead": Style(SANS, 10.5, INK, after=2, bold=True, tabs=(118, 134)),
    "Letterhead Place": Style(SANS, 9.5, MUTED, after=2, tabs=(118, 134)),
    "Document Kind": Style(SANS, 11, ACCENT, after=5, keep_with_next=True, bold=True),
    "Secrecy": Style(SANS, 8.5, INK, after=12, right=100, left=2, bold=True, border="frame"),
    "Fact": Style(SANS, 9.8, after=4, hanging=TERM, tab=TERM),
    "Caption": Style(SANS, 10, before=12, after=5, keep_with_next=True, bold=True),
    "Table Text": Style(SANS, 9.2, before=2.4, after=2.4),
    "Table Head": Style(SANS, 8.5, before=2.4, after=2.4, based="Table Text", bold=True, keep_with_next=True),
    "After Table": Style(SANS, 4),
    "List Number": Style(SERIF, 10.5, after=5, line=1.1, right=38, based=None),
    "List Continue": Style(SERIF, 10.5, after=5, line=1.1, left=6.35, right=38),
    "Note": Style(SANS, 9.5, before=8, after=12, left=4, right=40, border="side"),
    "To Be Written": Style(SANS, 9.5, MUTED, before=9, after=11, left=2.3, right=40, border="dashed"),
    "Header": Style(SANS, 8, MUTED, page_tab=165),
    "Footer": Style(SANS, 8, MUTED, page_tab=165),
}
