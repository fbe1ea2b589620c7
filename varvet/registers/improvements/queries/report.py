"""Improvements as lines of the annual report."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.figures import label_of
from varvet.kernel.records.registry import ReportLine
from varvet.registers.improvements.models import EffectPlan, Improvement
from varvet.registers.improvements.queries.around import Followers, followers_of
from varvet.registers.improvements.queries.clocks import plan_of
from varvet.registers.improvements.queries.years import Returning, returning_in
from varvet.registers.improvements.rules import EFFECT_LABELS, HOW_LABELS, OPEN, STATUS_LABELS, How, state_on

# The report is a Swedish document, whoever reads it.
SPREAD_TO = marked("Spridd: {done} av {total} enheter klara")
FOLLOWED_BY = marked("Följs av {reference}")
MOVED_TO = marked("Flyttad till {year}")


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Improvements decided, ongoing or carried out in a period, as they stood on its last day; oldest first."""
    left_before = Q(carried_out_on__lt=first) | Q(given_up_on__lt=first)
    rows = Improvement.objects.filter(root=root, decided_on__lte=last).exclude(left_before)
    ordered = list(
        rows.select_related("unit", "effect_plan")
        .prefetch_related("areas", "carried")
        .order_by("decided_on", "reference")
    )
    returning = returning_in(root, {row.unit_id for row in ordered}, last)
    ids = [row.pk for row in ordered]
    beside = Beside(returning, followers_of(ids, last))
    return [_line(row, last, beside) for row in ordered]


@dataclass(frozen=True)
class Beside:
    """What stands elsewhere, as it was on the last day."""

    returning: Returning
    followers: Followers


def _line(improvement: Improvement, last: date, beside: Beside) -> ReportLine:
    state = state_on(improvement.status, improvement.days, last)
    plan = plan_of(improvement)
    return ReportLine(
        record_id=improvement.pk,
        code=improvement.reference,
        title=improvement.what,
        unit_name=improvement.unit.name,
        quality_areas=tuple(area.quality_area for area in improvement.areas.all()),
        state=STATUS_LABELS[state],
        result=(improvement.effect_words if _is_judged(improvement, last) else "") or "–",
        day=improvement.decided_on,
        unit_ids=(improvement.unit_id,),
        goal=_goal(plan) if plan else "",
        is_open=state in OPEN,
        due=improvement.due_on,
        notes=tuple(_notes(improvement, last, beside)),
    )


def _is_judged(improvement: Improvement, last: date) -> bool:
    return improvement.effect_judged_on is not None and improvement.effect_judged_on <= last


def _goal(plan: EffectPlan) -> str:
    """By what the effect will be seen."""
    if plan.how == How.INDICATOR:
        return f"{plan.indicator}: {plan.target}"
    return label_of(plan.measure) if plan.how == How.MEASURE else HOW_LABELS[How.JUDGEMENT]


def _notes(improvement: Improvement, last: date, beside: Beside) -> list[str]:
    """What else became of it: the effect in a word, what followed, to which year it was moved, and how often."""
    notes = [EFFECT_LABELS[improvement.effect]] if _is_judged(improvement, last) else []
    spread = beside.followers.copies_of(improvement.pk)
    if spread.total:
        notes.append(SPREAD_TO.format(done=spread.done, total=spread.total))
    notes += [FOLLOWED_BY.format(reference=reference) for reference in beside.followers.next_of(improvement.pk)]
    moved = [carried.to_year for carried in improvement.carried.all() if carried.on <= last]
    notes += [MOVED_TO.format(year=max(moved))] if moved else []
    told = beside.returning.told(improvement)
    return [*notes, str(told)] if told else notes
