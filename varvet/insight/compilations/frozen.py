"""An approved document: kept as JSON with its hash, read back unchanged, and compared with the figures of today."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from varvet.insight.annual_report import stored
from varvet.insight.annual_report.value import Report, Table

NOTHING = "–"


@dataclass(frozen=True)
class Kept:
    """The document as text, and the SHA-256 of that text."""

    report: str
    digest: str


@dataclass(frozen=True)
class Changed:
    """A figure that has another value now than when the document was approved."""

    table: str
    row: str
    column: str
    then: str
    now: str


def freeze(report: Report) -> Kept:
    text = stored.to_json(report)
    return Kept(text, digest_of(text))


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def thaw(kept: Kept) -> Report:
    """ValueError when the text is not what was approved: somebody has been at the database."""
    if digest_of(kept.report) != kept.digest:
        raise ValueError("an approved compilation does not agree with its hash")
    return stored.from_json(kept.report)


def differences(then: Report, now: Report) -> list[Changed]:
    """Every cell of figures that differs, in the order of the approved document; new rows last."""
    before, after = dict(_cells(then)), dict(_cells(now))
    names = {key: said for key, (said, _, _) in {**after, **before}.items()}
    return [
        Changed(*names[key], _text(before.get(key)), _text(after.get(key)))
        for key in names
        if _value(before.get(key)) != _value(after.get(key))
    ]


Key = tuple[str, str, str]
Cell = tuple[Key, str, object]


def _cells(report: Report) -> Iterator[tuple[Key, Cell]]:
    """Table, row and column as stored -> the same as read, the text and the number."""
    for table in report.tables:
        yield from _cells_of(table)


def _cells_of(table: Table) -> Iterator[tuple[Key, Cell]]:
    for row in table.rows:
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
            said = (table.title, row.name.text, column.label)
            yield (table.id, row.key or row.name.text, column.key), (said, cell.text, cell.value)


def _value(cell: Cell | None) -> object:
    """A row that is not there counted nothing."""
    return (cell[2] or 0) if cell else 0


def _text(cell: Cell | None) -> str:
    return cell[1] if cell else NOTHING
