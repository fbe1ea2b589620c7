"""The wheel's page: the year as a drawing, and as a list month by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.settings_of_root import Period
from varvet.kernel.ui.lists import FIRST_YEAR, LAST_YEAR, unit_asked
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import MONTHS, SHORT_MONTHS, day_and_month, short_day
from varvet.registers.activities import actions, queries, rules
from varvet.registers.activities.models import Occasion
from varvet.registers.activities.queries import Asked
from varvet.registers.activities.rules import Span, Status
from varvet.registers.activities.views.drawn import NARROW, WIDE, Content, Drawing, Piece, draw

LATE = "late"
AFTER, BEFORE = 3, 1  # months that the list shows, counted from today's


@dataclass(frozen=True)
class Line:
    """An occasion in the list. `note` is how it stands, in words."""

    day: date
    name: str
    href: str
    sort: str
    unit: str
    reference: str
    state: str
    note: str


@dataclass(frozen=True)
class MonthLines:
    heading: str
    says: str
    lines: list[Line]


@dataclass(frozen=True)
class Choice:
    """A unit or a year that can be chosen."""

    value: str
    label: str
    chosen: bool


def asked_of(request: PersonRequest) -> Asked:
    """This quality year and every unit the reader sees, unless the address says otherwise."""
    reader = request.reader
    reader.require(actions.VIEW)
    this = int(queries.years_of(reader).of(reader.today).name)
    said_year = request.GET.get("ar", "")
    known = said_year.isascii() and said_year.isdigit() and FIRST_YEAR <= int(said_year[:6]) <= LAST_YEAR
    unit = unit_asked(request.GET)
    seen = unit if unit in queries.units_seen(reader) else None
    return Asked(int(said_year) if known else this, seen, request.GET.get("mina") == "1")


def page(request: PersonRequest) -> dict[str, object]:
    reader, asked = request.reader, asked_of(request)
    year, rows = queries.year_named(reader, asked.year), queries.list_year(reader, asked)
    whole = request.GET.get("visa") == "aret" or not _is_now(year, reader.today)
    return {
        "year": year,
        "asked": asked,
        "whole": whole,
        "months": _months(reader, rows if whole else _near(reader, rows)),
        **_picture(reader, year, rows),
        **_ways(reader, asked),
    }


def _is_now(year: Period, today: date) -> bool:
    return year.first <= today <= year.last


def _picture(reader: Reader, year: Period, rows: Sequence[Occasion]) -> dict[str, object]:
    """The drawings, and what is said in the middle of them."""
    today = _("i dag, {day}").format(day=day_and_month(reader.today, reader.today))
    done, total = queries.count_done(rows), queries.count_to_do(rows)
    return {
        "sub": _sub(reader, year),
        "drawings": _drawings(reader, year, rows),
        "today_says": today if _is_now(year, reader.today) else "",
        "done_says": _("{done} av {total} gjorda").format(done=done, total=total),
    }


def _ways(reader: Reader, asked: Asked) -> dict[str, object]:
    """Where the page leads, and what the reader may do."""
    root = reader.root
    return {
        "whole_href": _address(asked, visa="aret"),
        "short_href": _address(asked),
        "before": _address(Asked(asked.year - 1, asked.unit, asked.mine)),
        "after": _address(Asked(asked.year + 1, asked.unit, asked.mine)),
        "units": _units(reader, asked),
        "may_edit": reader.has(actions.EDIT),
        "may_take": bool(root and reader.can(actions.EDIT, root.pk)) and bool(_left(reader)),
    }


def _left(reader: Reader) -> int:
    taken = queries.taken_keys(reader)
    return sum(1 for ready in rules.shipped_wheel() if f"{actions.SHIPPED}{ready.code}" not in taken)


def _address(asked: Asked, **more: str) -> str:
    chosen = {"ar": str(asked.year), "enhet": str(asked.unit or ""), "mina": "1" if asked.mine else "", **more}
    return f"{reverse('activities:wheel')}?{urlencode({k: v for k, v in chosen.items() if v})}"


def _sub(reader: Reader, year: Period) -> str:
    assert reader.root is not None
    first, last = (f"{said(MONTHS[day.month - 1])} {day.year}" for day in (year.first, year.last))
    return _("{root}, {first}–{last}").format(root=reader.root.name, first=first, last=last)


def _units(reader: Reader, asked: Asked) -> list[Choice]:
    units = queries.units_offered(reader)
    return [Choice(str(unit.pk), unit.name, unit.pk == asked.unit) for unit in units]


def state_of(row: Occasion, today: date) -> str:
    return LATE if row.status == Status.PLANNED and row.due_on < today else row.status


def note_of(row: Occasion, today: date) -> str:
    if row.done_on is not None:
        return _("Gjord {day}").format(day=short_day(row.done_on, today))
    if row.status != Status.PLANNED:
        return said(rules.STATUS_LABELS[row.status])
    left = (row.due_on - today).days
    if left < 0:
        return ngettext("{n} dag sent", "{n} dagar sent", -left).format(n=-left)
    return _("I dag") if not left else ngettext("{n} dag kvar", "{n} dagar kvar", left).format(n=left)


def line_of(row: Occasion, today: date) -> Line:
    return Line(
        day=row.due_on,
        name=row.name,
        href=reverse("activities:page", args=[row.reference]),
        sort=said(rules.SORT_LABELS[row.sort]),
        unit=row.unit.name,
        reference=row.reference,
        state=state_of(row, today),
        note=note_of(row, today),
    )


def _near(reader: Reader, rows: Sequence[Occasion]) -> list[Occasion]:
    """What is late, and what lies about now."""
    now = reader.today.year * 12 + reader.today.month
    return [
        row
        for row in rows
        if state_of(row, reader.today) == LATE or -BEFORE < row.due_on.year * 12 + row.due_on.month - now < AFTER
    ]


def _months(reader: Reader, rows: Sequence[Occasion]) -> list[MonthLines]:
    groups = groupby(rows, key=lambda row: (row.due_on.year, row.due_on.month))
    return [_month(month, list(group), reader.today) for (_, month), group in groups]


def _month(month: int, rows: list[Occasion], today: date) -> MonthLines:
    says = ngettext("{n} aktivitet", "{n} aktiviteter", len(rows)).format(n=len(rows))
    return MonthLines(said(MONTHS[month - 1]).capitalize(), says, [line_of(row, today) for row in rows])


def _drawings(reader: Reader, year: Period, rows: Sequence[Occasion]) -> list[Drawing]:
    drawn = [row for row in rows if row.status != Status.CANCELLED]
    used = {row.sort for row in drawn}
    lanes = [(code, said(label)) for code, label in rules.SORT_LABELS.items() if code in used]
    pieces = [_piece(row, reader.today) for row in drawn]
    content = Content(Span(year.first, year.last), lanes, pieces, [said(name) for name in SHORT_MONTHS])
    return [draw(shape, content, reader.today) for shape in (WIDE, NARROW)]


def _piece(row: Occasion, today: date) -> Piece:
    label = _("{name}, {unit}, {day}: {note}").format(
        name=row.name, unit=row.unit.name, day=day_and_month(row.due_on, today), note=note_of(row, today).lower()
    )
    href = reverse("activities:page", args=[row.reference])
    return Piece(row.sort, row.starts_on, row.due_on, state_of(row, today), label, href)
