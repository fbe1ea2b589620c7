"""Judging the effect: did it help, and what shows it. No effect starts something else in the same step."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.decide import Decision, create
from varvet.registers.improvements.actions.plan_effect import check_judge, plan_of, read
from varvet.registers.improvements.actions.to_risk import check_risk, tie
from varvet.registers.improvements.models import EffectPlan, Improvement, Moment


@dataclass(frozen=True)
class Next:
    """What is done instead, where there was no effect: in the same unit, for the same areas and cause."""

    what: str
    due_on: date | None = None
    owner: User | None = None


NOTHING_NEXT = Next("")


@dataclass(frozen=True)
class Judgement:
    """`words` are figures in a line, shown in the report: never a person. `again_on` is for what is too early, and
    `risk` for what is handled in a risk that there is."""

    effect: rules.Effect
    words: str = ""
    again_on: date | None = None
    together_with: User | None = None
    next: Next = NOTHING_NEXT
    risk: Record | None = None


@transaction.atomic
def judge_effect(
    *, improvement: Improvement, judgement: Judgement, version: int, by: User, now: datetime
) -> Improvement:
    """The record is closed when the effect is settled."""
    today = day_of(now)
    check(by, "improvements.edit", improvement.unit, today=today)
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.JUDGE, current.status, current.effect)
    _check(current, judgement, by, today)
    current.effect, current.effect_words = judgement.effect, judgement.words.strip()
    current.effect_judged_on, current.judged_by, current.judged_with = today, by, judgement.together_with
    current.closed_at = now if judgement.effect in rules.SETTLED else None
    current.save()
    tie(current, judgement.risk)
    _measure(current, judgement, today)
    following = _begin_next(current, judgement, by, now)
    data = {"effect": judgement.effect} | ({"next": following.pk} if following else {})
    spine.commit(current, "effect_judged", by=by, data=data)
    return current


def _check(improvement: Improvement, judgement: Judgement, by: User, today: date) -> None:
    with_id = judgement.together_with.pk if judgement.together_with else None
    rules.check_effect(judgement.effect, judgement.words)
    rules.check_asked_again(judgement.effect, judgement.again_on, today)
    rules.check_judging(improvement.owner_id, by.pk, with_id)
    in_picture = judgement.effect is rules.Effect.IN_RISK_PICTURE
    check_risk(improvement, judgement.risk, in_risk_picture=in_picture)
    rules.check_next(judgement.effect, judgement.next.what)
    if with_id is not None and with_id != improvement.owner_id:
        check_judge(with_id, improvement.unit, today)


def _measure(improvement: Improvement, judgement: Judgement, today: date) -> None:
    """The planned measure as it is now; and a new day for what was too early to say."""
    plan = plan_of(improvement)
    if plan is None:
        return
    improvement.effect_plan = plan
    if plan.measure and improvement.carried_out_on:
        read(improvement, Moment.AFTER, rules.span_after(improvement.carried_out_on, today))
    if judgement.effect is rules.Effect.TOO_EARLY and judgement.again_on:
        EffectPlan.objects.filter(pk=plan.pk).update(due_on=judgement.again_on)


def _begin_next(improvement: Improvement, judgement: Judgement, by: User, now: datetime) -> Improvement | None:
    if judgement.effect is not rules.Effect.NO_EFFECT:
        return None
    wanted, today = judgement.next, day_of(now)
    rules.check_decision(today, wanted.due_on, today)
    content = Decision(
        unit=improvement.unit,
        what=wanted.what,
        why="",
        quality_areas=tuple(area.quality_area for area in improvement.areas.all()),
        decided_on=today,
        due_on=wanted.due_on,
        owner=wanted.owner,
        follows=improvement,
        part=rules.NEXT,
        cause=improvement.cause,
    )
    return create(content, by, now)
