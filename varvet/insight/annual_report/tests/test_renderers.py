"""The same report in every format says the same, whole, and lets nothing from outside become markup."""

import io
import json
import re
import zipfile
from dataclasses import replace

import openpyxl
import pikepdf
import pytest
from docx import Document

from varvet.insight.annual_report.chart_data import BarRow
from varvet.insight.annual_report.chart_tables import as_table
from varvet.insight.annual_report.drawings import Drawings
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.annual_report.stored import from_json, to_json
from varvet.insight.annual_report.tests import hostile
from varvet.insight.annual_report.tests.sample import REPORT
from varvet.insight.annual_report.tests.texts import html_document, html_text
from varvet.insight.annual_report.value import Report
from varvet.kernel.paper.tests.reading import docx_text, pdf_text, plain

DRAWINGS, HOSTILE_DRAWINGS = Drawings(), Drawings()
LEGIBLE = {"html": html_text, "pdf": pdf_text, "docx": docx_text}


def made(name: str, report: Report = REPORT) -> bytes:
    return FORMATS[name].load()(report, HOSTILE_DRAWINGS if report is hostile.REPORT else DRAWINGS)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: made(name) for name in FORMATS}


@pytest.fixture(scope="module")
def hostile_files() -> dict[str, bytes]:
    return {name: made(name, hostile.REPORT) for name in FORMATS}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str, files: dict[str, bytes]) -> None:
    assert made(name) == files[name]


@pytest.mark.parametrize("name", LEGIBLE)
def test_every_figure_is_in_every_document(name: str, files: dict[str, bytes]) -> None:
    """Each row, with its cells in order, stands in the document as the value has it."""
    said = LEGIBLE[name](files[name])
    for table in REPORT.tables:
        for row in table.rows:
            wanted = plain("".join(cell.text + cell.sub for cell in row.cells))
            assert wanted in said, f"{table.label}: {row.name.text}"


@pytest.mark.parametrize("name", LEGIBLE)
def test_every_word_is_in_every_document(name: str, files: dict[str, bytes]) -> None:
    said = LEGIBLE[name](files[name])
    summary = REPORT.summary
    assert summary
    wanted = [heading.text for heading in REPORT.headings]
    wanted += [table.title for table in REPORT.tables] + [table.counts for table in REPORT.tables]
    wanted += [chart.reading for chart in REPORT.charts] + [note for table in REPORT.tables for note in table.notes]
    wanted += [figure.value for figure in summary.figures]
    wanted += ["Här skriver ni:Vad beror skillnaden mellan kvinnor och män på", REPORT.meta.colophon]
    assert [text for text in wanted if plain(text) not in said] == []


def test_the_workbook_has_the_numbers(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    tables = [*REPORT.tables, *map(as_table, REPORT.charts)]
    assert book.sheetnames == ["Innehåll", *[table.label for table in tables]]
    for table in tables:
        sheet = book[table.label]
        rows = list(sheet.iter_rows(min_row=5, max_row=4 + len(table.rows), values_only=True))
        found = [[cell for cell in row if isinstance(cell, int | float)] for row in rows]
        wanted = [[n for c in row.cells for n in (c.value, c.previous) if n is not None] for row in table.rows]
        assert [pytest.approx(row) for row in wanted] == found, table.label
        assert sheet["A1"].value == f"{table.label} {table.title}"
        assert sheet["A2"].value == table.counts
        assert sheet.freeze_panes == "B5"
    assert book.properties.title == REPORT.meta.title


def test_the_json_has_the_numbers(files: dict[str, bytes]) -> None:
    said = json.loads(files["json"])
    tables = {table["id"]: table for table in said["tables"]}
    assert tables["complaints"]["rows"]["Bemötande"] == [22, 18, 13, 34]
    assert tables["complaints"]["totals"] == {"2020": 140, "2021": 88, "2022": 128, "2023": 138}
    assert tables["events"]["columns"] == ["lss", "bou", "beroende", "sop", "eko", "total"]
    assert tables["events_2022"]["rows"]["Annat"] == [1, 0, 2, 0, 0, 3]
    assert tables["checks"]["rows"]["Får bestämma, Servicebostad"][:3] == ["..", 71, 100]
    assert tables["checks"]["rows"]["Utredning inom fyra månader"][2] is None
    assert [chart["id"] for chart in said["charts"]] == [chart.id for chart in REPORT.charts]
    assert {"kind": "to_be_written", "id": "writing-2"}.items() <= next(
        part for part in said["sections"] if part["kind"] == "to_be_written"
    ).items()


def test_a_stored_report_comes_back_whole(files: dict[str, bytes]) -> None:
    again = from_json(to_json(REPORT))
    assert again == REPORT
    assert made("pdf", again) == files["pdf"]


@pytest.mark.parametrize("name", LEGIBLE)
def test_a_report_without_summary_is_made(name: str) -> None:
    said = LEGIBLE[name](made(name, replace(REPORT, summary=None)))
    assert plain("Sammanfattning") not in said
    assert plain("Om berättelsen") in said


@pytest.mark.parametrize("name", LEGIBLE)
def test_hostile_words_are_shown_as_written(name: str, hostile_files: dict[str, bytes]) -> None:
    said = LEGIBLE[name](hostile_files[name])
    for text in (hostile.MARKUP, hostile.TYPST, hostile.FORMULA):
        assert plain(text) in said
    assert plain("]]></w:t> &amp;") in said


def test_hostile_words_become_no_markup(hostile_files: dict[str, bytes]) -> None:
    page = html_document(hostile_files["html"].decode())
    assert not page.xpath("//script")
    assert not page.xpath("//@onclick | //@onload | //a[starts-with(@href, 'http')]")
    assert not page.xpath("//*[@style]")


def test_hostile_words_become_no_formula(hostile_files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(hostile_files["xlsx"]))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert any(cell.value == hostile.FORMULA for cell in cells)
    assert len({name.lower() for name in book.sheetnames}) == len(book.sheetnames)
    assert not any(re.search(r"[\[\]:*?/\\]", name) or len(name) > 31 for name in book.sheetnames)
    with zipfile.ZipFile(io.BytesIO(hostile_files["xlsx"])) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower() or "externalLink" in name]


def test_hostile_words_open_in_word_and_as_pdf(hostile_files: dict[str, bytes]) -> None:
    assert Document(io.BytesIO(hostile_files["docx"])).core_properties.title == hostile.TYPST
    with pikepdf.open(io.BytesIO(hostile_files["pdf"])) as pdf:
        assert "/JavaScript" not in pdf.Root.get("/Names", {})


def test_letters_no_typeface_has_do_not_stop_the_print() -> None:
    bars = replace(hostile.BARS, rows=(BarRow("Vård 🙂 中文 →", 4),))
    report = replace(REPORT, blocks=(*REPORT.blocks, replace(hostile.chart(9, bars), notes=("Ω 🙂",))))
    drawings = Drawings()
    word, pdf = (FORMATS[name].load()(report, drawings) for name in ("docx", "pdf"))
    assert plain("Ω 🙂") in docx_text(word)
    assert plain("Ω □") in pdf_text(pdf)
    assert plain("Vård □ □□ →") in pdf_text(pdf)


def test_a_formula_with_real_line_breaks_stays_words() -> None:
    report = replace(REPORT, meta=replace(REPORT.meta, title="=1+1\n\t@x"))
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", report)))
    assert book["Innehåll"]["A1"].data_type == "s"
