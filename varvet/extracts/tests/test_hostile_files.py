"""Files made to do harm, and files that lost a part on the way: one sentence each, and nothing of them is kept."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from varvet.extracts import intake
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.shelf import importing
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.keeping import WORK, list_kept
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.tests.made import pseudonyms, take
from varvet.extracts.tests.test_shelf import NOW
from varvet.kernel.records.errors import RuleBroken

TEXT = "Ärende;Inkom\r\nA-1;2026-01-02\r\nA-2;2026-01-03\r\n"
SHEET, MARK_OF_PART = "xl/worksheets/sheet1.xml", b"PK\x01\x02"
BROKEN, CUT = "Arbetsboken kan inte läsas", "Filen slutar mitt i ett tecken"
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(2, 10))
ENTITIES = f'<!DOCTYPE a [<!ENTITY a1 "aaaaaaaaaa">{LAUGHS}<!ENTITY of SYSTEM "file:///etc/passwd">]>'.encode()


def workbook(*more: tuple[object, ...]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("Ärende", "Inkom"), ("A-1", "2026-01-02"), *more):
        sheet.append(list(row))
    book.save(out)
    return out.getvalue()


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, change(before.read(name)) if name == part else before.read(name))
    return out.getvalue()


def archive(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, content)
    return out.getvalue()


def locked() -> bytes:
    """Every part says that it is encrypted."""
    content, place = bytearray(workbook()), -1
    while (place := content.find(MARK_OF_PART, place + 1)) >= 0:
        content[place + 8] |= 1
    return bytes(content)


def without_middle() -> bytes:
    content = workbook(*[(f"A-{number}", "2026-01-02") for number in range(2_000)])
    return content[:3_000] + content[6_000:]


HOSTILE: dict[str, tuple[bytes, str]] = {
    "entities in a sheet": (
        changed(workbook(), SHEET, lambda part: ENTITIES + part.replace(b"A-1", b"&a9;")),
        BROKEN,
    ),
    "a file of this machine": (
        changed(workbook(), SHEET, lambda part: ENTITIES + part.replace(b"A-1", b"&of;")),
        BROKEN,
    ),
    "entities in the workbook": (
        changed(workbook(), "xl/workbook.xml", lambda part: ENTITIES + part.replace(b'"Sheet"', b'"&a9;"')),
        BROKEN,
    ),
    "zip in a zip": (archive("inner.zip", archive("list.csv", TEXT.encode())), BROKEN),
    "a list in a zip": (archive("list.csv", TEXT.encode()), BROKEN),
    "a password": (locked(), BROKEN),
    "without its middle": (without_middle(), BROKEN),
    "without its end": (workbook()[:-1_000], BROKEN),
    "another workbook's cell": (workbook(("=[1]Sheet1!A1", "2026-01-02")), "Rad 3, kolumn A innehåller en formel"),
    "a formula in quotes": (f'{TEXT}"=1+1";2026-01-02\r\n'.encode(), "Rad 4, kolumn A innehåller en formel"),
    "another separator further down": (TEXT.replace("A-2;", "A-2,").encode(), "Rad 3 har 1 kolumner"),
    "a zero among the letters": (TEXT.replace("A-2", "A\0-2").encode(), "varken text eller en arbetsbok"),
    "half a row": (TEXT.encode()[:-13], "Rad 3 har 1 kolumner"),
    "half a letter of UTF-16": (TEXT.encode("utf-16")[:-1], CUT),
    "half a letter of UTF-8": (f"{TEXT}Ö".encode()[:-1], CUT),
    "packed": (b"\x1f\x8b\x08\0" + bytes(range(256)) * 8, "varken text eller en arbetsbok"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_one_sentence_and_nothing_kept(tmp_path: Path, name: str) -> None:
    content, sentence = HOSTILE[name]
    (tmp_path / "list").write_bytes(content)
    with pytest.raises(RuleBroken) as told:
        take(tmp_path / "list", ("case", "received"))
    assert sentence in told.value.sentence
    assert [file.name for file in tmp_path.iterdir()] == ["list"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_that_a_spreadsheet_writes_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "list").write_bytes(TEXT.encode(encoding))
    assert (taken := take(tmp_path / "list", ("case", "received"))).used == 2
    assert taken.findings == ()


def test_a_windows_list_that_ends_with_a_letter_of_its_own_is_whole(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes("Inkom;Enhet\n2026-01-02;Umeå".encode("cp1252"))
    assert take(tmp_path / "list", ("received", "unit")).used == 1


@pytest.mark.parametrize("name", ["a'b\"; DROP--.csv", "$(x) `y`\n.csv", "..", "=1+1.csv", "\udcff.csv"])
def test_a_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    file, shelf = tmp_path / f"x{name}", tmp_path / "extracts"
    file.write_text(TEXT, "utf-8")
    kept = keep(Import(file, "solberga", ExtractKind.CASES, ColumnMap("=x")), pseudonyms(), shelf, NOW)
    assert kept.manifest.used == 2
    assert kept.folder.parent == shelf / "solberga" / "cases"


def test_a_file_that_is_still_being_written_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, shelf, read = tmp_path / "list.csv", tmp_path / "extracts", intake.take_in

    def reads_while_it_grows(*given: object) -> object:
        found = read(*given)  # type: ignore[arg-type]  # as it was called
        with file.open("a", encoding="utf-8") as opened:
            opened.write("A-3;2026-01-04\n")
        return found

    file.write_text(TEXT, "utf-8")
    monkeypatch.setattr(importing, "take_in", reads_while_it_grows)
    with pytest.raises(RuleBroken, match="Filen ändrades medan den lästes"):
        keep(Import(file, "solberga", ExtractKind.CASES, ColumnMap("x")), pseudonyms(), shelf, NOW)
    assert list_kept(shelf) == []
    assert [path.name for path in shelf.rglob("*")] == [WORK]
