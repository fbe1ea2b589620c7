"""Capturing: what somebody said or wrote becomes a record, once, however often it is sent."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, day_of
from varvet.kernel.notifications.events import Event as Notice
from varvet.kernel.notifications.telling import announce
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.organisation.shipped_lists import find_category
from varvet.kernel.questions.suspicions import must_be_weighed, notice_words
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.categorise import NOT_LISTED
from varvet.registers.feedback.actions.steps import HANDLE
from varvet.registers.feedback.models import KIND, TYPES, Feedback, Mention, Part, first_due
from varvet.registers.feedback.rules import AnswerWay, Handled, Status

RECEIVE = "feedback.receive"
NOON = time(12)


@dataclass(frozen=True)
class Capture:
    """What the staff noted: no name of who said it. `confidentiality` shuts the unit's manager out when it is about
    them. `category` is a code of the root's list; `said_on` is an earlier day, as on a paper form.
    """

    unit: Unit
    sort: rules.Sort
    channel: rules.Channel
    what: str
    sender: str = ""
    confidentiality: Confidentiality = Confidentiality.NORMAL
    said_by: rules.Speaker | None = None
    on_behalf: bool = False
    category: str = ""
    handled: Handled = Handled.LATER
    said_on: date | None = None


@transaction.atomic
def capture(*, content: Capture, key: str, by: User, now: datetime) -> Record:
    """The new record, or the one the same key made before."""
    check(by, RECEIVE, content.unit, today=day_of(now))
    rules.check_capture(content.handled, content.what, categorised=bool(content.category))
    if content.said_on is not None:
        rules.check_said_on(content.said_on, day_of(now))
    return once(key, by=by, create=lambda: _create(content, by, now))


def _create(content: Capture, by: User, now: datetime) -> Feedback:
    """What may be lex Sarah stays open however it was handled there and then: somebody must take a stand first."""
    category = _category(content, now)
    feedback = _new(content, by, now)
    if category is not None:
        feedback.category_list = category.list
        Mention.objects.create(feedback=feedback, category=category, primary=True)
    keep(feedback, {Part.WHAT: content.what, Part.SENDER: _sender(content)}, by=by, now=now)
    notice_words(feedback, [content.what], now=now)
    if content.handled is Handled.LATER or must_be_weighed(feedback):
        announce(feedback, Notice.ARRIVED, HANDLE, by=by, now=now)
    else:
        _settle(feedback)
    feedback.save()
    data = {"sort": content.sort, "channel": content.channel, "handled": content.handled}
    spine.commit(feedback, "received", by=by, data=data)
    return feedback


def _settle(feedback: Feedback) -> None:
    """An answer given there and then is an answer, the same day, of which nothing is written."""
    day = day_of(feedback.received_at)
    feedback.status, feedback.closed_at, feedback.closed_on = Status.CLOSED, feedback.received_at, day
    if feedback.settled_at_once and feedback.answer_due_on is not None:
        feedback.answered_on, feedback.answered_how = day, AnswerWay.AT_ONCE


def _new(content: Capture, by: User, now: datetime) -> Feedback:
    root = content.unit.root
    assert root is not None
    received_at = _received_at(content.said_on, now)
    day, at_once = day_of(received_at), content.handled is Handled.AT_ONCE
    return Feedback.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day.year),
        root=root,
        unit=content.unit,
        status=Status.RECEIVED,
        occurred_day=content.said_on,
        received_at=received_at,
        opened_by=by,
        confidentiality=content.confidentiality,
        sort=content.sort,
        channel=content.channel,
        said_by=content.said_by or "",
        on_behalf=content.on_behalf,
        settled_at_once=at_once,
        handled_in_case=content.handled is Handled.IN_CASE,
        answer_due_on=first_due(root, content.sort, day),
    )


def _received_at(said_on: date | None, now: datetime) -> datetime:
    """The organisation had it from the day it was said, so that is when the time to answer begins."""
    if said_on is None or said_on == day_of(now):
        return now
    return datetime.combine(said_on, NOON, tzinfo=STOCKHOLM)


def _sender(content: Capture) -> str:
    """How to reach somebody is kept only where somebody is to reach them."""
    return content.sender if content.handled is Handled.LATER else ""


def _category(content: Capture, now: datetime) -> Category | None:
    if not content.category:
        return None
    assert content.unit.root is not None
    found = find_category(content.unit.root, TYPES, content.category, day_of(now))
    if found is None:
        raise RuleBroken("feedback.category.list", NOT_LISTED, field="category")
    return found
