"""How the documents are built inside: what a screen reader, an archive and Word rely on."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
import typst
from django.template.loader import render_to_string
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from varvet.insight.annual_report.drawings import Drawings
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.annual_report.renderers.html.page import page_of
from varvet.insight.annual_report.tests.sample import REPORT
from varvet.insight.annual_report.tests.texts import html_document
from varvet.insight.annual_report.value import FigureRef, Heading, Report, Text
from varvet.kernel.paper.tests.reading import elements, scope

DRAWINGS = Drawings()
HEADINGS = {"/Title": 0, "/H1": 1, "/H2": 2, "/H3": 3}


def made(name: str, report: Report = REPORT) -> bytes:
    return FORMATS[name].load()(report, DRAWINGS)


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made("pdf"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def docx() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made("docx"))) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def page() -> Any:
    return html_document(made("html").decode())


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]


# ---------------------------------------------------------------- PDF


def test_pdf_declares_its_standards_language_and_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == REPORT.meta.title
    assert str(pdf.Root.Lang) == "sv-SE"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_pdf_headings_skip_no_level(pdf: pikepdf.Pdf) -> None:
    levels = [HEADINGS[kind] for kind in kinds(pdf) if kind in HEADINGS]
    assert levels[0] == 0
    assert levels.count(1) == 2 + sum(heading.level == 1 for heading in REPORT.headings)
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_pdf_has_contents_notes_and_described_pictures(pdf: pikepdf.Pdf) -> None:
    found = kinds(pdf)
    assert found.count("/TOC") >= 1
    assert found.count("/TOCI") >= len(REPORT.headings)
    assert found.count("/Note") == 2
    figures = [e for e in elements(pdf.Root.StructTreeRoot) if e.S == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == [chart.alt for chart in REPORT.charts]


def test_pdf_names_every_row_and_column_of_every_table(pdf: pikepdf.Pdf) -> None:
    tables = [e for e in elements(pdf.Root.StructTreeRoot) if e.S == "/Table"]
    assert len(tables) == len(REPORT.tables)
    for table, told in zip(tables, REPORT.tables, strict=True):
        rows = [e for e in elements(table) if e.S == "/TR"]
        assert len(rows) == len(told.rows) + 1
        heads = [[scope(cell) for cell in elements(row) if cell.S == "/TH"] for row in rows]
        assert heads[0] == ["/Column"] * len(told.columns)
        assert heads[1:] == [["/Row"]] * len(told.rows)


def test_pdf_carries_every_typeface_it_uses(pdf: pikepdf.Pdf) -> None:
    fonts = [f for page in pdf.pages for f in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values()]
    names = {str(font.BaseFont).split("+")[-1] for font in fonts}
    assert all("+" in str(font.BaseFont) for font in fonts), "only subsets, so embedded"
    assert all(name.startswith("Source") for name in names), names


def test_pdf_stops_at_a_picture_without_words() -> None:
    blocks = tuple(replace(b, alt="") if b == REPORT.charts[0] else b for b in REPORT.blocks)
    with pytest.raises(typst.TypstError, match="alt"):
        made("pdf", replace(REPORT, blocks=blocks))


def test_pdf_stops_at_a_skipped_heading_level() -> None:
    blocks = (*REPORT.blocks, Heading(1, "", "Ett", "x1"), Heading(3, "", "Tre", "x3"), Text(()))
    with pytest.raises(typst.TypstError, match="heading"):
        made("pdf", replace(REPORT, blocks=blocks))


# ---------------------------------------------------------------- Word


def test_word_tables_have_header_rows_and_descriptions() -> None:
    doc = Document(io.BytesIO(made("docx")))
    assert len(doc.tables) == len(REPORT.tables)
    for table, told in zip(doc.tables, REPORT.tables, strict=True):
        assert table._tbl.tr_lst[0].find(".//" + qn("w:tblHeader")) is not None
        properties = {child.tag: child for child in table._tbl.tblPr}
        assert properties[qn("w:tblCaption")].get(qn("w:val")) == f"{told.label} {told.title}"
        assert properties[qn("w:tblLook")].get(qn("w:firstColumn")) == "1"


def test_word_pictures_are_described_and_the_cover_is_decoration(docx: dict[str, bytes]) -> None:
    root = etree.fromstring(docx["word/document.xml"])
    properties = root.findall(".//" + qn("wp:docPr"))
    assert [p.get("descr") for p in properties][1:] == [chart.alt for chart in REPORT.charts]
    assert properties[0].get("descr") is None
    assert b"decorative" in etree.tostring(properties[0])


def test_word_has_styles_language_footnotes_and_typefaces(docx: dict[str, bytes]) -> None:
    doc = Document(io.BytesIO(made("docx")))
    used = {p.style.name for p in doc.paragraphs if p.style}
    assert {"Heading 1", "Heading 2", "Caption", "Body Text", "List Bullet", "toc 1", "Title", "To Be Written"} <= used
    assert b'w:lang w:val="sv-SE"' in docx["word/styles.xml"]
    notes = etree.fromstring(docx["word/footnotes.xml"]).findall(qn("w:footnote"))
    assert len(notes) == 2 + 2
    assert len([name for name in docx if name.endswith(".odttf")]) == 6
    assert b"updateFields" not in docx["word/settings.xml"]


def test_word_captions_are_numbered_by_fields(docx: dict[str, bytes]) -> None:
    codes = re.findall(r"SEQ (\w+)", docx["word/document.xml"].decode())
    assert codes.count("Tabell") == len(REPORT.tables) - 1, "the overview has no number"
    assert codes.count("Figur") == len(REPORT.charts)


def test_word_links_lead_somewhere(docx: dict[str, bytes]) -> None:
    text = docx["word/document.xml"].decode()
    marks = set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', text))
    targets = set(re.findall(r'w:anchor="([^"]+)"', text))
    assert targets
    assert targets <= marks


# ---------------------------------------------------------------- web


def test_page_headings_skip_no_level_and_ids_are_unique(page: Any) -> None:
    levels = [int(str(h.tag)[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_page_links_lead_somewhere(page: Any) -> None:
    targets = {str(href)[1:] for href in page.xpath("//a/@href") if str(href).startswith("#")}
    assert targets <= {str(name) for name in page.xpath("//@id")}
    assert not page.xpath("//a[not(starts-with(@href, '#'))]"), "the file leads nowhere outside itself"


def test_page_has_both_drawings_with_words_and_a_table(page: Any) -> None:
    for chart in REPORT.charts:
        figure = page.get_element_by_id(chart.id)
        drawings = figure.xpath(".//svg")
        assert [d.get("class") for d in drawings] == ["dr only-wide", "dr only-narrow"]
        assert {d.get("aria-label") for d in drawings} == {chart.alt}
        assert figure.xpath(".//details//table/tbody/tr/th[@scope='row']")


def test_page_tables_name_rows_and_columns(page: Any) -> None:
    for table in page.xpath("//table"):
        assert all(th.get("scope") == "col" for th in table.xpath("./thead//th"))
        assert all(row.xpath("./th[@scope='row']") for row in table.xpath("./tbody/tr | ./tfoot/tr"))
        assert table.xpath("./caption/small")


def test_figures_lead_to_what_is_behind_them_for_those_who_may_see_it() -> None:
    def link(ref: FigureRef) -> str | None:
        return f"/siffra/?{ref.query}" if ref.query.startswith("complaints") else None

    shown = page_of(REPORT, DRAWINGS, link)
    tables = [p.shown for s in shown.sections for p in s.parts if p.shown and p.kind == "table"]
    cells = [c for t in tables for row in t.body for c in row]
    assert [c.href for c in cells if c.text == "34"] == ["/siffra/?complaints:Bemötande:2023"]
    assert not [p for s in shown.sections for part in s.parts for p in part.pieces if p.is_figure]


def test_the_same_parts_make_the_page_in_the_program() -> None:
    context = {"page": page_of(REPORT, DRAWINGS), "formats": [{"label": "PDF", "href": "/rapport/1.pdf"}]}
    shown = html_document(render_to_string("annual_report/report.html", context))
    assert shown.xpath("//link[contains(@href, 'annual_report/report.css')]")
    assert shown.xpath("//a[@href='/rapport/1.pdf']")
    assert [h.text_content() for h in shown.xpath("//h1")] == [REPORT.meta.title]
    assert len(shown.xpath("//figure[@class='fig']")) == len(REPORT.charts)
    assert not shown.xpath("//style | //*[@style] | //script[not(@src)]"), "the program's pages allow none of their own"
