"""A record's files as read: listed, and handed out one by one with a reading noted."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.files import stored
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.models import State
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Attachment, Record
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import Files, get_register, is_visible


@dataclass(frozen=True)
class Attached:
    """A file as listed. `name` may tell of a person. `sender` is empty for the reader's own and for the unknown."""

    attachment_id: int
    token: str
    name: str
    size: int  # bytes
    state: State
    is_open: bool
    added_at: datetime
    own: bool
    by_reporter: bool
    sender: str


@dataclass(frozen=True)
class Removed:
    """A file that was removed. The reason is for those who read all of the record's files."""

    at: datetime
    reason: str


@dataclass(frozen=True)
class HandedOut:
    name: str
    kind: Kind
    content: bytes


def files_of(record: Record) -> Files | None:
    """How the record's register takes files; None when it takes none."""
    return get_register(record.kind).files


def list_attached(reader: Reader, record: Record) -> list[Attached]:
    """The files the reader may open, in the order they came. Their names are noted as read."""
    rows = _readable(reader, record).order_by("file__uploaded_at", "pk")
    listed = [_attached(reader, record, row) for row in rows]
    if listed:
        note_reading(record, "file_names", by=reader.user)
    return listed


def list_removed(reader: Reader, record: Record) -> list[Removed]:
    files = files_of(record)
    if files is None or not files.reads_all(reader, record):
        return []
    rows = Attachment.objects.filter(record_id=record.pk, file__isnull=True).order_by("removed_at", "pk")
    return [Removed(row.removed_at, row.reason) for row in rows if row.removed_at and row.reason]


def find_attached(reader: Reader, record: Record, attachment_id: int) -> Attached | None:
    row = _readable(reader, record).filter(pk=attachment_id).first()
    return _attached(reader, record, row) if row else None


def hand_out(reader: Reader, token: str) -> HandedOut | None:
    """The content, with the reading noted; None where there is none for this reader. RuleBroken until it is scanned."""
    row = Attachment.objects.filter(file__token=token).select_related("file", "record").first()
    if row is None or not is_visible(reader, row.record):
        return None
    if not _readable(reader, row.record).filter(pk=row.pk).exists():
        return None
    assert row.file is not None
    if row.file.state == State.INFECTED:
        return None
    if not stored.is_open(row.file):
        raise RuleBroken("attachments.waiting", "Filen väntar på viruskontroll. Försök igen om en stund.")
    content = stored.read(row.file)
    note_reading(row.record, f"file:{row.pk}", by=reader.user)
    return HandedOut(row.file.name, Kind(row.file.kind), content)


def _readable(reader: Reader, record: Record) -> QuerySet[Attachment]:
    """The record's files that this reader of the record may read: all, or those they sent."""
    files = files_of(record)
    if files is None:
        return Attachment.objects.none()
    rows = Attachment.objects.filter(record_id=record.pk, file__isnull=False).select_related("file__uploaded_by")
    return rows if files.reads_all(reader, record) else rows.filter(file__uploaded_by=reader.user)


def _attached(reader: Reader, record: Record, row: Attachment) -> Attached:
    assert row.file is not None
    sender = row.file.uploaded_by
    by_reporter = sender is not None and sender.pk == record.opened_by_id
    return Attached(
        attachment_id=row.pk,
        token=row.file.token,
        name=row.file.name,
        size=row.file.size,
        state=State(row.file.state),
        is_open=stored.is_open(row.file),
        added_at=row.file.uploaded_at,
        own=sender == reader.user,
        by_reporter=by_reporter,
        sender=sender.name if sender and not by_reporter and sender != reader.user else "",
    )
