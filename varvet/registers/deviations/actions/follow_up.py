"""Following up: what is looked at and when, and whether it helped."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.case import open_case
from varvet.registers.deviations.models import Deviation, Part


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
def follow_up(*, deviation: Deviation, content: Plan, version: int, by: User, now: datetime) -> Deviation:
    case = open_case(deviation, rules.Event.FOLLOW_UP, version=version, by=by, now=now)
    rules.check_follow_up(content.plan, content.due_on, day_of(now))
    case.lead.follow_up_due_on = content.due_on
    case.move(rules.Status.FOLLOWING_UP, {})
    keep(case.lead, {Part.PLAN: content.plan}, by=by, now=now)
    return case.commit("following_up", by=by)


@transaction.atomic
def judge(*, deviation: Deviation, content: Judgement, version: int, by: User, now: datetime) -> Deviation:
    lead = open_case(deviation, rules.Event.JUDGE, version=version, by=by, now=now).lead
    rules.check_reason("judge", content.words, "Skriv vad som visar det.")
    lead.follow_up_result, lead.followed_up_on = content.result, day_of(now)
    lead.save()
    keep(lead, {Part.FOLLOWED: content.words}, by=by, now=now)
    spine.commit(lead, "followed_up", by=by, data={"result": content.result})
    return lead
