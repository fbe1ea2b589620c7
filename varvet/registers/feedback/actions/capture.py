"""Capturing: what somebody said or wrote becomes received feedback, once, however often it is sent."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.suspicions import notice_words
from varvet.kernel.records import spine
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import KIND, Feedback, Part


@dataclass(frozen=True)
class Capture:
    """What the staff noted. `confidentiality` shuts the unit's manager out when it is about them."""

    unit: Unit
    sort: rules.Sort
    channel: rules.Channel
    what: str
    sender: str = ""
    confidentiality: Confidentiality = Confidentiality.NORMAL


@transaction.atomic
def capture(*, content: Capture, key: str, by: User, now: datetime) -> Record:
    """The new record, or the one the same key made before."""
    check(by, "feedback.receive", content.unit, today=day_of(now))
    rules.check_words("what", content.what, "Skriv vad personen sade.")
    return once(key, by=by, create=lambda: _create(content, by, now))


def _create(content: Capture, by: User, now: datetime) -> Feedback:
    root = content.unit.root
    assert root is not None
    feedback = Feedback.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=content.unit,
        status=rules.Status.RECEIVED,
        received_at=now,
        opened_by=by,
        confidentiality=content.confidentiality,
        sort=content.sort,
        channel=content.channel,
    )
    keep(feedback, {Part.WHAT: content.what, Part.SENDER: content.sender}, by=by, now=now)
    notice_words(feedback, [content.what], now=now)
    spine.commit(feedback, "received", by=by, data={"sort": content.sort, "channel": content.channel})
    return feedback
