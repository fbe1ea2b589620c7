"""The list of the units' deviations: narrowed, paged, and when each of them is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, ids_with_time_given, with_extensions
from varvet.kernel.law.days import due_day
from varvet.kernel.organisation.models import Category
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records import paging
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page, narrowed, page_of, start_of
from varvet.registers.deviations.models import KIND, Deviation, Handover, Mention
from varvet.registers.deviations.queries.clocks import ASSESS, ASSESS_TERM, clock_of
from varvet.registers.deviations.queries.visible import FOLLOW, VIEW
from varvet.registers.deviations.rules import COUNTERPARTS, OPEN, Nature, Status

TYPES = "deviation_type"
ME, NOBODY = "jag", "ingen"
HANDLERS = (ME, NOBODY)
WAITING = (Status.RECEIVED, Status.REOPENED)  # for an assessment, which has a term
ABOUT = ("health_care__kind", "collaboration__agreement")
FEW = 2000  # records; fewer than that are asked for by their ids, more are looked up as the list is read
LONGEST_WAIT = 400  # days back in which an assessment may not be due yet


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty, None and False mean all."""

    nature: str = ""
    category: str = ""
    worry: int | None = None
    severity: str = ""
    handler: str = ""  # one of HANDLERS
    overdue: bool = False
    reopened: bool = False
    direction: str = ""
    counterpart: str = ""
    handed: str = ""  # the state of something handed over


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Deviation]:
    """A page of the units' deviations, newest first, without their texts."""
    return page_of(chosen_records(reader, filters), after, children_of)


def chosen_records(reader: Reader, filters: Filters) -> QuerySet[Record]:
    """Rows of the common table that the filters let through, in no order."""
    rows = Record.objects.filter(_seen(reader), kind=KIND, root=reader.root)
    rows = narrowed(rows, filters, OPEN, reader)
    if filters.overdue:
        rows = rows.filter(_overdue(reader))
    wanted = _own_columns(filters) & _handled_by(filters.handler, reader)
    return _with_children(rows, wanted) if wanted else rows


def _seen(reader: Reader) -> Q:
    """By the common table alone, except for whoever follows health care and nothing else."""
    seen, followed = Q(unit_id__in=reader.units(VIEW)), reader.units(FOLLOW)
    in_care = Deviation.objects.filter(nature=Nature.HEALTH_CARE, unit_id__in=followed)
    return seen | Q(pk__in=in_care.values("pk")) if followed else seen


def _own_columns(filters: Filters) -> Q:
    """What is asked of a deviation's own row."""
    asked = {"nature": filters.nature, "severity": filters.severity, "worry": filters.worry}
    wanted = Q(**{name: value for name, value in asked.items() if value})
    if filters.reopened:
        wanted &= Q(reopened_on__isnull=False)
    wanted &= _outside(filters)
    return wanted & _of_type(filters.category) if filters.category else wanted


def _outside(filters: Filters) -> Q:
    """What others have a part in: in which direction, with whom, and how far a hand-over has come."""
    asked = {"direction": filters.direction, "collaboration__counterpart__code": filters.counterpart}
    wanted = Q(**{name: value for name, value in asked.items() if value})
    if not filters.handed:
        return wanted
    return wanted & Q(pk__in=Handover.objects.filter(state=filters.handed).values("deviation"))


def _of_type(code: str) -> Q:
    """By their ids when they are few, as in `_with_children`."""
    mentions = Mention.objects.filter(category__code=code).order_by()
    ids = list(mentions.values_list("deviation_id", flat=True)[: FEW + 1])
    return Q(pk__in=ids) if len(ids) <= FEW else Q(Exists(mentions.filter(deviation=OuterRef("pk"))))


def _handled_by(handler: str, reader: Reader) -> Q:
    return {ME: Q(handler=reader.user), NOBODY: Q(handler__isnull=True)}.get(handler, Q())


def _with_children(rows: QuerySet[Record], wanted: Q) -> QuerySet[Record]:
    """By their ids when they are few: else a database would read a long list through to find them."""
    children = Deviation.objects.filter(wanted).order_by()
    ids = list(children.values_list("pk", flat=True)[: FEW + 1])
    if len(ids) <= FEW:
        return rows.filter(pk__in=ids)
    return rows.filter(Exists(children.filter(pk=OuterRef("pk"))))


def _overdue(reader: Reader) -> Q:
    """Waiting for an assessment that was due before today, by the term in force the day each came in."""
    terms = read_terms(reader.root)
    back = (reader.today - timedelta(days=n) for n in range(LONGEST_WAIT))
    late = [day for day in back if _due(day, terms) < reader.today]
    days = Q(received_at__lt=start_of(reader.today - timedelta(days=LONGEST_WAIT - 1)))
    for first, last in _runs(late):
        days |= Q(received_at__gte=start_of(first), received_at__lt=start_of(last + timedelta(days=1)))
    moved = Deviation.objects.filter(root=reader.root, status__in=WAITING, pk__in=ids_with_time_given(ASSESS))
    clocks = with_extensions([clock for deviation in moved if (clock := clock_of(deviation, terms))])
    late_anyway = [clock.record_id for clock in clocks if due_day_of(clock) < reader.today]
    as_first_set = days & ~Q(pk__in=[clock.record_id for clock in clocks])
    return Q(status__in=WAITING) & (as_first_set | Q(pk__in=late_anyway))


def _runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """First and last day of each unbroken run; the days come newest first."""
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and runs[-1][0] - day == timedelta(days=1):
            runs[-1] = (day, runs[-1][1])
        else:
            runs.append((day, day))
    return runs


def due_days(reader: Reader, deviations: Sequence[Deviation]) -> dict[int, date]:
    """The day an assessment is due, for those that wait for one."""
    waiting = [deviation for deviation in deviations if deviation.status in WAITING]
    terms = read_terms(reader.root)  # asked for even if none waits: a page costs the same whatever is on it
    clocks = with_extensions([clock for deviation in waiting if (clock := clock_of(deviation, terms))])
    return {clock.record_id: due_day_of(clock) for clock in clocks}


def _due(received: date, terms: TermTable) -> date:
    return due_day(received, terms.term_on(ASSESS_TERM, received))


def list_types(reader: Reader) -> dict[str, str]:
    """Code -> label of the types a deviation can have, those of earlier lists too; the newest label of each."""
    lists = {"list__root": reader.root, "list__key": TYPES, "list__first_day__lte": reader.today}
    rows = Category.objects.filter(**lists).order_by("list__version", "order", "pk")
    return dict(rows.values_list("code", "label_sv"))


def list_counterparts(reader: Reader) -> dict[str, str]:
    """Code -> label of the counterparts there are to choose today."""
    return dict(choices_on(reader.root, COUNTERPARTS, reader.today)) if reader.root else {}


def children_of(ids: Sequence[int]) -> list[Deviation]:
    """With unit, categories and what others have a part in, in two queries."""
    mentions = Prefetch("mentions", Mention.objects.select_related("category"))
    rows = Deviation.objects.filter(pk__in=ids).select_related("unit", *ABOUT)
    return list(rows.prefetch_related(mentions))
