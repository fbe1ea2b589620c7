"""Rows and columns: those the template writes out, and those made from years, units, categories or months."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import F

from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.spec import Line, Lines, TableSpec
from varvet.insight.annual_report.formats import MONTHS
from varvet.kernel.organisation.categories import fold
from varvet.kernel.organisation.models import Area, Below
from varvet.kernel.records.errors import Told


def lines_of(lines: Lines, table: TableSpec, context: Context) -> list[Line]:
    """The rows or columns of a table, in the order they stand."""
    if lines.by == "written":
        return [_named(line, table, context) for line in lines.written]
    makers: dict[str, Callable[[], list[Line]]] = {
        "years": lambda: _years(lines.how_many, context),
        "units": lambda: _units(lines.of, context),
        "categories": lambda: _categories(lines.of, context),
        "quality_areas": lambda: _quality_areas(context),
        "areas": lambda: _areas(lines.of),
        "months": lambda: _months(context),
        "quarters": lambda: _quarters(context),
    }
    return makers[lines.by]()


def _named(line: Line, table: TableSpec, context: Context) -> Line:
    """A written line; where it names categories of the table's list, they are looked up, aliases too."""
    if not table.category_list or not (line.named or not line.where):
        return line
    names = line.named or (line.label,)
    known = context.categories_of(table.category_list)
    codes = []
    for name in names:
        found = next((c for c in known if fold(name) in c.names), None)
        if found is None:
            raise Told(f"Table {table.id!r} names the category {name!r}, which {context.root.name} does not have.")
        codes.append(found.code)
    return replace(line, where=(*line.where, ("category", tuple(codes))))


def _years(how_many: int, context: Context) -> list[Line]:
    offsets = range(1 - how_many, 1)
    return [Line(str(context.year + n), str(context.year + n), year=n) for n in offsets]


def _units(level: str, context: Context) -> list[Line]:
    """Units in own regi of a level, such as `unit` or `department`, in the order they were added.

    One that lies below another of them is counted there, so that nothing is counted twice.
    """
    own = [unit for unit in context.units if unit.level == level and unit.pk not in context.private]
    ids = [unit.pk for unit in own]
    inside = Below.objects.filter(ancestor__in=ids, unit__in=ids).exclude(unit_id=F("ancestor_id"))
    counted_there = set(inside.values_list("unit_id", flat=True))
    return [Line(unit.name, unit.name, (("unit", (unit.slug,)),)) for unit in own if unit.pk not in counted_there]


def _categories(key: str, context: Context) -> list[Line]:
    """A root that has no such list yet has no rows."""
    return [Line(c.label_sv, c.label_sv, (("category", (c.code,)),)) for c in context.categories_of(key)]


def _quality_areas(context: Context) -> list[Line]:
    areas = context.quality_areas.items()
    return [Line(code, f"{code}\u2002{label}", (("quality_area", (code,)),)) for code, label in areas]


def _areas(codes: str) -> list[Line]:
    """Verksamhetsområden, named by their codes with a comma between."""
    named = [(code, str(Area(code).label)) for code in codes.split(",")]
    return [Line(label, label, (("area", (code,)),)) for code, label in named]


def _months(context: Context) -> list[Line]:
    """Every month of the quality year; a table leaves out those not measured."""
    return [
        Line(f"{first:%Y-%m}", MONTHS[first.month - 1].capitalize(), first=first, last=_end(first, 1))
        for first in _starts(context, 1)
    ]


def _quarters(context: Context) -> list[Line]:
    """Every quarter of the quality year; a table leaves out those not measured."""
    return [
        Line(f"{first}/{_end(first, 3)}", _quarter_label(first), first=first, last=_end(first, 3))
        for first in _starts(context, 3)
    ]


def _starts(context: Context, step: int) -> list[date]:
    first = context.period().first
    return [_months_later(first, n) for n in range(0, 12, step)]


def _months_later(first: date, months: int) -> date:
    number = first.month - 1 + months
    return date(first.year + number // 12, number % 12 + 1, 1)


def _end(first: date, months: int) -> date:
    return _months_later(first, months) - timedelta(days=1)


def _quarter_label(first: date) -> str:
    return f"{MONTHS[first.month - 1].capitalize()}–{MONTHS[_end(first, 3).month - 1]}"
