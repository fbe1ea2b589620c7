"""The same improvements seen in other ways: by how far they have come, and by when something is to be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of
from varvet.kernel.organisation.settings_of_root import quality_year_of
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock
from varvet.registers.improvements.models import Improvement, Step
from varvet.registers.improvements.queries.clocks import running_in
from varvet.registers.improvements.queries.handled import Filters, children_of, chosen_records
from varvet.registers.improvements.rules import OPEN, SETTLED, Status

MOST_CARDS = 30
MONTHS_AHEAD = 12


@dataclass(frozen=True)
class Progress:
    """Steps on the way."""

    done: int
    total: int


@dataclass(frozen=True)
class Column:
    """`more` says that there are others than the cards; the list has them all."""

    code: str
    improvements: list[Improvement]
    more: bool


@dataclass(frozen=True)
class Board:
    columns: tuple[Column, ...]
    progress: dict[int, Progress]


def board(reader: Reader, filters: Filters) -> Board:
    """Planned, ongoing, in place and waiting for its effect, and what was settled during the quality year."""
    rows = chosen_records(reader, filters)
    ids = {code: _ids(rows, wanted) for code, wanted in _columns(reader).items()}
    shown = {code: found[:MOST_CARDS] for code, found in ids.items()}
    every = [pk for found in shown.values() for pk in found]
    cards = {one.pk: one for one in children_of(every)}
    columns = tuple(
        Column(code, [cards[pk] for pk in found], len(ids[code]) > MOST_CARDS) for code, found in shown.items()
    )
    return Board(columns, progress_of(every))


def _columns(reader: Reader) -> dict[str, Q]:
    settled = Q(effect__in=sorted(SETTLED))
    first = quality_year_of(reader.root, reader.today).first if reader.root else reader.today
    return {
        "planned": Q(status=Status.PLANNED),
        "ongoing": Q(status=Status.ONGOING),
        "waiting": Q(status=Status.DONE) & ~settled,
        "settled": Q(status=Status.DONE, effect_judged_on__gte=first) & settled,
    }


def _ids(rows: QuerySet[Record], wanted: Q) -> list[int]:
    """One more than are shown. Those to be done first stand first; those without a day last."""
    found = Improvement.objects.filter(wanted, pk__in=rows.values("pk"))
    return list(found.order_by("due_on", "pk").values_list("pk", flat=True)[: MOST_CARDS + 1])


def progress_of(ids: Iterable[int]) -> dict[int, Progress]:
    rows = Step.objects.filter(improvement_id__in=list(ids)).order_by().values_list("improvement_id")
    counted = rows.annotate(done=Count("pk", filter=Q(done_on__isnull=False)), every=Count("pk"))
    return {pk: Progress(done, every) for pk, done, every in counted}


@dataclass(frozen=True)
class Due:
    """Something to be done by a day: carrying it out, or judging its effect."""

    improvement: Improvement
    code: str
    day: date


@dataclass(frozen=True)
class Month:
    """`first` is its first day."""

    first: date
    dues: tuple[Due, ...]


@dataclass(frozen=True)
class Timeline:
    """What is late, twelve months with what is to be done in each, what comes after, and how many without a day."""

    late: tuple[Due, ...]
    months: tuple[Month, ...]
    later: tuple[Due, ...]
    undated: int


def timeline(reader: Reader, filters: Filters) -> Timeline:
    units = reader.units("improvements.view")
    if filters.unit is not None:
        units = units & reader.below(filters.unit)
    pairs = [(one, clock) for one, clock in running_in(reader, units) if _lets_through(one, filters, reader)]
    ahead = [due for due in map(_due, pairs) if due.day >= reader.today]
    late = tuple(due for due in map(_due, pairs) if due.day < reader.today)
    firsts = [_month_after(reader.today, number) for number in range(MONTHS_AHEAD)]
    months = tuple(Month(first, tuple(d for d in ahead if d.day.replace(day=1) == first)) for first in firsts)
    later = tuple(due for due in ahead if due.day.replace(day=1) > firsts[-1])
    return Timeline(late, months, later, _count_undated(reader, filters))


def _due(pair: tuple[Improvement, Clock]) -> Due:
    return Due(pair[0], pair[1].code, due_day_of(pair[1]))


def _lets_through(improvement: Improvement, filters: Filters, reader: Reader) -> bool:
    areas = {area.quality_area for area in improvement.areas.all()} if filters.quality_area else set()
    asked = (
        not filters.quality_area or filters.quality_area in areas,
        not filters.cause or improvement.cause == filters.cause,
        not filters.mine or improvement.owner_id == reader.user.pk,
    )
    return all(asked)


def _count_undated(reader: Reader, filters: Filters) -> int:
    open_ = Improvement.objects.filter(status__in=OPEN, due_on__isnull=True, carried_over_to_year__isnull=True)
    return open_.filter(pk__in=chosen_records(reader, filters).values("pk")).count()


def _month_after(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
