"""Lists that rounds are drawn from are read in the process of its own: the same rows, and a sentence when it cannot."""

import pytest

from varvet.extracts.apart.answering import answer
from varvet.extracts.apart.asked import Refused
from varvet.extracts.apart.asked_of_frames import FindNames, FrameTold, NamesTold, ReadFrame
from varvet.extracts.apart.calling import NotRead, ask
from varvet.extracts.apart.spoken import read, written
from varvet.extracts.frames import Wanted, read_frame
from varvet.extracts.mappings import Column, ColumnMap
from varvet.extracts.tests.made import KEY, pseudonyms
from varvet.extracts.tests.test_frames import LINES, content

NAMES = ("case", "person")
ASKED = ReadFrame(ColumnMap("Treserva"), NAMES, None, KEY.hex(), 2026)


def test_it_answers_as_here() -> None:
    told = ask(ASKED, FrameTold, content(*LINES))
    found = read_frame(content(*LINES), Wanted(ColumnMap("Treserva"), NAMES), pseudonyms())
    assert [line.split("\t") for line in told.rows.splitlines()] == [
        [row.code, row.sex, row.unit, row.group] for row in found.rows
    ]
    assert (told.read, told.columns, told.findings) == (found.read, found.columns, found.findings)
    assert read(FrameTold, written(told)) == told


def test_the_lists_own_names_of_some_codes() -> None:
    codes = tuple(pseudonyms().of(case) for case in ("A-2", "A-9"))
    assert answer(FindNames(ASKED, codes), content(*LINES)) == NamesTold({codes[0]: "A-2"})


def test_what_is_remembered_is_used_where_it_is() -> None:
    asked = ReadFrame(ColumnMap(""), ("case",), ColumnMap("", (Column("case", "Nr"),)), KEY.hex(), 2026)
    told = answer(asked, content("Ref;Nr", "A;B"))
    assert isinstance(told, FrameTold)
    assert told.rows == f"{pseudonyms().of('B')}\t\t\t"


def test_what_is_no_list_is_refused_with_a_sentence() -> None:
    told = answer(ASKED, content("Ärendenummer;Kön", "A-1;=1+1"))
    assert isinstance(told, Refused)
    assert (told.code, told.values) == ("extracts.formula", {"row": "2", "column": "B"})
    with pytest.raises(NotRead) as refused:
        ask(ASKED, FrameTold, b"hej")
    assert refused.value.code == "extracts.no_heading"
