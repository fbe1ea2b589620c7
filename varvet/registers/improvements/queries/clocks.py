"""What is to be done by when, and by whom: carrying out by its day, and judging the effect."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from functools import cache, partial

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.clocks import Duty, due_day_of, set_clock, with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import QualityYears, quality_years
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.improvements.models import KIND, EffectPlan, Improvement
from varvet.registers.improvements.rules import OPEN, SETTLED, Status

EFFECT_TERM = "effekt_bedomd"
EDIT = "improvements.edit"
CARRY_OUT, JUDGE = "carry_out", "judge_effect"
TITLES = {CARRY_OUT: marked("Genomför en åtgärd"), JUDGE: marked("Bedöm effekten av en åtgärd")}
MOST_TASKS = 50


def list_clocks(root: Unit) -> list[Clock]:
    running = Running(read_terms(root), partial(quality_years, root))
    return [running.clock_of(improvement) for improvement in _running().filter(root=root).order_by("pk")]


def clocks_of(improvement: Improvement) -> list[Clock]:
    running = Running(read_terms(improvement.root), partial(quality_years, improvement.root))
    return [running.clock_of(row) for row in _running().filter(pk=improvement.pk)]


def _running() -> QuerySet[Improvement]:
    """With something to be done by a day. The effect is asked for where it was planned, or was carried out here."""
    to_do = Q(status__in=OPEN) & (Q(due_on__isnull=False) | Q(carried_over_to_year__isnull=False))
    here = Exists(AuditEvent.objects.filter(kind=KIND, record_id=OuterRef("pk"), event="carried_out"))
    asked_for = Q(here) | Q(effect_plan__isnull=False)
    to_judge = Q(status=Status.DONE) & ~Q(effect__in=sorted(SETTLED)) & asked_for
    return Improvement.objects.filter(to_do | to_judge).select_related("effect_plan")


class Running:
    """The clocks of a root's improvements; its quality years are asked for when the first is moved to one."""

    def __init__(self, terms: TermTable, years: Callable[[], QualityYears]) -> None:
        self._terms, self._years = terms, cache(years)

    def clock_of(self, improvement: Improvement) -> Clock:
        """Of one of `_running`: carrying it out by its day, or judging its effect."""
        if improvement.status == Status.DONE:
            return self._effect(improvement)
        due = max(filter(None, (improvement.due_on, self._carried_to(improvement.carried_over_to_year))))
        return Clock(
            improvement.pk, CARRY_OUT, improvement.decided_on, due, EDIT, improvement.owner_id, extendable=True
        )

    def _effect(self, improvement: Improvement) -> Clock:
        """By the day that was planned, or as long after it was in place, or too early to say, as the term says."""
        start = improvement.effect_judged_on or improvement.carried_out_on
        assert start is not None
        plan = plan_of(improvement)
        duty = Duty(improvement.pk, JUDGE, EDIT, plan.judge_id if plan and plan.judge_id else improvement.owner_id)
        clock = set_clock(duty, start, self._terms.term_on(EFFECT_TERM, start))
        if plan is None or (improvement.effect_judged_on and plan.due_on <= improvement.effect_judged_on):
            return clock
        return replace(clock, due=max(plan.due_on, start))

    def _carried_to(self, year: int | None) -> date | None:
        return None if year is None else self._years().named(year).last


def _running_for(reader: Reader) -> Running:
    return Running(reader.once("terms", lambda: read_terms(reader.root)), lambda: reader.quality_years)


def plan_of(improvement: Improvement) -> EffectPlan | None:
    """As read with it: no question to the database for one of `_running`."""
    return getattr(improvement, "effect_plan", None)


def _owned(root: Unit) -> QuerySet[Improvement]:
    """With the owner: until it is in place, and after that where nobody else is to judge."""
    judging = Q(status=Status.DONE, effect_plan__judge__isnull=False)
    return _unfinished().filter(root=root, owner__isnull=False).exclude(judging)


def _judged_by_name(root: Unit) -> QuerySet[Improvement]:
    """With the judge: what is in place and whose effect is not settled."""
    return _unfinished().filter(root=root, status=Status.DONE, effect_plan__judge__isnull=False)


def _unfinished() -> QuerySet[Improvement]:
    return Improvement.objects.filter(Q(status__in=OPEN) | Q(pk__in=_running().values("pk")))


HELD = (Held("owner", "", _owned), Held("effect_plan__judge", EDIT, _judged_by_name))


def running_in(reader: Reader, unit_ids: Collection[int]) -> list[tuple[Improvement, Clock]]:
    """What is to be done by a day in the units, with the time given, the nearest day first."""
    if reader.root is None:
        return []
    rows = _running().filter(root=reader.root, unit_id__in=unit_ids).select_related("unit", "owner", "effect_plan")
    running = _running_for(reader)
    found = list(rows.prefetch_related("areas").order_by("pk"))
    clocks = with_extensions_for(reader, [running.clock_of(improvement) for improvement in found])
    return sorted(zip(found, clocks, strict=True), key=lambda pair: (due_day_of(pair[1]), pair[0].pk))


def list_tasks(reader: Reader) -> list[Task]:
    """Improvements with a last day that the reader can carry out or judge, the most urgent first, at most 50."""
    if reader.root is None:
        return []
    rows = _running().filter(root=reader.root, unit_id__in=reader.units(EDIT)).select_related("unit", "effect_plan")
    running = _running_for(reader)
    found = list(rows.order_by("due_on", "pk"))
    clocks = with_extensions_for(reader, [running.clock_of(improvement) for improvement in found])
    tasks = (_task(improvement, clock) for improvement, clock in zip(found, clocks, strict=True))
    return sorted(tasks, key=lambda task: task.due)[:MOST_TASKS]


def _task(improvement: Improvement, clock: Clock) -> Task:
    return Task(
        title=TITLES[clock.code],
        reference=improvement.reference,
        unit_name=improvement.unit.name,
        href=reverse("improvements:page", args=[improvement.reference]),
        started=clock.started,
        due=clock.due,
        detail=improvement.what,
    )
