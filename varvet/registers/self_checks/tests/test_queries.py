"""Reading self-checks: the report's lines, the work that waits, and the measures."""

from dataclasses import replace
from datetime import date

from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.module import MEASURES
from varvet.registers.self_checks.rules import Status
from varvet.registers.self_checks.tests.factories import (
    FIRST,
    LAST,
    history,
    make,
    make_performed,
    make_questions,
    question,
)

YEAR = date(2023, 1, 1), date(2023, 12, 31)


def test_lines_say_how_it_went_in_the_order_of_the_questions(cast: Cast) -> None:
    planned = replace(history(cast), status=Status.PLANNED, sample=None)
    rows = [
        replace(history(cast), question=question(cast.root, "e-4-2"), sample=15, fulfilled=14, quality_area=""),
        history(cast),
        planned,
        replace(planned, status=Status.NOT_DONE, not_done_reason="Tid saknades."),
    ]
    actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)
    lines = queries.report_lines(cast.root, *YEAR)
    assert [(line.state, line.result) for line in lines] == [
        ("Genomförd", "161 granskade, resultat saknas"),
        ("Planerad", "–"),
        ("Inte genomförd", "Tid saknades."),
        ("Genomförd", "14 av 15 uppfyller målet"),
    ]
    assert (lines[0].code, lines[0].title) == ("EGK-2023-0002", "A.1.1 Följer dokumentationen kraven?")
    assert (lines[0].unit_name, lines[0].quality_areas, lines[0].day) == (cast.a.name, ("A",), YEAR[1])
    assert lines[3].quality_areas == ()


def test_lines_are_of_the_period_and_the_root(cast: Cast) -> None:
    make(cast)
    assert len(queries.report_lines(cast.root, FIRST, LAST)) == 1
    assert queries.report_lines(cast.root, *YEAR) == []
    assert queries.report_lines(cast.other_root, FIRST, LAST) == []


def test_work_waits_for_those_who_can_do_it(cast: Cast) -> None:
    held = make(cast)
    make_performed(cast)
    [task] = queries.list_tasks(reader_of(cast.alice))
    assert (task.reference, task.started, task.due) == (held.reference, FIRST, LAST)
    assert queries.list_tasks(reader_of(cast.cecilia)) == []
    assert queries.list_tasks(reader_of(cast.dag)) == []


def test_the_questions_of_a_day(cast: Cast) -> None:
    questions = make_questions(cast.root)
    assert queries.questions_on(cast.root, FIRST) == questions
    assert queries.questions_on(cast.root, date(2019, 1, 1)) is None


def test_the_measures_have_the_names_the_reports_use() -> None:
    figures = ("reviewed", "fulfilled", "not_fulfilled", "fulfilled_share", "not_fulfilled_share", "share_stated")
    wanted = {f"self_checks.{part}{name}" for part in ("", "sex_", "group_") for name in figures}
    rounds = {"planned", "performed", "not_done", "log_findings"}
    after = {"decided", "undecided", "decided_share", "improved", "improved_share", "raised", "raised_share"}
    assert {m.code for m in MEASURES} == wanted | {f"self_checks.{name}" for name in rounds | after}
    assert {m.happening for m in MEASURES if ".group_" in m.code} == {
        "performed_group",
        "reviewed_group",
        "share_stated_group",
    }
