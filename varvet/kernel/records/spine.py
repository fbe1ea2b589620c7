"""The spine's verbs: lock a record to change it, and commit what was done."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import StaleVersion
from varvet.kernel.records.facts import add_facts, recount_followed, replace_facts, write_first_facts
from varvet.kernel.records.models import Record
from varvet.kernel.records.numbering import is_unnumbered, next_reference

R = TypeVar("R", bound=Record)


def lock(record: R, *, version: int) -> R:
    """The record as it is now, locked until the transaction ends. StaleVersion when it is not the version known."""
    current = type(record)._base_manager.select_for_update().get(pk=record.pk)
    if current.version != version:
        raise StaleVersion(current.reference, version, current.version)
    return current


def lock_with(record: R, others: Q, *, version: int) -> tuple[R, list[R]]:
    """As `lock`, with other records of the kind: all in order of their ids, so that nobody waits in a ring."""
    rows = list(type(record)._base_manager.select_for_update().filter(Q(pk=record.pk) | others).order_by("pk"))
    [current] = [row for row in rows if row.pk == record.pk]
    if current.version != version:
        raise StaleVersion(current.reference, version, current.version)
    return current, [row for row in rows if row.pk != record.pk]


def commit(record: Record, event: str, *, by: User | None, data: dict[str, Any] | None = None) -> None:
    """Called once, last, by every action: a new version, the record's facts anew, and the audit row.

    Must run inside the action's transaction. `data` holds coded values only. A record that waits for its number gets
    it at the very end, since from then on whoever wants the next one waits for this transaction.
    """
    _check_inside()
    replace_facts(record)
    recount_followed(record)
    _tell(record, event, by, data)


def commit_made(record: Record, event: str, *, by: User | None, data: dict[str, Any] | None = None) -> None:
    """As `commit` for a record that was made just now and has nothing yet of what else its facts are counted from."""
    _check_inside()
    write_first_facts(record)
    _tell(record, event, by, data)


def _check_inside() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("commit() belongs inside the action's transaction")


def _tell(record: Record, event: str, by: User | None, data: dict[str, Any] | None) -> None:
    record.version += 1
    trail.write([_event(record, event, by, data)])
    if is_unnumbered(record.reference):
        record.reference = next_reference(record.root, record.kind, day_of(record.received_at).year)
    Record.objects.filter(pk=record.pk).update(version=record.version, reference=record.reference)


def commit_new(records: Sequence[Record], event: str, *, by: User | None) -> None:
    """As `commit` for many records just created in one import, with few queries."""
    for record in records:
        record.version = 1
    Record.objects.filter(pk__in=[r.pk for r in records]).update(version=1)
    add_facts(records)
    trail.write([_event(record, event, by, None) for record in records])


def insert_children(children: Sequence[Record]) -> None:
    """Writes new records of one kind: the common rows in bulk, then each child's own row."""
    parent_fields = [f.attname for f in Record._meta.concrete_fields if not f.primary_key]
    parents = [Record(**{name: getattr(child, name) for name in parent_fields}) for child in children]
    Record.objects.bulk_create(parents, batch_size=500)
    for child, parent in zip(children, parents, strict=True):
        child.pk = child.id = parent.pk
        child.save_base(raw=True, force_insert=True)


def _event(record: Record, event: str, by: User | None, data: dict[str, Any] | None) -> Any:
    subject = trail.Subject(
        kind=record.kind,
        actor_id=by.pk if by else None,
        record_id=record.pk,
        version=record.version,
        unit_id=record.unit_id,
    )
    return trail.event(event, subject, data=data)
