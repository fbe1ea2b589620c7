"""Frozen: read back as it was, told when tampered with, and compared cell by cell."""

from dataclasses import replace

import pytest

from varvet.insight.annual_report.tests.sample import REPORT
from varvet.insight.annual_report.value import Cell, Report, Row, Table
from varvet.insight.compilations import frozen
from varvet.insight.compilations.frozen import Changed, Kept


def with_rows(change: Table, rows: tuple[Row, ...]) -> Report:
    blocks = tuple(replace(block, rows=rows) if block is change else block for block in REPORT.blocks)
    return replace(REPORT, blocks=blocks)


def a_table() -> Table:
    """One with a number in its first row."""
    tables = [block for block in REPORT.blocks if isinstance(block, Table)]
    return next(table for table in tables if table.rows[0].cells[1].value is not None)


def test_what_is_frozen_is_read_back_whole() -> None:
    kept = frozen.freeze(REPORT)
    assert frozen.thaw(kept) == REPORT
    assert kept == frozen.freeze(REPORT), "the same document, the same hash"
    assert len(kept.digest) == 64


def test_a_changed_text_does_not_agree_with_its_hash() -> None:
    kept = frozen.freeze(REPORT)
    with pytest.raises(ValueError, match="does not agree"):
        frozen.thaw(Kept(kept.report.replace("Bromma", "Brommo", 1), kept.digest))


def test_the_same_document_has_no_differences() -> None:
    assert frozen.differences(REPORT, frozen.thaw(frozen.freeze(REPORT))) == []


def test_a_cell_that_differs_is_named_with_both_numbers() -> None:
    table = a_table()
    first = table.rows[0]
    changed = replace(first, cells=(first.cells[0], replace(first.cells[1], text="77", value=77), *first.cells[2:]))
    found = frozen.differences(REPORT, with_rows(table, (changed, *table.rows[1:])))
    assert found == [Changed(table.title, first.name.text, table.columns[1].label, first.cells[1].text, "77")]


def test_a_new_row_is_compared_with_nothing_and_a_row_of_zeros_with_none() -> None:
    table = a_table()
    zeros = Row((Cell("Ny"), *(Cell("0", value=0) for _ in table.columns[1:])), key="new")
    assert frozen.differences(REPORT, with_rows(table, (*table.rows, zeros))) == []
    ones = Row((Cell("Ny"), *(Cell("1", value=1) for _ in table.columns[1:])), key="new")
    found = frozen.differences(REPORT, with_rows(table, (*table.rows, ones)))
    assert [(one.row, one.then, one.now) for one in found] == [("Ny", "–", "1")] * (len(table.columns) - 1)


def test_a_row_is_known_by_its_key_in_whatever_language() -> None:
    table = a_table()
    named = replace(table.rows[0], key="one")
    before = with_rows(table, (named, *table.rows[1:]))
    translated = replace(named, cells=(Cell("In English"), *named.cells[1:]))
    assert frozen.differences(before, with_rows(table, (translated, *table.rows[1:]))) == []
