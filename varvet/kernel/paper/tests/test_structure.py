"""How the documents are built inside: what a screen reader, an archive and Word rely on."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from varvet.kernel.paper.docx import render_docx
from varvet.kernel.paper.pdf import render_pdf
from varvet.kernel.paper.tests.reading import docx_text, elements, pdf_text, plain, scope
from varvet.kernel.paper.tests.sample import EVENTS, PAPER
from varvet.kernel.paper.value import Facts, Heading, Missing, Paper

HEADINGS = {"/Title": 0, "/H1": 1, "/H2": 2, "/H3": 3}
TITLES = [(block.level, block.text) for block in PAPER.blocks if isinstance(block, Heading)]


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(render_pdf(PAPER))) as opened:
        yield opened


@pytest.fixture(scope="module")
def word() -> bytes:
    return render_docx(PAPER)


# ---------------------------------------------------------------- PDF


def test_pdf_declares_its_standards_language_and_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == PAPER.title
    assert str(pdf.Root.Lang) == "sv-SE"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_pdf_headings_skip_no_level_and_are_bookmarks(pdf: pikepdf.Pdf) -> None:
    found = [HEADINGS[str(e.S)] for e in elements(pdf.Root.StructTreeRoot) if str(e.S) in HEADINGS]
    assert found == [0, *[level for level, _ in TITLES]]
    assert all(after - before <= 1 for before, after in pairwise(found))
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [text for level, text in TITLES if level == 1]


def test_pdf_names_every_row_and_column(pdf: pikepdf.Pdf) -> None:
    facts, events = [e for e in elements(pdf.Root.StructTreeRoot) if e.S == "/Table"]
    rows = [[scope(cell) for cell in elements(row) if cell.S == "/TH"] for row in elements(events) if row.S == "/TR"]
    assert rows == [["/Column"] * len(EVENTS.columns), *[["/Row"]] * len(EVENTS.rows)]
    assert next(e.S for e in elements(events)) == "/Caption"
    told = next(block for block in PAPER.blocks if isinstance(block, Facts))
    rows = [[scope(cell) for cell in elements(row) if cell.S == "/TH"] for row in elements(facts) if row.S == "/TR"]
    assert rows == [["/Row"]] * len(told.rows)


def test_pdf_has_lists_and_its_own_typefaces(pdf: pikepdf.Pdf) -> None:
    kinds = [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]
    assert (kinds.count("/L"), kinds.count("/LI")) == (2, 3)
    fonts = [f for page in pdf.pages for f in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values()]
    names = [str(font.BaseFont).split("+") for font in fonts]
    assert all(len(name) == 2 and name[1].startswith("Source") for name in names), names


# ---------------------------------------------------------------- Word


def test_word_says_what_it_is(word: bytes) -> None:
    properties = Document(io.BytesIO(word)).core_properties
    assert (properties.title, properties.language, properties.author) == (PAPER.title, "sv-SE", PAPER.sender)
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert b'w:lang w:val="sv-SE"' in package.read("word/styles.xml")
        assert b"updateFields" not in package.read("word/settings.xml")
        assert [name for name in package.namelist() if name.endswith(".odttf")]


def test_word_has_real_headings_and_header_rows(word: bytes) -> None:
    doc = Document(io.BytesIO(word))
    styled = [(p.style.name or "", p.text) for p in doc.paragraphs if p.style]
    assert [(f"Heading {level}", text) for level, text in TITLES] == [s for s in styled if s[0].startswith("Heading")]
    assert ("Title", PAPER.title) in styled
    (table,) = doc.tables
    assert table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert look is not None
    assert look.get(qn("w:firstColumn")) == "1"
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == [list(row) for row in EVENTS.rows]


def test_word_begins_each_list_with_one(word: bytes) -> None:
    doc = Document(io.BytesIO(word))
    used = [p._p.pPr.numPr.numId.val for p in doc.paragraphs if p.style and p.style.name == "List Number"]  # type: ignore[union-attr] # each has them
    assert used[0] == used[1] != used[2]
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert package.read("word/numbering.xml").count(b"w:startOverride") == 2


def test_word_numbers_its_pages_by_fields(word: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        feet = [package.read(name).decode() for name in package.namelist() if name.startswith("word/footer")]
    assert len(feet) == 2
    assert all("NUMPAGES" in foot and PAPER.colophon in foot for foot in feet)


# ---------------------------------------------------------------- both


@pytest.mark.parametrize("render", [render_pdf, render_docx])
def test_the_same_value_gives_the_same_bytes(render: object) -> None:
    assert callable(render)
    assert render(PAPER) == render(replace(PAPER))


def test_both_say_every_word() -> None:
    for said in (pdf_text(render_pdf(PAPER)), docx_text(render_docx(PAPER))):
        wanted = [PAPER.title, PAPER.kind, PAPER.reference, PAPER.sender, PAPER.place, "2026-11-22", PAPER.secrecy]
        wanted += ["Utkast. Utredningen är inte beslutad.", "Saknas ännu: den berördes egen uppfattning."]
        wanted += [
            "Andra stycket med en bruten rad.",
            "Gör det före sommaren.",
            "Namnen är utelämnade.",
            "Mottagning A",
        ]
        wanted += [EVENTS.title, *[cell for row in EVENTS.rows for cell in row]]
        assert [text for text in wanted if plain(text) not in said] == []


def test_what_is_decided_is_called_no_draft() -> None:
    paper = replace(PAPER, draft="", secrecy="", blocks=tuple(b for b in PAPER.blocks if not isinstance(b, Missing)))
    for said in (pdf_text(render_pdf(paper)), docx_text(render_docx(paper))):
        assert "Utkast" not in said
        assert "Saknas" not in said
        assert "Sekretess" not in said


def test_a_document_that_holds_nothing_is_made() -> None:
    empty = Paper("Tom", "Slag", "X-1", "Avsändare", "Plats", PAPER.day, ())
    assert plain("Avsändare") in pdf_text(render_pdf(empty))
    assert Document(io.BytesIO(render_docx(empty))).core_properties.title == "Tom"
