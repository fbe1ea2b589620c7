"""Closing, with an answer or a reason for none, or to the person's own case; and taking it up again."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Notice
from varvet.kernel.questions.suspicions import check_settled
from varvet.kernel.records import narratives
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import begin_case, tell_noter
from varvet.registers.feedback.models import Feedback, Part, progress_of
from varvet.registers.feedback.rules import Event


@transaction.atomic
def close(*, feedback: Feedback, reason: str, version: int, by: User, now: datetime) -> Feedback:
    """`reason` is why there is no answer, where there is none."""
    case = begin_case(feedback, Event.CLOSE, version=version, by=by, now=now)
    rules.check_closing(progress_of(case.lead), reason)
    for one in case.all:
        check_settled(one)
        keep(one, {Part.REASON: reason}, by=by, now=now)
        tell_noter(one, Notice.CLOSED, by=by, now=now)
    case.change(_closed(Event.CLOSE, case.lead, now))
    return case.finish("closed", by=by)


@transaction.atomic
def settle_in_case(*, feedback: Feedback, moved: bool, version: int, by: User, now: datetime) -> Feedback:
    """From now on it is counted here and nothing more: its words are the person's own case's, and are removed here.

    `moved` says that somebody has put them there. RuleBroken where they have not, or where it may be lex Sarah.
    """
    case = begin_case(feedback, Event.SETTLE, version=version, by=by, now=now)
    table = narratives.table_of(Feedback)
    rows = table._default_manager.filter(**{f"{narratives.key_of(Feedback)}__in": [one.pk for one in case.all]})
    if rows.exists() and not moved:
        sentence = "För först över texten till personens eget ärende. Den tas bort här."
        raise RuleBroken("feedback.settle.moved", sentence, field="moved")
    for one in case.all:
        check_settled(one)
        tell_noter(one, Notice.CLOSED, by=by, now=now)
    rows.delete()
    case.change(_closed(Event.SETTLE, case.lead, now) | {"handled_in_case": True})
    return case.finish("settled_in_case", by=by)


def _closed(event: Event, lead: Feedback, now: datetime) -> dict[str, object]:
    status = rules.check_transition(event, lead.status)
    return {"status": status, "closed_at": now, "closed_on": day_of(now), "asked_on": None, "added_on": None}


@transaction.atomic
def reopen(*, feedback: Feedback, reason: str, version: int, by: User, now: datetime) -> Feedback:
    case = begin_case(feedback, Event.REOPEN, version=version, by=by, now=now)
    rules.check_words("reason", reason, "Skriv varför ärendet öppnas igen.")
    status = rules.check_transition(Event.REOPEN, case.lead.status)
    case.change({"status": status, "closed_at": None, "closed_on": None, "reopened_on": day_of(now)})
    case.change({"handled_in_case": False})
    for one in case.all:
        keep(one, {Part.AGAIN: reason}, by=by, now=now)
    return case.finish("reopened", by=by)
