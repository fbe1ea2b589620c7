"""Following up the measures: what is looked at and when, and whether it helped."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import begin, finish
from varvet.registers.lex_sarah.models import FollowUp, LexSarah, Part, Reopening


@dataclass(frozen=True)
class Plan:
    """What is to be followed up, and by which day."""

    plan: str
    due_on: date


@dataclass(frozen=True)
class Judgement:
    """Whether it helped, and what shows it."""

    result: rules.Result
    words: str


@transaction.atomic
def follow_up(*, case: LexSarah, content: Plan, version: int, by: User, now: datetime) -> LexSarah:
    """Plans a follow-up. What is serious is reported to the inspectorate first."""
    current = begin(case, rules.Event.FOLLOW_UP, version=version, by=by, now=now)
    rules.check_told_authority(current.outcome, current.reported_on)
    rules.check_none_planned(current.follow_ups.filter(result="").count())
    rules.check_plan(content.plan, content.due_on, day_of(now))
    FollowUp.objects.create(case=current, plan=content.plan.strip(), planned_on=day_of(now), due_on=content.due_on)
    return finish(current, "following_up", by=by, data={"due": content.due_on.isoformat()})


@transaction.atomic
def judge(*, case: LexSarah, content: Judgement, version: int, by: User, now: datetime) -> LexSarah:
    current = begin(case, rules.Event.JUDGE, version=version, by=by, now=now)
    planned = current.follow_ups.filter(result="").first()
    rules.check_planned(int(planned is not None))
    rules.check_words("words", content.words, "Skriv vad som visar det.")
    assert planned is not None
    planned.result, planned.words = content.result, content.words.strip()
    planned.judged_at, planned.judged_by = now, by
    planned.save()
    return finish(current, "followed_up", by=by, data={"result": content.result})


@transaction.atomic
def reopen(*, case: LexSarah, reason: str, version: int, by: User, now: datetime) -> LexSarah:
    """A closed case is taken up again: its decision stands, and its closing counts no more until it is closed anew."""
    current = begin(case, rules.Event.REOPEN, version=version, by=by, now=now)
    return _taken_up(current, reason, by, now)


@transaction.atomic
def reconsider(*, case: LexSarah, reason: str, version: int, by: User, now: datetime) -> LexSarah:
    """A case that was not investigated is looked at again, from the beginning."""
    current = begin(case, rules.Event.RECONSIDER, version=version, by=by, now=now)
    current.not_opened = ""
    return _taken_up(current, reason, by, now)


def _taken_up(case: LexSarah, reason: str, by: User, now: datetime) -> LexSarah:
    rules.check_words("reason", reason, "Skriv varför ärendet öppnas igen.")
    case.closed_at, case.closed_on = None, None
    Reopening.objects.create(case=case, reopened_at=now, reopened_by=by)
    keep(case, {Part.REOPENED: reason}, by=by, now=now)
    return finish(case, "reopened", by=by)
