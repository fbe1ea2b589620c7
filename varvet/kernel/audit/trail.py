"""Writing the trail: one row an event, in the same transaction as what it tells of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from varvet.kernel.audit.macs import mac_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent

VERIFIED = "verified"  # the trail has been read through; `faults` says how many were found


@dataclass(frozen=True)
class Subject:
    """What an event is about and who did it. `version` is the record's after the event."""

    kind: str
    actor_id: int | None
    record_id: int | None = None
    version: int | None = None
    unit_id: int | None = None


def event(name: str, subject: Subject, *, data: dict[str, Any] | None = None, at: datetime | None = None) -> AuditEvent:
    """An unsaved, signed event; `data` holds coded values only."""
    row = AuditEvent(
        at=at or timezone.now(),
        actor_id=subject.actor_id,
        event=name,
        kind=subject.kind,
        record_id=subject.record_id,
        version=subject.version,
        unit_id=subject.unit_id,
        data=data or {},
    )
    row.mac = mac_of(row)
    return row


def write(rows: Iterable[AuditEvent]) -> None:
    AuditEvent.objects.bulk_create(rows, batch_size=500)


def write_readings(records: Iterable[tuple[str, int]], *, part: str, actor_id: int | None) -> None:
    """Notes that somebody read a part of several records, each named by kind and id. Takes no lock."""
    now = timezone.now()
    rows = [ReadEvent(at=now, actor_id=actor_id, kind=kind, record_id=pk, part=part) for kind, pk in records]
    for row in rows:
        row.mac = mac_of(row)
    ReadEvent.objects.bulk_create(rows, batch_size=500)


def write_reading(*, kind: str, record_id: int, part: str, actor_id: int | None) -> None:
    """Notes that somebody read a part of a record. Takes no lock."""
    row = ReadEvent(at=timezone.now(), actor_id=actor_id, kind=kind, record_id=record_id, part=part)
    row.mac = mac_of(row)
    row.save(force_insert=True)


def write_verified(*, faults: int) -> None:
    """Notes in the trail itself that it has been checked, so that those who run the system see when."""
    write([event(VERIFIED, Subject(kind="trail", actor_id=None), data={"faults": faults})])
