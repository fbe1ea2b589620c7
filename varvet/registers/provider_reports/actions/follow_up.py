"""Following up: demands on the provider by its contract, and visits to the person affected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import Writing, rows_of
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.steps import begin, finish, move
from varvet.registers.provider_reports.models import FollowUp, Narrative, Part, ProviderReport


@dataclass(frozen=True)
class Plan:
    """What is followed up, what is asked or looked at, and by which day."""

    subject: rules.Subject
    words: str
    due_on: date


@dataclass(frozen=True)
class Came:
    """Something that came or was done on a day: an answer, or what the follow-up showed."""

    words: str
    on: date


@transaction.atomic
def plan(*, report: ProviderReport, content: Plan, version: int, by: User, now: datetime) -> FollowUp:
    current = begin(report, rules.Event.PLAN, version=version, by=by, now=now)
    rules.check_words("words", content.words, "Skriv vad som ska följas upp.")
    rules.check_still_ahead("due_on", content.due_on, day_of(now))
    move(current, rules.Event.PLAN)
    made = FollowUp.objects.create(
        report=current, subject=content.subject, planned_on=day_of(now), due_on=content.due_on
    )
    _keep(made, {Part.DEMAND: content.words}, by, now)
    finish(current, "follow_up_planned", by=by, data={"follow_up": made.pk, "subject": content.subject})
    return made


@transaction.atomic
def note_answer(*, follow_up: FollowUp, content: Came, version: int, by: User, now: datetime) -> ProviderReport:
    """What the provider answered to a demand; a later answer takes the day of the earlier."""
    current, found = _open(follow_up, rules.Event.ANSWER, version, by, now)
    if found.subject != rules.Subject.CONTRACT:
        raise RuleBroken("provider_report.answer.subject", "Bara krav på utföraren får svar av utföraren.")
    _check(found, content, now)
    found.answered_on = content.on
    found.save()
    _keep(found, {Part.ANSWER: content.words}, by, now)
    return finish(current, "follow_up_answered", by=by, data={"follow_up": found.pk})


@transaction.atomic
def finish_follow_up(*, follow_up: FollowUp, content: Came, version: int, by: User, now: datetime) -> ProviderReport:
    current, found = _open(follow_up, rules.Event.FINISH, version, by, now)
    _check(found, content, now)
    if found.answered_on:
        rules.check_not_before("on", content.on, found.answered_on)
    found.done_on, found.done_by = content.on, by
    found.save()
    _keep(found, {Part.RESULT: content.words}, by, now)
    return finish(current, "followed_up", by=by, data={"follow_up": found.pk, "subject": found.subject})


def _open(
    follow_up: FollowUp, event: rules.Event, version: int, by: User, now: datetime
) -> tuple[ProviderReport, FollowUp]:
    """The report, locked, and its follow-up as it is now, which must not be finished."""
    current = begin(follow_up.report, event, version=version, by=by, now=now)
    found = FollowUp.objects.get(pk=follow_up.pk)
    rules.check_unfinished(done=found.is_done)
    return current, found


def _check(follow_up: FollowUp, content: Came, now: datetime) -> None:
    rules.check_words("words", content.words, "Skriv vad som kom fram.")
    rules.check_not_ahead("on", content.on, day_of(now))
    rules.check_not_before("on", content.on, follow_up.planned_on)


def _keep(follow_up: FollowUp, parts: Mapping[Part, str], by: User, now: datetime) -> None:
    rows = rows_of(follow_up.report, {part: text.strip() for part, text in parts.items()}, Writing(now, by))
    for row in rows:
        assert isinstance(row, Narrative)
        row.follow_up = follow_up
        row.save()
