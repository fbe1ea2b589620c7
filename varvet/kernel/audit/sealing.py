"""The sealer: chains rows that have been committed, a few seconds behind, so that no writer waits for another."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from varvet.kernel.audit.macs import START, next_digest
from varvet.kernel.audit.models import AuditEvent, ReadEvent, Seal, Stream

ROWS: dict[str, type[AuditEvent] | type[ReadEvent]] = {Stream.EVENTS: AuditEvent, Stream.READINGS: ReadEvent}
ALARM_AFTER = timedelta(minutes=5)
Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Head:
    """The end of a chain at a moment: what an exported copy is checked against later."""

    stream: str
    number: int
    digest: str


def seal(*, now: datetime | None = None, batch: int = 5000) -> int:
    """Seals what is not sealed yet in both streams; returns how many rows."""
    return sum(_seal_stream(stream, now or timezone.now(), batch) for stream in ROWS)


def _seal_stream(stream: str, now: datetime, batch: int) -> int:
    """None when another sealer was first: what is left is taken next time."""
    try:
        with transaction.atomic():
            return _seal_rows(stream, now, batch)
    except IntegrityError:
        return 0


def _seal_rows(stream: str, now: datetime, batch: int) -> int:
    last = Seal.objects.select_for_update().filter(stream=stream).order_by("-number").first()
    number, digest = (last.number, last.digest) if last else (0, START)
    sealed = Seal.objects.filter(stream=stream, row_id=models.OuterRef("pk"))
    waiting = ROWS[stream].objects.filter(~models.Exists(sealed)).order_by("pk")[:batch]
    links = []
    for row in waiting:
        number, digest = number + 1, next_digest(digest, row.pk, row.mac)
        links.append(Seal(stream=stream, number=number, row_id=row.pk, digest=digest, sealed_at=now))
    Seal.objects.bulk_create(links, batch_size=500)
    return len(links)


def heads() -> list[Head]:
    """The end of each chain, for export to a place outside this system."""
    found = []
    for stream in ROWS:
        last = Seal.objects.filter(stream=stream).order_by("-number").first()
        found.append(Head(stream, last.number if last else 0, last.digest if last else START))
    return found


def unsealed_too_long(*, now: datetime) -> int:
    """How many rows have waited for their seal for more than five minutes: should be none."""
    total = 0
    for stream, rows in ROWS.items():
        sealed = Seal.objects.filter(stream=stream, row_id=models.OuterRef("pk"))
        total += rows.objects.filter(~models.Exists(sealed), at__lt=now - ALARM_AFTER).count()
    return total
