"""Counts facts with a plain GROUP BY, apart from the way the demo checks itself."""

import json
from datetime import date
from typing import Any

from django.db.models import Sum

from varvet.demo.published import FOLDER
from varvet.kernel.organisation.models import Below, CategoryList, Unit
from varvet.kernel.records.models import Fact

Span = tuple[date, date]


def printed(name: str) -> dict[str, Any]:
    """The file as it is, read apart from the demo's own reader."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def table(name: str, table_id: str) -> dict[str, Any]:
    return next(table for table in printed(name)["tables"] if table["id"] == table_id)


def year(number: int) -> Span:
    return date(number, 1, 1), date(number, 12, 31)


def grouped(root: str, happening: str, span: Span, by: str, sums: str = "count", **where: Any) -> dict[Any, int]:
    """`happening` is register.happening; the sum for each value of the field `by`."""
    register, _, name = happening.partition(".")
    facts = Fact.objects.filter(root__slug=root, register=register, happening=name, day__range=span, **where)
    return dict(facts.values_list(by).annotate(Sum(sums)))


def total(root: str, happening: str, span: Span, sums: str = "count", **where: Any) -> int:
    return sum(count or 0 for count in grouped(root, happening, span, "register", sums, **where).values())


def below(root: str, name: str) -> list[int]:
    """Ids of the units at or below the one of that name."""
    unit = Unit.objects.get(root__slug=root, name=name)
    return list(Below.objects.filter(ancestor=unit).values_list("unit_id", flat=True))


def codes(root: str, key: str) -> dict[str, str]:
    """Label or alias -> code of a root's list."""
    found: dict[str, str] = {}
    for category in CategoryList.objects.get(root__slug=root, key=key).categories.prefetch_related("aliases"):
        found |= dict.fromkeys([category.label_sv, *(a.alias for a in category.aliases.all())], category.code)
    return found
