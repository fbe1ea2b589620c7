"""What whoever sent it does with the code of their receipt: adds more, says what they thought, asks to take it up."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.crypto.handed import fingerprint
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.questions.suspicions import notice_words
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.once import once
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import tell_handler
from varvet.registers.feedback.models import Feedback, Following, Part


@transaction.atomic
def add_by_code(*, follow_hash: str, text: str, key: str, now: datetime) -> Record:
    """Once for a key, however often it is sent. Following.DoesNotExist for a code that is none."""
    feedback = _locked(follow_hash)
    return once(fingerprint(key), by=None, create=lambda: _add(feedback, text, now))


def _add(feedback: Feedback, text: str, now: datetime) -> Feedback:
    rules.check_event(rules.Event.ADD, feedback.status)
    rules.check_words("more", text.strip(), "Skriv vad du vill lägga till.")
    feedback.asked_on, feedback.added_on = None, day_of(now)
    feedback.save()
    notice_words(feedback, [text], now=now)
    keep(feedback, {Part.ADDED: text}, by=None, now=now)
    tell_handler(feedback, Event.ADDED, by=None, now=now)
    spine.commit(feedback, "added", by=None)
    return feedback


@transaction.atomic
def judge_by_code(*, follow_hash: str, contentment: rules.Contentment, now: datetime) -> Feedback:
    """The last thing they say holds; the same again changes nothing."""
    feedback = _locked(follow_hash)
    rules.check_event(rules.Event.JUDGE, feedback.status)
    if feedback.contentment == contentment:
        return feedback
    feedback.contentment, feedback.judged_on = contentment, day_of(now)
    feedback.save()
    spine.commit(feedback, "judged", by=None, data={"contentment": contentment})
    return feedback


@transaction.atomic
def reopen_by_code(*, follow_hash: str, reason: str, key: str, now: datetime) -> Record:
    """Takes it up again, once for a key: answered anew within the days, counted from today."""
    feedback = _locked(follow_hash)
    return once(fingerprint(key), by=None, create=lambda: _reopen(feedback, reason, now))


def _reopen(feedback: Feedback, reason: str, now: datetime) -> Feedback:
    feedback.status = rules.check_transition(rules.Event.REOPEN, feedback.status)
    rules.check_words("reason", reason.strip(), "Skriv vad som inte blev bra.")
    feedback.closed_at, feedback.closed_on, feedback.reopened_on = None, None, day_of(now)
    feedback.handled_in_case = False
    feedback.joined_to = None  # what was answered together is answered anew by itself
    feedback.save()
    notice_words(feedback, [reason], now=now)
    keep(feedback, {Part.ADDED: reason}, by=None, now=now)
    tell_handler(feedback, Event.REOPENED, by=None, now=now)
    spine.commit(feedback, "reopened", by=None)
    return feedback


def _locked(follow_hash: str) -> Feedback:
    followed = Following.objects.get(follow_hash=follow_hash)
    return Feedback.objects.select_for_update(of=("self",)).select_related("unit", "root").get(pk=followed.feedback_id)
