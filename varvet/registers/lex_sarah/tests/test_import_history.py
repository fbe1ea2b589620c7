"""Taking over history: the days stay as they were, and what cannot have been is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Record
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import Narrative, Part
from varvet.registers.lex_sarah.tests.factories import Stage, events, happenings, history, make_types


def taken_over(stage: Stage, *rows: actions.History) -> list[str]:
    cases = actions.import_history(rows=rows, root=stage.cast.root, by=stage.cast.eva, now=NOW)
    return [case.reference for case in cases]


def test_history_keeps_its_days_and_counts(stage: Stage) -> None:
    row = history(stage, texts={Part.WHAT: "Påhittat"})
    (case,) = actions.import_history(rows=[row], root=stage.cast.root, by=stage.cast.eva, now=NOW)
    assert (case.reference, case.version, case.opened_by) == ("LXS-2023-0001", 1, None)
    assert happenings(case) == [
        ("received", date(2023, 5, 2)),
        ("event_decided", date(2023, 6, 2)),
        ("opened", date(2023, 5, 3)),
        ("completed", date(2023, 6, 1)),
        ("decided", date(2023, 6, 2)),
        ("closed", date(2023, 9, 1)),
    ]
    coded = set(Fact.objects.filter(record_id=case.pk).values_list("category", "outcome", "kind"))
    assert coded == {("treatment", "risk", "sol")}
    assert events(case) == ["imported"]
    written = Narrative.objects.get(case=case)
    assert (written.text, written.synthetic, written.written_at) == ("Påhittat", True, row.received_at)


def test_numbers_follow_the_year_each_came_in(stage: Stage) -> None:
    first = history(stage)
    bare = history(
        stage,
        status=rules.Status.RECEIVED,
        received_at=datetime(2022, 12, 31, 23, 30, tzinfo=UTC),
        category_list=None,
        category=None,
        opened_on=None,
        completed_on=None,
        decided_on=None,
        outcome="",
        closed_at=None,
    )
    assert taken_over(stage, first, bare, first) == ["LXS-2023-0001", "LXS-2023-0002", "LXS-2023-0003"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"status": rules.Status.OPENED}, "lex_sarah.course.state"),
        ({"outcome": ""}, "lex_sarah.course.outcome"),
        ({"opened_on": None}, "lex_sarah.course.gap"),
        ({"opened_on": date(2023, 5, 1)}, "lex_sarah.course.order"),
        ({"reported_on": date(2023, 6, 3)}, "lex_sarah.report_to_authority.outcome"),
        ({"category_list": None}, "lex_sarah.category.list"),
    ],
)
def test_all_or_none(stage: Stage, wrong: dict[str, object], code: str) -> None:
    with pytest.raises(RuleBroken) as error:
        taken_over(stage, history(stage), replace(history(stage), **wrong))  # type: ignore[arg-type]  # one field
    assert error.value.code == code
    assert not Record.objects.exists()


def test_a_type_from_another_list_is_refused(stage: Stage) -> None:
    with pytest.raises(RuleBroken, match="finns inte i listan"):
        taken_over(stage, history(stage, category_list=make_types(stage.cast.root, "another_list")))


@pytest.mark.parametrize("wrong", [{"law": "hsl"}, {"outcome": "severe"}])
def test_an_unknown_code_is_a_fault_in_the_import(stage: Stage, wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        taken_over(stage, history(stage, **wrong))


@pytest.mark.parametrize("who", ["stranger", "dag", "alice", "hugo"])
def test_only_those_who_may_import_do(stage: Stage, who: str) -> None:
    by = getattr(stage.cast, who)
    with pytest.raises(NotAllowed):
        actions.import_history(rows=[history(stage)], root=stage.cast.root, by=by, now=NOW)
