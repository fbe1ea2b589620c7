"""Improvements as lines of the annual report."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, OuterRef, Q, Subquery

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.figures import label_of
from varvet.kernel.records.models import Link, LinkKind
from varvet.kernel.records.registry import ReportLine
from varvet.registers.improvements.models import EffectPlan, Improvement
from varvet.registers.improvements.queries.around import Followers, followers_among
from varvet.registers.improvements.queries.clocks import plan_of
from varvet.registers.improvements.queries.years import Returning, returning_among
from varvet.registers.improvements.rules import (
    EFFECT_LABELS,
    HOW_LABELS,
    NEXT,
    OPEN,
    SPREAD,
    STATUS_LABELS,
    How,
    state_on,
)

# The report is a Swedish document, whoever reads it.
SPREAD_TO = marked("Spridd: {done} av {total} enheter klara")
FOLLOWED_BY = marked("Följs av {reference}")
MOVED_TO = marked("Flyttad till {year}")


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Improvements decided, ongoing or carried out in a period, as they stood on its last day; oldest first.

    All there have been are read at once: what came back, and what followed, is told by the others.
    """
    of_follows = Link.objects.filter(source_id=OuterRef("pk"), kind=LinkKind.FOLLOWS, part__in=(SPREAD, NEXT))
    rows = Improvement.objects.filter(root=root, decided_on__lte=last).annotate(
        moved_to=Max("carried__to_year", filter=Q(carried__on__lte=last)),
        follows_id=Subquery(of_follows.values("target_id")[:1]),
        follows_part=Subquery(of_follows.values("part")[:1]),
    )
    found = rows.select_related("unit", "effect_plan").prefetch_related("areas").order_by("decided_on", "reference")
    every = list(found)
    beside = Beside(returning_among(every, root, last), followers_among(every, last))
    return [_line(row, last, beside) for row in every if not _left_before(row, first)]


def _left_before(improvement: Improvement, first: date) -> bool:
    days = (improvement.carried_out_on, improvement.given_up_on)
    return any(day is not None and day < first for day in days)


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
        left_on=improvement.carried_out_on or improvement.given_up_on,
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
    moved_to = getattr(improvement, "moved_to", None)
    notes += [MOVED_TO.format(year=moved_to)] if moved_to else []
    told = beside.returning.told(improvement)
    return [*notes, str(told)] if told else notes
