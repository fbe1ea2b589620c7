"""A file's life: prepared before anything is written of it, added, read, scanned again, and discarded."""

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.crypto.ciphers import CannotRead
from varvet.kernel.files import keeping, names, sandbox, scanning
from varvet.kernel.files.kinds import Kind, kind_of
from varvet.kernel.files.models import State, StoredFile
from varvet.kernel.files.refusals import Reason, Refused
from varvet.kernel.files.scanning import Verdict

MEGABYTE = 1_000_000  # bytes
MOST_BYTES = 15 * MEGABYTE  # a file
MOST_KEPT = 60 * MEGABYTE  # of one form and of one record
logger = logging.getLogger(__name__)
AUDITED_AS = "files"
STATE_AFTER = {Verdict.CLEAN: State.CLEAN, Verdict.UNKNOWN: State.WAITING}


@dataclass(frozen=True)
class Upload:
    """A file as received. `size` in bytes is as sent; `content` is empty where it was not kept."""

    name: str
    size: int
    content: bytes


@dataclass(frozen=True)
class Prepared:
    """A file whose content is cleaned and on disk, and which has no row yet."""

    token: str
    name: str
    kind: Kind
    size: int
    sha256: str
    state: State


def prepare(upload: Upload, *, by: User) -> Prepared:
    """Outside every transaction: it takes time. Refused with the reason when the file is not taken."""
    name = names.cleaned(upload.name)
    if upload.size > MOST_BYTES:
        raise Refused(Reason.TOO_LARGE, values={"most": MOST_BYTES // MEGABYTE})
    if not upload.size:
        raise Refused(Reason.EMPTY)
    kind = kind_of(name)
    if not upload.content:
        raise Refused(Reason.NO_ROOM, values={"most": MOST_KEPT // MEGABYTE})
    state = _scanned(upload.content, by)
    content = sandbox.clean(upload.content, kind)
    if len(content) > 2 * MOST_BYTES:
        raise Refused(Reason.TOO_HEAVY)
    token = keeping.new_token()
    keeping.write(token, content)
    return Prepared(token, name, kind, len(content), hashlib.sha256(content).hexdigest(), state)


def prepare_own(name: str, content: bytes) -> Prepared:
    """A document the program has made itself: kept byte for byte, since nothing in it comes from outside.

    Outside every transaction, as `prepare`. A scanner sees it as it sees every other file.
    """
    token, state = keeping.new_token(), State.WAITING if scanning.is_configured() else State.UNSCANNED
    keeping.write(token, content)
    return Prepared(token, name, kind_of(name), len(content), hashlib.sha256(content).hexdigest(), state)


def _scanned(content: bytes, by: User) -> State:
    """As sent, before anything in it is taken out."""
    if not scanning.is_configured():
        return State.UNSCANNED
    verdict = scanning.verdict_on(content)
    if verdict is Verdict.INFECTED:
        trail.write([trail.event("infected_file_refused", trail.Subject(AUDITED_AS, by.pk))])
        raise Refused(Reason.INFECTED)
    return STATE_AFTER[verdict]


def add(prepared: Prepared, *, by: User | None, now: datetime) -> StoredFile:
    """Its row, in the caller's transaction: from its end the file exists."""
    return StoredFile.objects.create(
        token=prepared.token,
        name=prepared.name,
        kind=prepared.kind,
        size=prepared.size,
        sha256=prepared.sha256,
        state=prepared.state,
        scanned_at=now if prepared.state == State.CLEAN else None,
        uploaded_at=now,
        uploaded_by=by,
    )


def drop_unowned(tokens: Iterable[str]) -> None:
    """Removes the contents among these that got no row: a rule refused them, or the form had been sent before."""
    wanted = set(tokens)
    owned = set(StoredFile.objects.filter(token__in=wanted).values_list("token", flat=True))
    for token in wanted - owned:
        keeping.remove(token)


def is_open(file: StoredFile) -> bool:
    """Whether it may be handed out. One that no scanner has seen may be, where there is no scanner."""
    return file.state == State.CLEAN or (file.state == State.UNSCANNED and not scanning.is_configured())


def read(file: StoredFile) -> bytes:
    return keeping.read(file.token)


def discard(file: StoredFile) -> None:
    """Its row in the caller's transaction; its content when that has ended well."""
    token = file.token
    file.delete()
    transaction.on_commit(partial(keeping.remove, token))


def scan_waiting(*, now: datetime) -> int:
    """Scans what no scanner has judged, oldest first; returns how many were. Ends when the scanner does not answer."""
    if not scanning.is_configured():
        return 0
    waiting = StoredFile.objects.filter(state__in=[State.WAITING, State.UNSCANNED]).order_by("uploaded_at", "pk")
    judged = 0
    for file in waiting.iterator(chunk_size=100):
        content = _content_of(file)
        verdict = scanning.verdict_on(content) if content is not None else None
        if verdict is Verdict.UNKNOWN:
            break
        if verdict is not None:
            _judge(file, verdict, now)
            judged += 1
    return judged


def _content_of(file: StoredFile) -> bytes | None:
    """None for one that was removed meanwhile, or is lost or altered: it must not keep the others waiting."""
    try:
        return keeping.read(file.token)
    except (FileNotFoundError, CannotRead):
        logger.exception("The content of file %s cannot be read.", file.pk)
        return None


@transaction.atomic
def _judge(file: StoredFile, verdict: Verdict, now: datetime) -> None:
    """An infected file keeps its row, so that its record can say what became of it; its content goes."""
    infected = verdict is Verdict.INFECTED
    state = State.INFECTED if infected else State.CLEAN
    found = StoredFile.objects.filter(pk=file.pk).update(state=state, scanned_at=now)
    if found and infected:
        trail.write([trail.event("infected_file_removed", trail.Subject(AUDITED_AS, None), data={"file": file.pk})])
        transaction.on_commit(partial(keeping.remove, file.token))


def remove_orphans(*, now: datetime) -> int:
    """Contents older than a day that no row knows, from processes that were cut off; returns how many went."""
    owned = set(StoredFile.objects.exclude(state=State.INFECTED).values_list("token", flat=True))
    orphans = [path for path in keeping.list_old(now=now) if path.name not in owned]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
