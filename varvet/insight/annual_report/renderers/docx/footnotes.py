"""Footnotes as a real part of the Word file; python-docx has none."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

W = nsdecls("w")
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, number in (("separator", -1), ("continuationSeparator", 0))
)


class Footnotes:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.texts: list[str] = []

    def add(self, paragraph: Paragraph, text: str) -> None:
        self.texts.append(text)
        run = paragraph.add_run(style="footnote reference")
        run._r.append(parse_xml(f'<w:footnoteReference {W} w:id="{len(self.texts)}"/>'))

    def save(self) -> None:
        root = parse_xml(f"<w:footnotes {W}>{SEPARATORS}</w:footnotes>")
        body, mark = (self.document.styles[name].style_id for name in ("footnote text", "footnote reference"))
        for number, text in enumerate(self.texts, 1):
            note = parse_xml(
                f'<w:footnote {W} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{body}"/></w:pPr>'
                f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
                '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t xml:space="preserve"/></w:r></w:p></w:footnote>'
            )
            note.findall(".//" + qn("w:t"))[-1].text = text  # as text, never as markup
            root.append(note)
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = self.document.part
        notes = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, part.package)
        part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
