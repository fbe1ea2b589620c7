"""Files on records: what every register's own actions for adding and removing them do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.db.models import Count, Sum

from varvet.kernel.files import stored
from varvet.kernel.files.refusals import Reason, Refused
from varvet.kernel.files.stored import MEGABYTE, MOST_KEPT, Prepared
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Attachment, Record
from varvet.kernel.records.once import find_made, once
from varvet.kernel.records.sent_files import Outcome, Removal, Sending, Turned

R = TypeVar("R", bound=Record)
Step = Callable[[R], None]
MOST_FILES = 20  # a record
ADDED, REMOVED = "file_added", "file_removed"


@dataclass(frozen=True)
class Room:
    """What a record's files may still come to."""

    files: int
    size: int  # bytes


def nothing_more(_: Record) -> None:
    """For registers that do nothing besides."""


def add(record: R, sending: Sending, *, check: Step[R], then: Step[R] = nothing_more) -> Outcome:
    """Keeps the files that can be taken, all in one transaction, and tells of the others. Once for each key.

    Whether the person may has been asked. With the record locked, `check` says whether it is possible, and `then` does
    what the register does besides. Must not be called inside a transaction: cleaning and scanning take time, and
    nobody else could write meanwhile.
    """
    check(record)
    if find_made(sending.key, by=sending.by):
        return Outcome(len(sending.uploads))
    prepared, turned = _prepared(sending)
    try:
        fitting, too_many = _fitting(prepared, room_of(record))
        if fitting:
            _keep_once(record, fitting, sending, (check, then))
    finally:
        stored.drop_unowned(file.token for file in prepared)
    return Outcome(len(fitting), (*turned, *too_many))


@transaction.atomic
def _keep_once(record: R, fitting: Sequence[Prepared], sending: Sending, steps: tuple[Step[R], Step[R]]) -> None:
    once(sending.key, by=sending.by, create=lambda: _keep(record, fitting, sending, steps))


def remove(record: Record, removal: Removal) -> None:
    """The file goes for good; who, when and why stay. In the caller's transaction, which has asked who may."""
    current = spine.lock(record, version=removal.version)
    attachment = Attachment.objects.select_related("file").filter(pk=removal.attachment_id, record=current).first()
    if attachment is None or attachment.file is None:
        raise RuleBroken("attachments.gone", "Filen är redan borttagen.")
    if not removal.reason.strip():
        raise RuleBroken("attachments.reason", "Skriv varför filen tas bort.", field="reason")
    file, attachment.file = attachment.file, None
    attachment.reason, attachment.removed_at, attachment.removed_by = removal.reason.strip(), removal.now, removal.by
    attachment.save()
    stored.discard(file)
    spine.commit(current, REMOVED, by=removal.by, data={"attachment": attachment.pk})


def room_of(record: Record) -> Room:
    kept = Attachment.objects.filter(record_id=record.pk, file__isnull=False)
    sums = kept.aggregate(files=Count("pk"), size=Sum("file__size"))
    return Room(MOST_FILES - sums["files"], MOST_KEPT - (sums["size"] or 0))


def _prepared(sending: Sending) -> tuple[list[Prepared], list[Turned]]:
    prepared, turned = [], []
    for upload in sending.uploads:
        try:
            prepared.append(stored.prepare(upload, by=sending.by))
        except Refused as refused:
            turned.append(Turned(upload.name, refused))
    return prepared, turned


def _fitting(prepared: Sequence[Prepared], room: Room) -> tuple[list[Prepared], list[Turned]]:
    """Those there is room for, in order, and the rest."""
    fitting: list[Prepared] = []
    turned: list[Turned] = []
    for file in prepared:
        if len(fitting) >= room.files:
            turned.append(Turned(file.name, Refused(Reason.TOO_MANY, values={"most": MOST_FILES})))
        elif sum(kept.size for kept in fitting) + file.size > room.size:
            turned.append(Turned(file.name, Refused(Reason.NO_ROOM, values={"most": MOST_KEPT // MEGABYTE})))
        else:
            fitting.append(file)
    return fitting, turned


def _keep(record: R, files: Sequence[Prepared], sending: Sending, steps: tuple[Step[R], Step[R]]) -> R:
    current = type(record)._base_manager.select_for_update().get(pk=record.pk)
    check, then = steps
    check(current)
    if _fitting(files, room_of(current))[1]:  # somebody else was adding too
        raise RuleBroken("attachments.room", "Ärendet har fått fler filer. Läs in sidan och försök igen.")
    for file in files:
        Attachment.objects.create(record=current, file=stored.add(file, by=sending.by, now=sending.now))
    then(current)
    kinds = sorted({file.kind.value for file in files})
    spine.commit(current, ADDED, by=sending.by, data={"files": len(files), "kinds": kinds})
    return current
