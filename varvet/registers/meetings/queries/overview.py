"""The months of a quality year beside one another: in which a unit has met, and in which it has not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import add_months
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import Period
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.queries.visible import EDIT, visible_to
from varvet.registers.meetings.rules import Status, month_of


@dataclass(frozen=True)
class UnitRow:
    """A unit and its sheets by month."""

    unit: Unit
    meetings: Mapping[date, Meeting]


@dataclass(frozen=True)
class Overview:
    months: tuple[date, ...]
    rows: tuple[UnitRow, ...]

    def held(self) -> int:
        """How many meetings have been held."""
        done = {Status.HELD, Status.CLOSED}
        return sum(meeting.status in done for row in self.rows for meeting in row.meetings.values())


def overview(reader: Reader, year: Period) -> Overview:
    """Units with a sheet in the year, and those whose sheets the reader makes."""
    months = months_of(year)
    sheets = list(visible_to(reader).filter(month__gte=months[0], month__lte=months[-1]).order_by("month"))
    edited = reader.list_units(EDIT)
    units = sorted({*(sheet.unit for sheet in sheets), *edited}, key=lambda unit: (unit.sort_key, unit.pk))
    return Overview(months, tuple(UnitRow(unit, _by_month(sheets, unit)) for unit in units))


def _by_month(sheets: Sequence[Meeting], unit: Unit) -> dict[date, Meeting]:
    return {sheet.month: sheet for sheet in sheets if sheet.unit_id == unit.pk}


def months_of(year: Period) -> tuple[date, ...]:
    first = month_of(year.first)
    return tuple(month for number in range(12) if (month := add_months(first, number)) <= year.last)


def sheets_of(reader: Reader, months: Sequence[date]) -> dict[tuple[int, date], Meeting]:
    """Those of some months, by unit and month."""
    return {(sheet.unit_id, sheet.month): sheet for sheet in visible_to(reader).filter(month__in=months)}
