"""Small pieces of Word that python-docx does not write itself: fields, bookmarks, links and described pictures."""

import io
import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run

W = nsdecls("w")
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)


def field_mark(paragraph: Paragraph, kind: str) -> Run:
    run = paragraph.add_run()
    run._r.append(parse_xml(f'<w:fldChar {W} w:fldCharType="{kind}"/>'))
    return run


def field_code(paragraph: Paragraph, code: str) -> Run:
    run = paragraph.add_run()
    run._r.append(parse_xml(f'<w:instrText {W} xml:space="preserve"> {code} </w:instrText>'))
    return run


def add_field(paragraph: Paragraph, code: str, shown: str) -> list[Run]:
    """With its result already written, so that nothing waits for an update."""
    return [
        field_mark(paragraph, "begin"),
        field_code(paragraph, code),
        field_mark(paragraph, "separate"),
        paragraph.add_run(shown),
        field_mark(paragraph, "end"),
    ]


def add_page_number(paragraph: Paragraph) -> None:
    """2 (5), as fields: the real ones are put in by whoever opens the file."""
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" (")
    add_field(paragraph, "NUMPAGES", "1")
    paragraph.add_run(")")


def anchor(name: str) -> str:
    """A bookmark's name: letters, figures and underscore, at most 40."""
    return "_" + re.sub(r"[^0-9A-Za-z_]", "_", name)[:39]


@dataclass
class Bookmarks:
    count: int = 0
    names: set[str] = field(default_factory=set)

    def around(self, paragraph: Paragraph, target: str) -> None:
        name = anchor(target)
        if name in self.names:
            return
        self.names.add(name)
        self.count += 1
        start = parse_xml(f'<w:bookmarkStart {W} w:id="{self.count}" w:name="{name}"/>')
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(parse_xml(f'<w:bookmarkEnd {W} w:id="{self.count}"/>'))


def add_link(paragraph: Paragraph, text: str, target: str) -> Any:
    """A link inside the document; returns the element, for more to be put in it."""
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("w:anchor"), anchor(target))
    holder.append(paragraph.add_run(text)._r)
    paragraph._p.append(holder)
    return holder


def add_picture(paragraph: Paragraph, png: bytes, width_mm: float, alt: str) -> Any:
    shape: Any = paragraph.add_run().add_picture(io.BytesIO(png), width=Mm(width_mm))
    shape._inline.docPr.set("descr", alt)
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice pads the picture where these are missing
        shape._inline.set(side, "0")
    return shape._inline


def put_behind_text(inline: Any) -> None:
    """Moves an inline picture to the top left corner of the page, as decoration behind the text."""
    extent, properties, graphic = inline.extent, inline.docPr, inline.graphic
    floating = parse_xml(
        f'<wp:anchor {nsdecls("wp")} behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1" simplePos="0" '
        'relativeHeight="0" distT="0" distB="0" distL="0" distR="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{extent.cx}" cy="{extent.cy}"/><wp:wrapNone/></wp:anchor>'
    )
    inline.getparent().replace(inline, floating)
    properties.attrib.pop("descr", None)
    properties.append(parse_xml(DECORATIVE))
    floating.append(properties)
    floating.append(graphic)
