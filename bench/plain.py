"""The rows of one report, written by plain SQL: what the action is compared with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.models import Counter, Fact, OneTimeKey, Record
from varvet.registers.deviations.models import Deviation, Narrative


@dataclass(frozen=True)
class Row:
    """A row as it stands in its table, without its own id; `owner` is the column that names the record."""

    statement: str
    columns: tuple[str, ...]
    values: tuple[Any, ...]
    owner: str

    def values_for(self, record_id: int | None, changes: Mapping[str, Any]) -> list[Any]:
        own = {**changes, self.owner: record_id} if self.owner else dict(changes)
        return [own.get(name, value) for name, value in zip(self.columns, self.values, strict=True)]


@dataclass(frozen=True)
class Rows:
    """Everything that one report wrote: its record first, then what names it."""

    record: Row
    others: tuple[Row, ...]
    counter: int


def rows_of(record: Record) -> Rows:
    others: list[models.Model] = [
        *OneTimeKey.objects.filter(record=record),
        *Deviation.objects.filter(pk=record.pk),
        *Narrative.objects.filter(deviation_id=record.pk),
        *Fact.objects.filter(record_id=record.pk),
        *AuditEvent.objects.filter(record_id=record.pk),
        *_notices(record),
    ]
    counter = Counter.objects.get(root_id=record.root_id, kind=record.kind)
    written = tuple(row_of(other, _owner(other)) for other in others)
    return Rows(row_of(Record.objects.get(pk=record.pk), ""), written, counter.pk)


def _notices(record: Record) -> list[models.Model]:
    tables = [apps.get_model("notifications", name) for name in ("Announcement", "Notification")]
    return [row for table in tables for row in table._default_manager.filter(record_id=record.pk)]


def _owner(row: models.Model) -> str:
    if isinstance(row, Deviation | OneTimeKey):
        return "record_id"
    return "deviation_id" if isinstance(row, Narrative) else "record_id"


def row_of(row: models.Model, owner: str) -> Row:
    own = [f for f in row._meta.local_concrete_fields if not f.primary_key or isinstance(row, Deviation)]
    columns = tuple(str(field.column) for field in own)
    values = tuple(_value(field, row) for field in own)
    marks = ", ".join(["%s"] * len(columns))
    back = "" if owner else " RETURNING id"
    return Row(
        f"INSERT INTO {row._meta.db_table} ({', '.join(columns)}) VALUES ({marks}){back}",  # noqa: S608 - names from the models
        columns,
        values,
        owner,
    )


def _value(field: Any, row: models.Model) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)


NUMBERS: Iterator[int] = count()


@transaction.atomic
def write(rows: Rows, client: str) -> None:
    """One transaction: the number, the record, and the rows that name it."""
    number = f"{client}-{next(NUMBERS)}"
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_counter SET last = last + 1 WHERE id = %s", [rows.counter])
        cursor.execute(rows.record.statement, rows.record.values_for(None, {"reference": number}))
        pk = cursor.fetchone()[0]
        for row in rows.others:
            cursor.execute(row.statement, row.values_for(pk, {"key": f"key-{number}"}))
