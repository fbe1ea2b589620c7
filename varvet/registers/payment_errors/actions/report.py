"""Telling of a payment that may be wrong."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import announce
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.payment_errors import rules
from varvet.registers.payment_errors.actions.steps import HANDLE, REPORT
from varvet.registers.payment_errors.models import KIND, Part, PaymentError


@dataclass(frozen=True)
class Report:
    """What somebody wrote, how it became known, and where it belongs."""

    unit: Unit
    what: str
    channel: rules.Channel = rules.Channel.OWN


@transaction.atomic
def report(*, content: Report, key: str, by: User, now: datetime) -> Record:
    """The new record, or the one the same key made before."""
    check(by, REPORT, content.unit, today=day_of(now))
    rules.check_words("what", content.what, marked("Berätta vad det gäller."))
    return once(key, by=by, create=lambda: _create(content, by, now))


def _create(content: Report, by: User, now: datetime) -> PaymentError:
    root = content.unit.root or content.unit
    record = PaymentError.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=content.unit,
        status=rules.Status.RECEIVED,
        received_at=now,
        opened_by=by,
        channel=content.channel,
    )
    keep(record, {Part.WHAT: content.what}, by=by, now=now)
    announce(record, Told.ARRIVED, HANDLE, by=by, now=now)
    spine.commit(record, "received", by=by)
    return record
