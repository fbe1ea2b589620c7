"""The process of its own: the same answer as here, no keys in it, nothing on disk but codes, and only JSON back."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from varvet.extracts.apart import calling
from varvet.extracts.apart.answering import answer
from varvet.extracts.apart.asked import (
    Compute,
    Computed,
    ListRead,
    ListsRead,
    Pairs,
    PairsRead,
    ReadList,
    ReadLists,
    Refused,
)
from varvet.extracts.apart.calling import HOME, NotRead, ask
from varvet.extracts.apart.places import CODES, LIST
from varvet.extracts.apart.spoken import read, written
from varvet.extracts.checks.shipped import BY_NAME
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.reading.memory import in_memory
from varvet.extracts.tests.made import KEY
from varvet.extracts.tests.test_no_number_is_kept import NUMBERS, digits_in, unpacked, ways
from varvet.kernel.law.terms import shipped_terms, term_on

CHECK = BY_NAME["forhandsbedomning"]
HEADING = "Ärende;Personnummer;Kön;Inkom;Förhandsbedömning klar"
ROWS = [f"A-{at};{way};man;2026-01-0{at % 9 + 1};2026-01-{at % 20 + 10}" for at, way in enumerate(ways(NUMBERS[0]))]
CONTENT = "\r\n".join([HEADING, *ROWS]).encode()


def reading(out: Path, fields: tuple[str, ...] = CHECK.uses) -> ReadList:
    return ReadList(ColumnMap("test"), fields, KEY.hex(), 2026, str(out))


def computing(folder: Path, told: ListRead) -> Compute:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    term = term_on(shipped_terms(), "forhandsbedomning", last)
    return Compute(CHECK.name, first, last, last, term, {}, told.fields, told.findings, str(folder))


def test_it_answers_as_here_and_keeps_codes_only(tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    here.mkdir()
    told = ask(reading(there / LIST), ListRead, CONTENT)
    assert told == answer(reading(here / LIST), CONTENT)
    assert (there / LIST).stat().st_mode & 0o077 == 0
    found = ask(computing(there, told), Computed)
    assert found == answer(computing(here, told), b"")
    assert (there / CODES).read_bytes() == (here / CODES).read_bytes()
    assert digits_in(unpacked(there / LIST)) == set()
    assert digits_in(b"".join(file.read_bytes() for file in there.rglob("*") if file.is_file())) == set()


def test_what_is_read_is_on_no_disk() -> None:
    with in_memory(b"A;B\n1;2") as file:
        assert file.read_bytes() == b"A;B\n1;2"
        assert file.stat().st_nlink == 0
        assert str(file.readlink()).startswith("/memfd:")
    assert not file.exists()


def test_it_has_no_keys_in_its_surroundings() -> None:
    assert not [name for name in calling.SURROUNDINGS if "KEY" in name or "VARVET" in name]


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    told = answer(reading(tmp_path / LIST), f"{HEADING}\r\nA-1;=1+1;;;".encode())
    assert isinstance(told, Refused)
    assert (told.code, told.values) == ("extracts.formula", {"row": "2", "column": "B"})
    assert told.headings == tuple(HEADING.split(";"))
    assert list(tmp_path.iterdir()) == []


def test_of_several_lists_the_wrong_one_is_named(tmp_path: Path) -> None:
    lists = {name: reading(tmp_path / f"{name}.parquet", ("case", "person")) for name in ("a", "b")}
    good, bad = CONTENT, b"x;y\n1;2"
    both = answer(ReadLists(lists, {"a": len(good), "b": len(good)}), good + good)
    assert isinstance(both, ListsRead)
    assert both.lists["a"].read == both.lists["b"].read == len(ROWS)
    told = answer(ReadLists(lists, {"a": len(good), "b": len(bad)}), good + bad)
    assert isinstance(told, Refused)
    assert (told.code, told.which) == ("extracts.no_heading", "b")


def test_pairs_leave_no_file(tmp_path: Path) -> None:
    asked = Pairs(reading(tmp_path / "pairs.parquet", ("decision", "decided_by")))
    told = answer(asked, b"Beslutstyp;Beslutsfattarens roll\r\nA;B\r\nA;C\r\nA;B\r\nD;")
    assert told == PairsRead((("A", "B"), ("A", "C")), 1)
    assert list(tmp_path.iterdir()) == []


def fallen(code: int, said: bytes) -> Any:
    def run(*_given: object, **_more: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], code, stdout=said, stderr=b"secret")

    return run


@pytest.mark.parametrize(("code", "said"), [(-9, b""), (1, b""), (0, b""), (0, b"Compute\n{}")])
def test_when_it_falls_nothing_it_said_is_believed_or_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, code: int, said: bytes
) -> None:
    monkeypatch.setattr(subprocess, "run", fallen(code, said))
    with pytest.raises(NotRead) as refused:
        ask(reading(Path("x")), ListRead)
    assert refused.value.code == "extracts.too_heavy"
    assert "secret" not in caplog.text


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    told = answer(reading(tmp_path / LIST), CONTENT)
    assert isinstance(told, ListRead)
    assert read(ListRead, written(told)) == told
    asked = computing(tmp_path, told)
    assert read(Compute, written(asked)) == asked
    found = answer(asked, b"")
    assert isinstance(found, Computed)
    assert read(Computed, written(found)) == found


@pytest.mark.parametrize("text", ['{"pairs": 1, "aside": 0}', '{"aside": 0}', '{"pairs": [["a"]], "aside": "0"}', "x"])
def test_what_is_not_of_its_shape_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        read(PairsRead, text)


def test_the_pages_load_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys, django; django.setup(); import varvet.config.urls; "
        "from django.urls import get_resolver; get_resolver().url_patterns; import varvet.config.wsgi; "
        "print(sorted({'ibis', 'duckdb', 'pyarrow', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, env=os.environ, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
