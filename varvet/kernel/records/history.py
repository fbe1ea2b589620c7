"""Taking over history: what every register does with rows that were handled elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import CategoryList, Unit
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Writing, rows_of
from varvet.kernel.records.numbering import reserve

BATCH = 500  # rows a query


class Row(Protocol):
    """What every register's own row of history has."""

    @property
    def unit(self) -> Unit: ...

    @property
    def received_at(self) -> datetime: ...

    @property
    def texts(self) -> Mapping[Any, str]: ...

    @property
    def synthetic(self) -> bool: ...


def check_import(rows: Sequence[Row], root: Unit, *, by: User, now: datetime) -> None:
    """NotAllowed for who may not. ValueError when a row names a unit, or a list in `category_list`, of another root."""
    check(by, "history.import", root, today=day_of(now))
    lists = [getattr(row, "category_list", None) for row in rows]
    named = {row.unit.root_id for row in rows} | {found.root_id for found in lists if isinstance(found, CategoryList)}
    if not named <= {root.pk}:
        raise ValueError("a row names a unit or a list of another root")


def references_for(rows: Sequence[Row], root: Unit, kind: str) -> list[str]:
    """One for each row, in order; numbers follow the year each was received."""
    years = [day_of(row.received_at).year for row in rows]
    waiting = {year: iter(reserve(root, kind, year, years.count(year))) for year in sorted(set(years))}
    return [next(waiting[year]) for year in years]


def add_texts(rows: Sequence[Row], records: Sequence[Record]) -> None:
    """Writes the texts of each row, as written the day it was received."""
    written = [
        text
        for row, record in zip(rows, records, strict=True)
        for text in rows_of(record, row.texts, Writing(row.received_at, synthetic=row.synthetic))
    ]
    if written:
        type(written[0])._default_manager.bulk_create(written, batch_size=BATCH)
