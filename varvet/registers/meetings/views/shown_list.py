"""The months of a year and the units' sheets, and the sheets that can be made now."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import add_months
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import Period
from varvet.kernel.ui.record_parts import step_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import month_and_year
from varvet.registers.meetings import actions, queries, rules
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.queries import UnitRow

LAST_WEEK = 7  # days before its end when the next month's sheet may be made as well
SHORT = 3  # letters of a month in the head of the table


@dataclass(frozen=True)
class Cell:
    """A month of a unit. `href` is empty where there is no sheet."""

    status: str
    label: str
    href: str
    number: int


@dataclass(frozen=True)
class Row:
    unit: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Now:
    """A unit in a month that goes on: its sheet, or that one can be made."""

    unit: Unit
    month: str
    value: str
    sheet: Meeting | None
    label: str
    step: int


def list_page(reader: Reader, query: QueryDict) -> dict[str, object]:
    year = _year(reader, query.get("ar", ""))
    shown = queries.overview(reader, year)
    number, now = int(year.name), _now(reader)
    return {
        "year": year,
        "before": f"{reverse('meetings:list')}?ar={number - 1}",
        "after": f"{reverse('meetings:list')}?ar={number + 1}",
        "months": [Head(month_and_year(month), month_and_year(month)[:SHORT]) for month in shown.months],
        "rows": [_row(row, shown.months) for row in shown.rows],
        "held": shown.held(),
        "now": [one for one in now if one.sheet is not None],
        "lacking": [one for one in now if one.sheet is None],
    }


@dataclass(frozen=True)
class Head:
    """A month in full, and as short as a column is wide."""

    full: str
    short: str


def _year(reader: Reader, asked: str) -> Period:
    years = reader.quality_years
    current = years.of(reader.today)
    if not (asked.isascii() and asked.isdigit() and len(asked) == len(current.name)):
        return current
    return years.named(int(asked)) if abs(int(asked) - int(current.name)) <= 30 else current


def _row(row: UnitRow, months: tuple[date, ...]) -> Row:
    return Row(row.unit.name, tuple(_cell(row.meetings.get(month)) for month in months))


def _cell(meeting: Meeting | None) -> Cell:
    if meeting is None:
        return Cell("", _("Inget blad"), "", 0)
    label = said(rules.STATUS_LABELS[meeting.status])
    return Cell(meeting.status, label, reverse("meetings:page", args=[meeting.reference]), _step(meeting))


def _step(meeting: Meeting) -> int:
    """Past the last step when all is done, 0 beside the way."""
    step = step_of(meeting.status, rules.STEPS)
    return step + 1 if step == len(rules.STEPS) else step


def _now(reader: Reader) -> list[Now]:
    """This month of each unit whose sheets the reader makes or reads; at its end the next month too."""
    this = rules.month_of(reader.today)
    ends = (rules.end_of(this) - reader.today).days < LAST_WEEK
    months = [this, add_months(this, 1)] if ends else [this]
    sheets = queries.sheets_of(reader, months)
    edited = {unit.pk: unit for unit in reader.list_units(actions.EDIT)}
    read = {sheet.unit_id: sheet.unit for sheet in sheets.values()}
    units = sorted({**read, **edited}.values(), key=lambda unit: (unit.sort_key, unit.pk))
    every = [(unit, month, sheets.get((unit.pk, month))) for month in months for unit in units]
    return [_one(unit, month, sheet) for unit, month, sheet in every if sheet is not None or unit.pk in edited]


def _one(unit: Unit, month: date, sheet: Meeting | None) -> Now:
    label = said(rules.STATUS_LABELS[sheet.status]) if sheet else ""
    return Now(unit, month_and_year(month), f"{month:%Y-%m}", sheet, label, _step(sheet) if sheet else 0)


def make(request: PersonRequest) -> Meeting:
    """404 for a unit that the reader does not work in, and for what is no month."""
    asked = request.POST.get("enhet", "")
    units = request.reader.units(actions.VIEW)
    if not (asked.isascii() and asked.isdigit() and len(asked) < 12 and int(asked) in units):
        raise Http404
    unit = get_object_or_404(Unit.objects.select_related("root"), pk=asked)
    month = _month(request.POST.get("manad", ""))
    return actions.make(unit=unit, month=month, by=request.reader.user, now=timezone.now())


def _month(asked: str) -> date:
    try:
        return date.fromisoformat(f"{asked}-01")
    except ValueError:
        raise Http404 from None
