"""Files that are no lists: one sentence with row and column, nothing left behind, and never much memory."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from varvet.extracts.tests.made import take
from varvet.kernel.records.errors import RuleBroken

GOOD = b"Case;Inkom\r\nA-1;2026-01-02\r\n"
HEADING = ("Ärende", "Inkom")
MOST_MEMORY = 450  # MB, of which the libraries take some 150
MEASURED = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_DATA, (1_500_000_000, 1_500_000_000))
from varvet.extracts.tests.made import take
from varvet.kernel.records.errors import RuleBroken
said = []
for name in sys.argv[1:]:
    try:
        take(Path(name), ("case", "received"))
    except RuleBroken as broken:
        said.append(broken.sentence)
highest = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([said, int(highest.split()[1]) / 1024]))
"""


def bomb(file: Path) -> None:
    """A workbook whose sheet is larger than a list can be."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        fill(archive)


def fill(archive: zipfile.ZipFile) -> None:
    with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
        for _ in range(61):
            sheet.write(b"0" * 10_000_000)


def sparse(file: Path) -> None:
    with file.open("wb") as opened:
        opened.write("Ärende;Inkom\r\n".encode())
        opened.truncate(5_000_000_000)


def many_columns(file: Path) -> None:
    file.write_text(";".join(f"k{number}" for number in range(1_000_000)) + "\n", "utf-8")


def forged_columns(file: Path) -> None:
    """A workbook with a row of a million cells, which no spreadsheet program can write."""
    content = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{content}"><Override PartName="/xl/workbook.xml"'
        f' ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"'
        f' ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1"'
        f' Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }
    cells = "".join(f"<c><v>{number}</v></c>" for number in range(1_000_000))
    sheet = f'<worksheet xmlns="{main}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text_of in (parts | {"xl/worksheets/sheet1.xml": sheet}).items():
            archive.writestr(name, text_of)


def one_line(file: Path) -> None:
    file.write_text("Ärende;Inkom\n" + "x" * 5_000_000, "utf-8")


def open_quote(file: Path) -> None:
    file.write_text('Ärende;Inkom\nA-1;2026-01-02\n"A-2;2026-01-02\n' + "A-3;2026-01-02\n" * 100_000, "utf-8")


def formula_in_a_workbook(file: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADING, ("A-1", "2026-01-02"), ("A-2", '=HYPERLINK("http://x","y")')):
        sheet.append(list(row))
    book.save(file)


def array_formula(file: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADING, ("A-1", "2026-01-02")):
        sheet.append(list(row))
    sheet["A3"] = ArrayFormula("A3:A4", "=A2:A3")
    book.save(file)


def text(content: str) -> Callable[[Path], object]:
    return raw(content.encode())


def raw(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "formula": (text("Ärende;Inkom\nA-1;2026-01-02\nA-2;=1+1\n"), "Rad 3, kolumn B innehåller en formel."),
    "command": (text("Ärende;Inkom\n+cmd|' /C x'!A0;\n"), "Rad 2, kolumn A innehåller en formel."),
    "formula in a workbook": (formula_in_a_workbook, "Rad 3, kolumn B innehåller en formel."),
    "formula over cells": (array_formula, "Rad 3, kolumn A innehåller en formel."),
    "too many cells": (text("Ärende;Inkom\nA-1;2026-01-02\nA-2;2026-01-02;x\n"), "Rad 3 har 3 kolumner"),
    "too few cells": (text("Ärende;Inkom\nA-1\n"), "Rad 2 har 1 kolumner, men rubrikraden har 2."),
    "no heading": (text("A-1;2026-01-02\nA-2;2026-01-03\n"), "Ingen rubrikrad hittades"),
    "no rows": (text("Ärende;Inkom\n"), "inga rader"),
    "empty": (raw(b""), "Ingen rubrikrad hittades"),
    "picture": (raw(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), "varken text eller en arbetsbok"),
    "old workbook": (raw(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "äldre format"),
    "broken workbook": (raw(b"PK\x03\x04 and no more"), "Arbetsboken kan inte läsas"),
    "many columns": (many_columns, "Rad 1 har fler än 500 kolumner."),
    "many columns in a workbook": (forged_columns, "Rad 1 har fler än 500 kolumner."),
    "5 GB": (sparse, "Filen är 5000 MB. Högst 2000 MB kan läsas"),
    "zip bomb": (bomb, "packas upp till mer"),
    "one line": (one_line, "Rad 2 är längre än 1000000 tecken."),
    "open quote": (open_quote, "Rad 3 har ett citattecken som inte avslutas"),
}
LARGE = ("many columns", "many columns in a workbook", "5 GB", "zip bomb", "one line", "open quote")


@pytest.mark.parametrize("name", [name for name in WRONG if name not in LARGE])
def test_one_sentence_and_nothing_left(tmp_path: Path, name: str) -> None:
    make, sentence = WRONG[name]
    make(tmp_path / "list")
    with pytest.raises(RuleBroken) as told:
        take(tmp_path / "list", ("case", "received"))
    assert sentence in told.value.sentence
    assert [file.name for file in tmp_path.iterdir()] == ["list"]


def test_large_ones_need_little_memory(tmp_path: Path) -> None:
    for name in LARGE:
        WRONG[name][0](tmp_path / name)
    command = [sys.executable, "-c", MEASURED, *(str(tmp_path / name) for name in LARGE)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said, megabytes = json.loads(done.stdout)
    assert [WRONG[name][1] in sentence for name, sentence in zip(LARGE, said, strict=True)] == [True] * len(LARGE)
    assert megabytes < MOST_MEMORY
    assert {file.name for file in tmp_path.iterdir()} == set(LARGE)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="ingen fil"):
        take(tmp_path / "list", ("case",))


def test_a_wrong_file_leaves_the_list_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "list.parquet").write_text("before", "utf-8")
    (tmp_path / "list").write_text("Ärende;Inkom\nA-1;2026-01-02\nA-2\n", "utf-8")
    with pytest.raises(RuleBroken):
        take(tmp_path / "list", ("case", "received"))
    assert (tmp_path / "list.parquet").read_text("utf-8") == "before"


def test_no_sentence_repeats_what_the_file_says(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("Ärende;Inkom\n198001019876;=800101-9876\n", "utf-8")
    with pytest.raises(RuleBroken) as told:
        take(tmp_path / "list", ("case", "received"))
    assert "9876" not in f"{told.value.sentence}{told.value.values}"
