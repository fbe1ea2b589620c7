"""The card: each measure counts what its sentence says, and no other."""

import pytest
from django.db.models import Sum

from varvet.kernel.records.models import Fact
from varvet.kernel.records.registry import Measure, Value, get_measure
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.facts.measures import MEASURES
from varvet.registers.feedback.tests.factories import LATER, Desk, history, make_answered, make_captured, make_noted

FIELDS = {f.name for f in Fact._meta.concrete_fields}
# One of each sort with two categories and an answer in the diary, one praise today, one complaint answered today whose
# sender was content, one complaint settled there and then, and one taken to the person's own case.
COUNTED = {
    "received": 9,
    "complaints": 4,
    "views": 1,
    "praise": 2,
    "registered": 5,
    "answered": 7,
    "answer_registered": 5,
    "mentions": 14,
    "speakers": 2,
    "answers_due": 6,
    "answered_in_time": 6,
    "answered_in_time_share": 1,
    "answer_documented": 5,
    "answer_documented_share": 5 / 6,
    "answered_at_once": 1,
    "settled_in_case": 1,
    "closed": 7,
    "judged": 1,
    "content": 1,
    "content_share": 1,
}
MEDIANS = {"days_to_answer"}


def count(measure: Measure) -> float:
    rows = Fact.objects.filter(register=measure.register, happening=measure.happening)
    rows = rows.filter(**{f"{name}__in": values for name, values in measure.where})
    sums = rows.aggregate(count=Sum("count"), numerator=Sum("numerator"), denominator=Sum("denominator"))
    if measure.value is Value.SHARE:
        return float(sums["numerator"] / sums["denominator"])
    return int(sums[measure.value] or 0)


def test_each_measure_counts_its_own(desk: Desk) -> None:
    rows = [history(desk, sort=sort) for sort in rules.Sort]
    actions.import_history(rows=rows, root=desk.cast.root, by=desk.cast.eva, now=rows[0].received_at)
    make_captured(desk, rules.Sort.PRAISE)
    answered = make_answered(desk)
    content = rules.Contentment.CONTENT
    actions.judge(feedback=answered, contentment=content, version=2, by=desk.cast.alice, now=LATER)
    for handled in (rules.Handled.AT_ONCE, rules.Handled.IN_CASE):
        make_noted(desk, handled)
    assert {name: count(get_measure(f"feedback.{name}")) for name in COUNTED} == COUNTED
    assert {measure.code for measure in MEASURES} == {f"feedback.{name}" for name in {*COUNTED, *MEDIANS}}


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.code)
def test_a_measure_narrows_by_fields_that_facts_have(measure: Measure) -> None:
    assert {name for name, _ in measure.where} <= FIELDS
    assert {*measure.breakdowns} - {"month", "quarter", "year"} <= FIELDS
