"""The card: each measure counts what its sentence says, and no other."""

from datetime import date
from pathlib import Path
from statistics import median

import pytest
from django.db.models import Sum

from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.records.models import Fact
from varvet.kernel.records.registry import Measure, get_measure
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.module import MEASURES
from varvet.registers.lex_sarah.tests.ending import (
    ENDED,
    answered,
    closed,
    judged,
    measured,
    planned,
    proposed,
    shared,
    with_ruling,
)
from varvet.registers.lex_sarah.tests.factories import (
    Stage,
    happenings,
    history,
    make_decided,
    make_reported,
    make_told,
)

FIELDS = {f.name for f in Fact._meta.concrete_fields}
# One case of each outcome from history, one received today, one decided as misconduct, one serious told to IVO.
COUNTED = {
    "received": 8,
    "repeated": 1,
    "opened": 7,
    "completed": 7,
    "completed_misconduct_or_risk": 6,
    "completed_no_misconduct": 1,
    "decided": 7,
    "decided_misconduct_or_risk": 6,
    "reported_to_authority": 1,
    "events_decided": 7,
    "authority_decided": 1,
    "proposed": 2,
    "proposals_answered": 2,
    "proposals_taken_on": 1,
    "told": 1,
    "lessons_spread": 2,
    "reopened": 1,
    "closed": 5,
}
MEDIANS = {"days_to_completion": 30.0, "days_to_decision": 31.0}  # of seven, five of which are of history


def count(measure: Measure) -> int:
    rows = Fact.objects.filter(register=measure.register, happening=measure.happening)
    rows = rows.filter(**{f"{name}__in": values for name, values in measure.where})
    return int(rows.aggregate(n=Sum("count"))["n"] or 0)


def middle(measure: Measure) -> float:
    rows = Fact.objects.filter(register=measure.register, happening=measure.happening)
    return median([days for days in rows.values_list("days", flat=True) if days is not None])


def test_each_measure_counts_its_own(stage: Stage) -> None:
    rows = [history(stage, outcome=outcome, decided_on=date(2023, 6, 2)) for outcome in rules.Outcome]
    actions.import_history(rows=rows, root=stage.cast.root, by=stage.cast.eva, now=rows[0].received_at)
    lead = make_reported(stage)
    _repeat(stage, lead)
    _lead_to_the_end(stage)
    with_ruling(stage)
    assert {name: count(get_measure(f"lex_sarah.{name}")) for name in COUNTED} == COUNTED
    assert {name: middle(get_measure(f"lex_sarah.{name}")) for name in MEDIANS} == MEDIANS
    assert {measure.code for measure in MEASURES} == {f"lex_sarah.{name}" for name in COUNTED | MEDIANS}


def _repeat(stage: Stage, lead: LexSarah) -> None:
    """A report that is not investigated, since `lead` is about the same."""
    report = make_reported(stage)
    refusal = actions.Refusal(rules.NotOpened.SAME_EVENT, "Samma händelse.", lead)
    actions.decline_investigation(case=report, refusal=refusal, version=report.version, by=stage.cast.dag, now=NOW)


def _lead_to_the_end(stage: Stage) -> None:
    """One proposal taken on and one not, a lesson for two units, and taken up again after it was closed."""
    case = make_decided(stage)
    measured(stage, answered(stage, proposed(stage, case)))
    answered(stage, proposed(stage, case), rules.Answer.REJECTED)
    shared(stage, case)
    judged(stage, planned(stage, case))
    case = closed(stage, case)
    actions.reopen(case=case, reason="Det hände igen.", version=case.version, by=stage.cast.dag, now=ENDED)


# What is often mixed up in reports, each named by what it counts.
FIVE = {
    "received": "Inkomna lex Sarah-rapporter",
    "opened": "Inledda lex Sarah-utredningar",
    "completed": "Färdiga lex Sarah-utredningar",
    "decided": "Beslut enligt lex Sarah",
    "reported_to_authority": "Anmälningar till IVO",
}


def test_five_counts_have_five_names_and_five_happenings() -> None:
    measures = {name: get_measure(f"lex_sarah.{name}") for name in FIVE}
    assert {name: measure.label for name, measure in measures.items()} == FIVE
    assert {name: measure.happening for name, measure in measures.items()} == {name: name for name in FIVE}
    assert not [measure for measure in measures.values() if measure.where], "none is a part of another"
    document = (Path(__file__).parents[4] / "docs" / "measures.md").read_text(encoding="utf-8")
    for name, label in FIVE.items():
        assert f"| `lex_sarah.{name}` | {label} |" in document
    assert (
        len({measure.counts for measure in MEASURES}) == len({measure.label for measure in MEASURES}) == len(MEASURES)
    )


def test_a_case_counts_once_in_each_on_the_day_it_got_there(stage: Stage) -> None:
    case = make_told(stage)
    counted = Fact.objects.filter(record_id=case.pk, happening__in=FIVE).order_by("pk")
    days = [case.received_at.date(), case.opened_on, case.completed_on, case.decided_on, case.reported_on]
    assert {fact.happening: fact.day for fact in counted} == dict(zip(FIVE, days, strict=True))
    assert counted.count() == len(FIVE)


def test_received_and_repeated_are_together_all_reports(stage: Stage) -> None:
    _repeat(stage, make_reported(stage))
    rows = list(Fact.objects.filter(register="lex_sarah").order_by("pk").values_list("happening", flat=True))
    assert rows == ["received", "repeated"], "one that repeats is neither opened nor closed as a case of its own"
    repeated = LexSarah.objects.get(not_opened=rules.NotOpened.SAME_EVENT)
    version, by = repeated.version, stage.cast.dag
    actions.reconsider(case=repeated, reason="Det var en annan händelse.", version=version, by=by, now=NOW)
    assert [name for name, _ in happenings(repeated)] == ["received", "reopened"]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.code)
def test_a_measure_narrows_by_fields_that_facts_have(measure: Measure) -> None:
    assert {name for name, _ in measure.where} <= FIELDS
    assert {*measure.breakdowns} - {"month", "quarter", "year"} <= FIELDS
