"""A quality year of the wheel, and what the list beside it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import Period, QualityYears
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.queries.visible import activities_visible_to, units_seen, visible_to
from varvet.registers.activities.rules import Status

MOST = 1_000  # occasions of a year


@dataclass(frozen=True)
class Asked:
    """Which year, and of which unit: with what stands above it, that concerns the unit too. Mine alone, when asked."""

    year: int
    unit: int | None = None
    mine: bool = False


def years_of(reader: Reader) -> QualityYears:
    return reader.quality_years


def year_named(reader: Reader, year: int) -> Period:
    return years_of(reader).named(year)


def list_year(reader: Reader, asked: Asked) -> list[Occasion]:
    """In the order they are due. What the wheel no longer holds is left out."""
    year = year_named(reader, asked.year)
    rows = visible_to(reader).filter(due_on__gte=year.first, due_on__lte=year.last, withdrawn=False)
    if asked.unit is not None:
        rows = rows.filter(unit_id__in=_line_of(reader, asked.unit))
    if asked.mine:
        rows = rows.filter(responsible=reader.user)
    return list(rows.order_by("due_on", "pk")[:MOST])


def _line_of(reader: Reader, unit: int) -> set[int]:
    seen, level = {unit}, {unit}
    while level:
        level = {over for one in level for over in reader.line.above.get(one, ())} - seen
        seen |= level
    return seen


def units_offered(reader: Reader) -> list[Unit]:
    units = Unit.objects.filter(pk__in=units_seen(reader)).exclude(last_day__lt=reader.today)
    return list(units.order_by("sort_key"))


def list_activities(reader: Reader) -> list[Activity]:
    """Those that still go on first, then those that have ended."""
    rows = list(activities_visible_to(reader))
    return sorted(rows, key=lambda one: (one.last_day is not None and one.last_day < reader.today, one.name, one.pk))


def occasions_of(activity: Activity) -> list[Occasion]:
    return list(activity.occasions.filter(withdrawn=False).order_by("due_on", "pk"))


def taken_keys(reader: Reader) -> set[str]:
    return set(Activity.objects.filter(root=reader.root).values_list("key", flat=True))


def count_done(rows: Sequence[Occasion]) -> int:
    return sum(1 for row in rows if row.status == Status.DONE)


def count_to_do(rows: Sequence[Occasion]) -> int:
    """All but those that were cancelled."""
    return sum(1 for row in rows if row.status != Status.CANCELLED)
