"""Correcting a term: permission, one new row, and the trail, all or nothing."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.readings import note_reading
from varvet.kernel.organisation.terms import Correction, correct_term
from varvet.kernel.organisation.tree import list_roots
from varvet.kernel.records.models import OneTimeKey

PERMISSION = "organisation.correct_law"


@dataclass(frozen=True)
class Sent:
    """A correction as sent: its one-time key, and the root it holds for (None: the whole installation)."""

    key: str
    correction: Correction
    root: Unit | None


def may_correct(reader: Reader) -> bool:
    return reader.root is not None and can(reader.user, PERMISSION, reader.root, today=reader.today)


def may_correct_everywhere(reader: Reader) -> bool:
    """Only who administers every root may change what holds in all of them."""
    return may_correct(reader) and all(can(reader.user, PERMISSION, root, today=reader.today) for root in list_roots())


def require_correct(reader: Reader) -> Unit:
    """The root worked in. NotAllowed for who may not correct the law there."""
    if reader.root is None:
        raise NotAllowed(_("Du har ingen roll här än. Be systemförvaltaren om en."))
    check(reader.user, PERMISSION, reader.root, today=reader.today)
    return reader.root


def correct(*, by: User, sent: Sent, now: datetime) -> None:
    """Writes the correction once, however many times it is sent. NotAllowed where the person may not."""
    today = day_of(now)
    for root in [sent.root] if sent.root else list_roots():
        check(by, PERMISSION, root, today=today)
    try:
        _write(by, sent, now)
    except IntegrityError:
        if not OneTimeKey.objects.filter(key=sent.key, user=by).exists():
            raise


@transaction.atomic
def note_seen(*, by: User, root: Unit, key: str, seen: bool, now: datetime) -> None:
    """That the paragraph says in the statute what it says here, or that this is taken back."""
    check(by, PERMISSION, root, today=day_of(now))
    note_reading(root=root, key=key, seen=seen, by_id=by.pk, today=day_of(now))
    subject = trail.Subject(kind="section", actor_id=by.pk, unit_id=root.pk)
    trail.write([trail.event("seen" if seen else "unseen", subject, data={"key": key}, at=now)])


@transaction.atomic
def _write(by: User, sent: Sent, now: datetime) -> None:
    # First, so that a second sender of the same form stops here.
    OneTimeKey.objects.create(key=sent.key, user=by)
    correct_term(by_id=by.pk, correction=sent.correction, root=sent.root, now=now, verified_on=day_of(now))
    subject = trail.Subject(kind="term", actor_id=by.pk, unit_id=sent.root.pk if sent.root else None)
    trail.write([trail.event("corrected", subject, data=_coded(sent.correction), at=now)])


def _coded(correction: Correction) -> dict[str, str | int | None]:
    return {
        "key": correction.key,
        "value": correction.value,
        "unit": correction.unit.value,
        "status": correction.status.value,
        "valid_from": correction.valid_from.isoformat() if correction.valid_from else None,
        "valid_to": correction.valid_to.isoformat() if correction.valid_to else None,
    }
