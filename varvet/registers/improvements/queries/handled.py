"""Improvements as those who handle them read them: lists, tasks, clocks and the lines of the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.clocks import Duty, set_clock, with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import quality_year
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records import narratives, paging
from varvet.kernel.records.holding import Held
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Clock, Readable, ReportLine, Task, get_register
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.rules import OPEN, SETTLED, STATUS_LABELS, Status, state_on

EFFECT_TERM = "effekt_bedomd"
EDIT = "improvements.edit"
CARRY_OUT, JUDGE = "carry_out", "judge_effect"
TITLES = {CARRY_OUT: marked("Genomför en åtgärd"), JUDGE: marked("Bedöm effekten av en åtgärd")}
MOST_TASKS = 50


@dataclass(frozen=True)
class Filters(paging.Filters):
    quality_area: str = ""


def visible_to(reader: Reader) -> QuerySet[Improvement]:
    """Improvements in the reader's units."""
    rows = Improvement.objects.filter(root=reader.root, unit_id__in=reader.units("improvements.view"))
    return rows.select_related("unit", "root", "owner")


def _listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("improvements.view"))


READABLE = Readable("improvements.view", _listed)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Improvement]:
    """A page of the units' improvements, newest first, without their texts."""
    rows = narrowed(_listed(reader), filters, OPEN, reader)
    if filters.quality_area:
        touched = Improvement.objects.filter(pk=OuterRef("pk"), areas__quality_area=filters.quality_area)
        rows = rows.filter(Exists(touched))
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[Improvement]:
    rows = Improvement.objects.filter(pk__in=ids).select_related("unit").prefetch_related("areas")
    return list(rows)


def read_narratives(reader: Reader, improvement: Improvement) -> list[Words]:
    """The texts, oldest first; each reading is noted."""
    return narratives.read(improvement, by=reader.user)


def find_origin(reader: Reader, reference: str) -> Record | None:
    """The record an improvement is to follow from, of any register, when the reader may see it."""
    record = Record.objects.filter(root=reader.root, reference=reference).first()
    if record is None:
        return None
    seen = get_register(record.kind).visible_to(reader)
    return record if seen.filter(pk=record.pk).exists() else None


def titles_of(ids: Sequence[int]) -> dict[int, str]:
    """What is to be done in each: it never names a person."""
    return dict(Improvement.objects.filter(pk__in=ids).values_list("pk", "what"))


def list_clocks(root: Unit) -> list[Clock]:
    running = Running(root, read_terms(root))
    return [running.clock_of(improvement) for improvement in _running().filter(root=root).order_by("pk")]


def clocks_of(improvement: Improvement) -> list[Clock]:
    running = Running(improvement.root, read_terms(improvement.root))
    return [running.clock_of(row) for row in _running().filter(pk=improvement.pk)]


def _running() -> QuerySet[Improvement]:
    """With something to be done by a day. The effect is asked for of what was carried out here, not long before."""
    to_do = Q(status__in=OPEN) & (Q(due_on__isnull=False) | Q(carried_over_to_year__isnull=False))
    here = Exists(AuditEvent.objects.filter(kind=KIND, record_id=OuterRef("pk"), event="carried_out"))
    to_judge = Q(status=Status.DONE) & ~Q(effect__in=sorted(SETTLED)) & Q(here)
    return Improvement.objects.filter(to_do | to_judge)


class Running:
    """The clocks of a root's improvements; the last days of its quality years are read once each."""

    def __init__(self, root: Unit, terms: TermTable) -> None:
        self._root, self._terms = root, terms
        self._ends: dict[int, date] = {}

    def clock_of(self, improvement: Improvement) -> Clock:
        """Of one of `_running`: carrying it out by its day, or judging its effect."""
        if improvement.status == Status.DONE:
            return self._effect(improvement)
        due = max(filter(None, (improvement.due_on, self._carried_to(improvement.carried_over_to_year))))
        return Clock(
            improvement.pk, CARRY_OUT, improvement.decided_on, due, EDIT, improvement.owner_id, extendable=True
        )

    def _effect(self, improvement: Improvement) -> Clock:
        """Asked again as long after it was too early to say."""
        start = improvement.effect_judged_on or improvement.carried_out_on
        assert start is not None
        duty = Duty(improvement.pk, JUDGE, EDIT, improvement.owner_id)
        return set_clock(duty, start, self._terms.term_on(EFFECT_TERM, start))

    def _carried_to(self, year: int | None) -> date | None:
        if year is None:
            return None
        if year not in self._ends:
            self._ends[year] = quality_year(self._root, year).last
        return self._ends[year]


def _owned(root: Unit) -> QuerySet[Improvement]:
    return _unfinished().filter(root=root, owner__isnull=False)


def _unfinished() -> QuerySet[Improvement]:
    return Improvement.objects.filter(Q(status__in=OPEN) | Q(pk__in=_running().values("pk")))


HELD = (Held("owner", "", _owned),)


def list_tasks(reader: Reader) -> list[Task]:
    """Improvements with a last day that the reader can carry out or judge, the most urgent first, at most 50."""
    if reader.root is None:
        return []
    rows = _running().filter(root=reader.root, unit_id__in=reader.units(EDIT)).select_related("unit")
    running = Running(reader.root, reader.once("terms", lambda: read_terms(reader.root)))
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


def list_owners(reader: Reader) -> list[User]:
    """Those who hold a role in the root today, by name."""
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=reader.today)
    held = Assignment.objects.filter(in_force, unit__root=reader.root, first_day__lte=reader.today)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("name"))


def report_lines(root: Unit, first: date, last: date) -> list[ReportLine]:
    """Improvements decided, ongoing or carried out in a period, as they stood on its last day; oldest first."""
    left_before = Q(carried_out_on__lt=first) | Q(given_up_on__lt=first)
    rows = Improvement.objects.filter(root=root, decided_on__lte=last).exclude(left_before)
    ordered = rows.select_related("unit").prefetch_related("areas").order_by("decided_on", "reference")
    return [_line(improvement, last) for improvement in ordered]


def _line(improvement: Improvement, last: date) -> ReportLine:
    judged = improvement.effect_judged_on is not None and improvement.effect_judged_on <= last
    return ReportLine(
        record_id=improvement.pk,
        code=improvement.reference,
        title=improvement.what,
        unit_name=improvement.unit.name,
        quality_areas=tuple(area.quality_area for area in improvement.areas.all()),
        state=STATUS_LABELS[state_on(improvement.status, improvement.days, last)],
        result=(improvement.effect_words if judged else "") or "–",
        day=improvement.decided_on,
    )
