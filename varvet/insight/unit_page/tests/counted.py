"""Deviations' facts written straight into the table, for pages that count them."""

from datetime import date
from typing import Any

from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Fact


def received(unit: Unit, day: date, **more: Any) -> Fact:
    return _fact("received", unit, day, **{"kind": "deviation", **more})


def reported(unit: Unit, day: date, **more: Any) -> Fact:
    return _fact("reported", unit, day, kind="deviation", **more)


def mention(unit: Unit, day: date, category: str, **more: Any) -> Fact:
    return _fact("mention", unit, day, kind="deviation", category=category, category_list="deviation_type", **more)


def took(happening: str, unit: Unit, day: date, days: int, **more: Any) -> Fact:
    return _fact(happening, unit, day, kind="deviation", days=days, **more)


def _fact(happening: str, unit: Unit, day: date, **more: Any) -> Fact:
    return add_fact(unit, day, register="deviations", happening=happening, **more)
