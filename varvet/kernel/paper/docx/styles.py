"""How Word styles are made, for type, colour and spacing; paragraphs only name a style."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

INK, MUTED, ACCENT = RGBColor(0x1B, 0x2A, 0x30), RGBColor(0x56, 0x63, 0x6A), RGBColor(0x14, 0x50, 0x5C)
W = nsdecls("w")


@dataclass(frozen=True)
class Style:
    """Sizes and spacing in points, indents and tabs in millimetres."""

    family: str
    size: float
    colour: RGBColor = INK
    before: float = 0
    after: float = 0
    line: float = 1.0
    based: str | None = "Normal"
    keep_with_next: bool = False
    bold: bool = False
    italic: bool = False
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    tab: float | None = None
    tabs: tuple[float, ...] = ()
    page_tab: float | None = None  # at the right, for page numbers
    border: str = ""  # of the paragraph: "top" rule, rule at the "side", "frame" or "dashed" frame


TABLE_STYLE = f"""<w:style {W} w:type="table" w:customStyle="1" w:styleId="VarvetTable">
<w:name w:val="Varvet Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>
<w:top w:val="nil"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="14505C"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D5DDE0"/></w:tblBorders>
<w:tblCellMar><w:left w:w="130" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:sz w:val="17"/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="6" w:space="0" w:color="14505C"/></w:tcBorders>
<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
<w:top w:val="single" w:sz="6" w:space="0" w:color="14505C"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"""
SIDES = ("top", "left", "bottom", "right")
BORDERS = {
    "top": '<w:top w:val="single" w:sz="8" w:space="4" w:color="14505C"/>',
    "side": '<w:left w:val="single" w:sz="16" w:space="8" w:color="14505C"/>',
    "frame": "".join(f'<w:{side} w:val="single" w:sz="6" w:space="4" w:color="1B2A30"/>' for side in SIDES),
    "dashed": "".join(f'<w:{side} w:val="dashed" w:sz="4" w:space="6" w:color="56636A"/>' for side in SIDES),
}
AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


@dataclass(frozen=True)
class Properties:
    """What the file says of itself; Word keeps at most 255 signs of each."""

    title: str
    subject: str
    author: str


def prepare(doc: Document, styles: Mapping[str, Style], properties: Properties) -> None:
    """Swedish, on A4, with the styles and with tables in the house's manner."""
    for name, look in styles.items():
        set_paragraph_style(doc, name, look)
    doc.styles.element.append(parse_xml(TABLE_STYLE))
    language = doc.styles.element.find(".//" + qn("w:rPrDefault")).find(".//" + qn("w:lang"))
    language.set(qn("w:val"), "sv-SE")
    set_settings(doc.settings.element)
    set_properties(doc, properties)
    set_page(doc)


def set_font(style: Any, family: str) -> None:
    style.font.name = family
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if "heme" in key]:  # theme fonts would win over named ones
        del fonts.attrib[key]
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), family)


def set_paragraph_style(doc: Document, name: str, look: Style) -> None:
    known = {style.name.lower(): style for style in doc.styles if style.name}
    style: Any = known.get(name.lower()) or doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if look.based:
        style.base_style = doc.styles[look.based]
    remove_built_in(style)
    set_font(style, look.family)
    style.font.size, style.font.color.rgb = Pt(look.size), look.colour
    style.font.bold, style.font.italic = look.bold, look.italic
    style.quick_style, style.hidden, style.unhide_when_used = True, False, False
    set_spacing(style.paragraph_format, look)
    if look.border:
        style.element.get_or_add_pPr().insert_element_before(
            parse_xml(f"<w:pBdr {W}>{BORDERS[look.border]}</w:pBdr>"), *AFTER_BORDERS
        )


def remove_built_in(style: Any) -> None:
    """Title has a rule and Subtitle is letterspaced in python-docx's own template."""
    for path in (".//" + qn("w:pBdr"), f".//{qn('w:rPr')}/{qn('w:spacing')}"):
        for found in style.element.findall(path):
            found.getparent().remove(found)


def set_spacing(paragraph: Any, look: Style) -> None:
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing, paragraph.keep_with_next = look.line, look.keep_with_next
    paragraph.widow_control = True
    if look.right is not None:
        paragraph.right_indent = Mm(look.right)
    if look.left is not None:
        paragraph.left_indent = Mm(look.left)
    if look.hanging is not None:
        paragraph.left_indent, paragraph.first_line_indent = Mm(look.hanging), Mm(-look.hanging)
    for tab in (*look.tabs, *([look.tab] if look.tab is not None else [])):
        paragraph.tab_stops.add_tab_stop(Mm(tab))
    if look.page_tab is not None:
        paragraph.tab_stops.clear_all()
        paragraph.tab_stops.add_tab_stop(Mm(look.page_tab), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES)


def set_settings(root: Any) -> None:
    """What the template leaves foreign: Swedish separators, hyphenation, and Word's current layout rules."""
    for tag, key, said in (
        ("w:zoom", "percent", "100"),
        ("w:decimalSymbol", "val", ","),
        ("w:listSeparator", "val", ";"),
        ("w:themeFontLang", "val", "sv-SE"),
    ):
        root.find(qn(tag)).set(qn(f"w:{key}"), said)
    root.find(qn("w:defaultTabStop")).addnext(parse_xml(f'<w:autoHyphenation {W} w:val="true"/>'))
    compat = root.find(qn("w:compat"))
    mode = next(c for c in compat if c.get(qn("w:name")) == "compatibilityMode")
    mode.set(qn("w:val"), "15")
    compat.addprevious(parse_xml(f'<w:footnotePr {W}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'))


def set_properties(doc: Document, said: Properties) -> None:
    properties = doc.core_properties
    properties.title, properties.author, properties.language = said.title[:255], said.author[:255], "sv-SE"
    properties.subject = said.subject[:255]
    properties.last_modified_by, properties.comments = said.author[:255], ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)  # the same value gives the same file


def set_page(doc: Document) -> None:
    section = doc.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(27), Mm(25)
    section.header_distance, section.footer_distance = Mm(15), Mm(12)
