"""Planning how the effect is followed up: by what, when and by whom; a measure is read before anything is done."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import figures, spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.improvements import rules
from varvet.registers.improvements.models import EffectPlan, Improvement, Moment, Reading

EDIT = "improvements.edit"


@transaction.atomic
def plan_effect(*, improvement: Improvement, plan: rules.Plan, version: int, by: User, now: datetime) -> Improvement:
    """Planned anew, the figure before is read anew, for the same days as long as the days are the same."""
    check(by, EDIT, improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.PLAN, current.status, current.effect)
    keep_plan(current, plan, today=day_of(now))
    spine.commit(current, "effect_planned", by=by, data={"how": plan.how, "measure": plan.measure})
    return current


def keep_plan(improvement: Improvement, plan: rules.Plan, *, today: date) -> None:
    """Judges the plan, saves it, and reads its measure as it was before."""
    rules.check_plan(plan, improvement.decided_on, improvement.carried_out_on or improvement.due_on)
    rules.check_apart(improvement.owner_id, plan.judge_id, field="judge")
    check_judge(plan.judge_id, improvement.unit, today)
    values = {
        "how": plan.how,
        "due_on": plan.due_on,
        "judge_id": plan.judge_id,
        "indicator": plan.indicator.strip() if plan.how is rules.How.INDICATOR else "",
        "target": plan.target.strip() if plan.how is rules.How.INDICATOR else "",
        "measure": plan.measure if plan.how is rules.How.MEASURE else "",
        "with_owner": plan.with_owner,
    }
    kept, _ = EffectPlan.objects.update_or_create(improvement=improvement, defaults=values)
    improvement.effect_plan = kept
    Reading.objects.filter(improvement=improvement).delete()
    if plan.how is rules.How.MEASURE:
        _check_measure(plan.measure)
        read(improvement, Moment.BEFORE, rules.span_before(improvement.decided_on, plan.due_on))


def check_judge(judge_id: int | None, unit: Unit, today: date) -> None:
    """Whoever is to judge must be let in to do it."""
    judge = User.objects.filter(pk=judge_id).first() if judge_id else None
    if judge is None or not can(judge, EDIT, unit, today=today):
        sentence = marked("Välj någon som handlägger åtgärder i enheten.")
        raise RuleBroken("improvement.judge.role", sentence, field="judge")


def _check_measure(code: str) -> None:
    if all(measure.code != code for measure in figures.list_comparable()):
        raise RuleBroken("improvement.effect_plan.measure", marked("Välj ett mått."), field="measure")


def read(improvement: Improvement, moment: Moment, span: rules.Span) -> None:
    """Counts the plan's measure in the improvement's unit and keeps what it was."""
    code = improvement.effect_plan.measure
    counted = figures.count(figures.Wanted(code, improvement.unit, span.first, span.last))
    values = {
        "measure": code,
        "first_day": span.first,
        "last_day": span.last,
        "value": counted.value,
        "part": counted.part,
        "whole": counted.whole,
    }
    Reading.objects.update_or_create(improvement=improvement, moment=moment, defaults=values)


def plan_of(improvement: Improvement) -> EffectPlan | None:
    return EffectPlan.objects.filter(improvement=improvement).first()


def give_judging(improvement: Improvement, to: User, *, by: User, now: datetime) -> None:
    """Another judges instead; told to whoever is to. RuleBroken for the owner, and for who may not."""
    rules.check_apart(improvement.owner_id, to.pk, field="owner")
    check_judge(to.pk, improvement.unit, day_of(now))
    EffectPlan.objects.filter(improvement=improvement).update(judge=to)
    tell(improvement, Event.ASSIGNED, to=[to], by=by, now=now)
