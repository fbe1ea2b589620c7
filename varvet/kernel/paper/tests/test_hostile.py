"""Whatever somebody wrote comes out as they wrote it, and as nothing else."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from varvet.kernel.paper.characters import REPLACED, REPLACED_IN_PRINT, for_print, for_xml
from varvet.kernel.paper.docx import render_docx
from varvet.kernel.paper.pdf import render_pdf
from varvet.kernel.paper.tests.reading import docx_text, pdf_text, plain
from varvet.kernel.paper.tests.sample import PAPER
from varvet.kernel.paper.value import (
    Column,
    Fact,
    Facts,
    Heading,
    Missing,
    Note,
    Numbered,
    Paper,
    Paragraph,
    Table,
)

WRITTEN = {
    "markup": "<script>alert(1)</script> &amp; <b>x</b> {{ 7|add:1 }}",
    "typst": '#panic("x") #read("/etc/passwd") *fet* $1$ @tabell \\ [a] "b" _c_ `d` // e = f + g - h <i> ~',
    "beginnings": "= Rubrik\n- punkt\n+ ett\n/ Ord: sak\n// borta\n/* borta */",
    "word": "]]></w:t></w:r></w:p><w:p> &lt;",
    "field": 'HYPERLINK "http://a.example" { DDEAUTO c:\\\\x }',
    "code": "};system('x');//${x}%s%n{0}",
}
TURNED = "före \u202eetre\u202c \u2066isolerad\u2069 slut"
CONTROL = "a\x00b\x01c\x0bd\x1fe\ufffef"
LETTERS = "Ω → é ŝ Þ"
UNKNOWN = "🙂 中文"


def filled(text: str, title: str = "") -> Paper:
    """The same text in every place a text can stand; titles may be another, as they cannot be empty."""
    blocks = (
        Facts((Fact(text, text),)),
        Heading(1, title or text),
        Paragraph(text),
        Table(text, (Column(text), Column(text)), ((text, text),)),
        Numbered((text, text)),
        Note(text),
        Missing(text),
    )
    return Paper(title or text, text, text, text, text, PAPER.day, blocks, text, text, text)


def parts(word: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_it_comes_out_as_written(text: str) -> None:
    paper = filled(text)
    assert pdf_text(render_pdf(paper)).count(plain(text)) >= 10
    assert docx_text(render_docx(paper)).count(plain(text)) >= 10


def test_it_becomes_nothing_in_a_pdf() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(filled(" ".join(WRITTEN.values()))))) as pdf:
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert "/OpenAction" not in pdf.Root
        assert not [page for page in pdf.pages if "/Annots" in page.obj], "no link leads out"


def test_it_becomes_nothing_in_word() -> None:
    made = parts(render_docx(filled(" ".join(WRITTEN.values()))))
    usual = parts(render_docx(PAPER))
    assert set(made) == set(usual), "no part of its own"
    text = made["word/document.xml"].decode()
    assert {str(element.tag) for element in etree.fromstring(text.encode()).iter()} <= {
        str(element.tag) for element in etree.fromstring(usual["word/document.xml"]).iter()
    }
    assert not re.search(r"<w:instrText[^>]*>[^<]*(HYPERLINK|DDE)", text)
    assert b"a.example" not in b"".join(blob for name, blob in made.items() if name.endswith(".rels"))


def test_what_turns_the_reading_order_is_shown_as_a_sign() -> None:
    """Left as it was, it would show another text than the one that was written."""
    wanted = "före {0}etre{0} {0}isolerad{0} slut"
    assert plain(wanted.format(REPLACED)) in docx_text(render_docx(filled(TURNED)))
    assert plain(wanted.format(REPLACED_IN_PRINT)) in pdf_text(render_pdf(filled(TURNED)))


def test_control_characters_stop_nothing() -> None:
    assert f"a{REPLACED}b{REPLACED}c{REPLACED}d{REPLACED}e" in docx_text(render_docx(filled(CONTROL)))
    assert f"a{REPLACED_IN_PRINT}b{REPLACED_IN_PRINT}c" in pdf_text(render_pdf(filled(CONTROL)))


def test_letters_stay_and_what_no_typeface_has_is_a_box_in_print() -> None:
    text = f"{LETTERS} {UNKNOWN}"
    assert plain(text) in docx_text(render_docx(filled(text)))
    assert plain(f"{LETTERS} □ □□") in pdf_text(render_pdf(filled(text)))


@pytest.mark.parametrize("word", ["A" * 3000, "å" * 3000, "x/" * 2000])
def test_a_word_without_end_does_not_leave_the_page(word: str) -> None:
    assert pdf_text(render_pdf(replace(PAPER, blocks=(Paragraph(word),)))).count(word[0]) >= len(word) // 2


def test_a_megabyte_comes_out_whole() -> None:
    line = "Det som hände skrevs ner så noga som det gick. "
    text = line * (1_000_000 // len(line)) + "SLUT"
    paper = replace(PAPER, blocks=(Paragraph(text),))
    for said in (pdf_text(render_pdf(paper)), docx_text(render_docx(paper))):
        assert plain(text) in without_feet(said)


def without_feet(said: str) -> str:
    """Running heads and feet stand between the pages of a long text."""
    foot = rf"(?:{re.escape(plain(PAPER.colophon))})?\d+\(\d+\)"
    head = re.escape(plain(f"{PAPER.kind}, {PAPER.reference} Utkast · {PAPER.secrecy}"))
    return re.sub(rf"{foot}(?:{head})?|{head}", "", said)


ANY = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_nothing_anybody_can_write_is_refused_by_xml(text: str) -> None:
    said: Any = for_xml(Paragraph(text)).text
    assert len(said) == len(text)
    etree.fromstring(b"<a>%s</a>" % said.translate({38: "&amp;", 60: "&lt;", 62: "&gt;"}).encode())


@settings(max_examples=30, deadline=None)
@given(ANY)
def test_nothing_anybody_can_write_stops_the_documents(text: str) -> None:
    paper = filled(text, f"Rubrik {text}")
    assert render_pdf(paper).startswith(b"%PDF")
    assert Document(io.BytesIO(render_docx(paper))).core_properties.language == "sv-SE"


def test_print_keeps_what_it_can_show() -> None:
    assert for_print(Note("Vård, räksmörgås 1 338\u202f% −3")).text == "Vård, räksmörgås 1 338\u202f% −3"
