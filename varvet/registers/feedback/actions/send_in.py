"""Sending in without an account: it becomes a record, once, and whoever sent it gets a code to follow it by."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from varvet.kernel.crypto.handed import fingerprint, follow_code, hash_of_code
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import announce
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.suspicions import notice_words
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import unnumbered
from varvet.kernel.records.once import once
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import KIND, Attempt, Feedback, Following, Part, first_due
from varvet.registers.feedback.rules import public


@dataclass(frozen=True)
class SentIn:
    """What somebody wrote. `unit` is the root where it is about no unit; `sender` is empty when anonymous."""

    unit: Unit
    sort: rules.Sort
    what: str
    sender: str = ""


@transaction.atomic
def send_in(*, content: SentIn, key: str, now: datetime) -> Record:
    """The new record, or the one the same key made before, whoever sends it: a browser may have lost all but the form.

    The follow-up code is worked out from `key`, which the program makes for each form and only its browser knows. Of
    the key and of the code only hashes are kept.
    """
    rules.check_words("what", content.what.strip(), "Skriv vad du vill berätta.")
    return once(fingerprint(key), by=None, create=lambda: _create(content, key, now))


def _create(content: SentIn, key: str, now: datetime) -> Feedback:
    root = content.unit.root
    assert root is not None
    feedback = Feedback.objects.create(
        kind=KIND,
        reference=unnumbered(),
        root=root,
        unit=content.unit,
        status=rules.Status.RECEIVED,
        received_at=now,
        sort=content.sort,
        channel=rules.Channel.WEB,
        answer_due_on=first_due(root, content.sort, day_of(now)),
    )
    Following.objects.create(feedback=feedback, follow_hash=hash_of_code(KIND, follow_code(KIND, key)))
    keep(feedback, {Part.WHAT: content.what, Part.SENDER: content.sender}, by=None, now=now)
    notice_words(feedback, [content.what], now=now)
    announce(feedback, Event.ARRIVED, "feedback.answer", by=None, now=now)
    spine.commit_made(feedback, "received", by=None, data={"sort": content.sort, "channel": rules.Channel.WEB})
    return feedback


def note_attempt(*, purpose: Attempt.Purpose, source: str, now: datetime) -> int:
    """Counts one more from a source this hour, in a transaction of its own; returns how many there have been."""
    this: dict[str, Any] = {"purpose": purpose, "source": source, "hour": public.window_of(now)}
    with transaction.atomic():
        if not _count(this):
            Attempt.objects.filter(hour__lt=this["hour"]).delete()
            Attempt.objects.get_or_create(**this)
            _count(this)
        return Attempt.objects.get(**this).count


def _count(this: dict[str, Any]) -> int:
    return Attempt.objects.filter(**this).update(count=F("count") + 1)
