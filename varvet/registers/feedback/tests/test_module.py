"""The card: each measure counts what its sentence says, and no other."""

import pytest
from django.db.models import Sum

from varvet.kernel.records.models import Fact
from varvet.kernel.records.registry import Measure, get_measure
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.facts.measures import MEASURES
from varvet.registers.feedback.tests.factories import Desk, history, make_answered, make_captured

FIELDS = {f.name for f in Fact._meta.concrete_fields}
# One of each sort with two categories and an answer in the diary, one praise today, one complaint answered today.
COUNTED = {
    "received": 7,
    "complaints": 2,
    "views": 1,
    "praise": 2,
    "registered": 5,
    "answered": 6,
    "answer_registered": 5,
    "mentions": 10,
}


def count(measure: Measure) -> int:
    rows = Fact.objects.filter(register=measure.register, happening=measure.happening)
    rows = rows.filter(**{f"{name}__in": values for name, values in measure.where})
    return int(rows.aggregate(n=Sum("count"))["n"] or 0)


def test_each_measure_counts_its_own(desk: Desk) -> None:
    rows = [history(desk, sort=sort) for sort in rules.Sort]
    actions.import_history(rows=rows, root=desk.cast.root, by=desk.cast.eva, now=rows[0].received_at)
    make_captured(desk, rules.Sort.PRAISE)
    make_answered(desk)
    assert {name: count(get_measure(f"feedback.{name}")) for name in COUNTED} == COUNTED
    assert {measure.code for measure in MEASURES} == {f"feedback.{name}" for name in COUNTED}


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.code)
def test_a_measure_narrows_by_fields_that_facts_have(measure: Measure) -> None:
    assert {name for name, _ in measure.where} <= FIELDS
    assert {*measure.breakdowns} - {"month", "quarter", "year"} <= FIELDS
