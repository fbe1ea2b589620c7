"""Numbered lists that begin with 1 each; in python-docx they count on through the document."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

STYLE = "List Number"


def start_again(doc: Document) -> int:
    """The number (w:num) of a new list with the figures of the style, from 1."""
    numbering: Any = doc.part.numbering_part.element
    style: Any = doc.styles[STYLE].element
    used = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    figures = next(num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == used)
    fresh = numbering.add_num(int(figures.find(qn("w:abstractNumId")).get(qn("w:val"))))
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def put_in_list(line: Paragraph, number: int) -> None:
    properties: Any = line._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = number
