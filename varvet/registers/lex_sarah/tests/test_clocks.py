"""The clocks of lex Sarah: from which day, to which day, whose, and what can be extended."""

from datetime import UTC, date, datetime, timedelta

import pytest

from varvet.kernel.access.tests.cast import TODAY, reader_of
from varvet.kernel.deadlines.clocks import clocks_of, list_clocks
from varvet.kernel.deadlines.extending import extend
from varvet.kernel.law.days import add_working_days, day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.registry import Clock
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.ending import (
    ENDED,
    RULED,
    WORDS,
    answered,
    closed,
    fresh,
    measured,
    not_opened,
    planned,
    proposed,
    ruled,
    told,
)
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    make_completed,
    make_decided,
    make_opened,
    make_reported,
    make_told,
)

DECIDED = day_of(LATER)  # Thursday 26 March 2026
IN_TEN_WORKING_DAYS = date(2026, 4, 13)  # Good Friday and Easter Monday are none
IN_FIFTEEN = date(2026, 4, 20)


def running(stage: Stage) -> list[Clock]:
    """Those of the root; each case says the same of itself."""
    found = list_clocks(stage.cast.root)
    cases = LexSarah.objects.filter(root=stage.cast.root).order_by("pk")
    assert [clock for case in cases for clock in clocks_of(case)] == found
    return found


def told_of(stage: Stage) -> list[tuple[str, date, date, str, bool]]:
    return [(clock.code, clock.started, clock.due, clock.permission, clock.extendable) for clock in running(stage)]


def test_a_report_is_dealt_with_at_once_and_the_act_gives_no_more_time(stage: Stage) -> None:
    case = make_reported(stage)
    assert told_of(stage) == [("open", TODAY, TODAY, "lex_sarah.investigate", False)]
    with pytest.raises(RuleBroken, match="står i lagen"):
        extend(record=case, code="open", until=day_of(RULED), reason="Nej", by=stage.cast.dag, now=LATER)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        pytest.param(date(2026, 3, 20), date(2026, 3, 20), id="friday"),
        pytest.param(date(2026, 3, 21), date(2026, 3, 23), id="saturday"),
        pytest.param(date(2026, 4, 3), date(2026, 4, 7), id="good-friday"),
        pytest.param(date(2026, 6, 19), date(2026, 6, 22), id="midsommarafton"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 4), id="new-years-eve"),
    ],
)
@pytest.mark.facts_differ
def test_at_once_is_the_same_day_or_the_next_working_day(stage: Stage, received: date, due: date) -> None:
    case = make_reported(stage)
    moment = datetime(received.year, received.month, received.day, 12, tzinfo=UTC)
    LexSarah.objects.filter(pk=case.pk).update(received_at=moment)
    [clock] = running(stage)
    assert clock.due == due


def test_the_investigation_has_the_roots_own_goal_which_can_be_extended(stage: Stage) -> None:
    case = make_opened(stage)
    assert told_of(stage) == [("investigate", TODAY, date(2026, 5, 16), "lex_sarah.investigate", True)]
    until = date(2026, 6, 16)
    extend(record=case, code="investigate", until=until, reason="Sjukdom.", by=stage.cast.dag, now=LATER)
    assert [clock.due for clock in running(stage)] == [until]
    assert queries.investigated_by(fresh(case)) == until


def test_what_is_investigated_is_decided(stage: Stage) -> None:
    make_completed(stage)
    assert told_of(stage) == [("decide", DECIDED, IN_TEN_WORKING_DAYS, "lex_sarah.decide", True)]


def test_what_is_serious_goes_to_ivo_at_once_and_nothing_else_comes_first(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS)
    assert told_of(stage) == [("report_to_authority", DECIDED, DECIDED, "lex_sarah.decide", False)]
    LexSarah.objects.filter(pk=case.pk).update(decided_on=date(2026, 3, 28))
    assert running(stage)[0].due == date(2026, 3, 30)
    LexSarah.objects.filter(pk=case.pk).update(decided_on=DECIDED)


def test_everybody_is_told_within_the_goal(stage: Stage) -> None:
    make_decided(stage)
    assert told_of(stage) == [("end", DECIDED, IN_TEN_WORKING_DAYS, "lex_sarah.investigate", True)]


def test_while_ivo_thinks_nothing_runs_but_its_questions(stage: Stage) -> None:
    case = told(stage, make_told(stage))
    assert told_of(stage) == []
    question = actions.Question("Hur gick det?", DECIDED, day_of(RULED))
    actions.ask_from_authority(case=case, question=question, version=case.version, by=stage.cast.dag, now=LATER)
    assert told_of(stage) == [("authority-1", DECIDED, day_of(RULED), "lex_sarah.investigate", False)]
    known = fresh(case)
    actions.answer_authority(case=known, number=1, answer="Bra.", version=known.version, by=stage.cast.dag, now=LATER)
    assert told_of(stage) == []
    ruled(stage, case)
    ends = add_working_days(day_of(RULED), 10)
    assert told_of(stage) == [("end", day_of(RULED), ends, "lex_sarah.investigate", True)]


def test_each_proposal_has_its_own_clock_with_the_manager_who_is_to_answer(stage: Stage) -> None:
    case = told(stage, make_decided(stage))
    proposed(stage, case)
    proposed(stage, case, stage.cast.b)
    proposed(stage, case, sort=rules.Sort.WORD)
    found = [(clock.code, clock.due, clock.permission, clock.holder_id) for clock in running(stage)]
    assert found == [
        ("proposal-1", IN_FIFTEEN, "lex_sarah.respond", None),
        ("proposal-2", IN_FIFTEEN, "lex_sarah.respond", stage.cast.cecilia.pk),
    ]


def test_a_later_proposal_is_counted_from_its_own_day(stage: Stage) -> None:
    case = told(stage, make_decided(stage))
    content = actions.NewProposal(rules.Sort.MEASURE, WORDS, stage.cast.a, _a_cause(case))
    actions.propose(case=case, content=content, version=case.version, by=stage.cast.dag, now=RULED)
    [clock] = running(stage)
    assert (clock.started, clock.due) == (day_of(RULED), add_working_days(day_of(RULED), 15))


def _a_cause(case: LexSarah) -> str:
    return next((cause.part for cause in case.causes.all()), "")


def test_a_follow_up_runs_to_its_own_day(stage: Stage) -> None:
    case = told(stage, make_decided(stage))
    measured(stage, answered(stage, proposed(stage, case)))
    assert [clock.code for clock in running(stage)] == ["end"]
    planned(stage, case)
    assert told_of(stage) == [("follow_up", DECIDED, day_of(ENDED), "lex_sarah.investigate", True)]


def test_the_investigator_is_reminded_by_name(stage: Stage) -> None:
    case = make_decided(stage)
    LexSarah.objects.filter(pk=case.pk).update(investigator=stage.cast.eva)
    assert [clock.holder_id for clock in running(stage)] == [stage.cast.eva.pk]


def test_nothing_runs_for_what_has_ended(stage: Stage) -> None:
    closed(stage)
    not_opened(stage)
    assert running(stage) == []


def test_a_case_taken_up_again_has_its_days_from_then_on(stage: Stage) -> None:
    case, again = not_opened(stage), ENDED + timedelta(days=1)
    actions.reconsider(case=case, reason="Nytt.", version=case.version, by=stage.cast.dag, now=again)
    [clock] = running(stage)
    assert clock.started == day_of(again)


def test_the_queue_shows_one_next_step_with_the_clocks_own_day(stage: Stage) -> None:
    case = make_decided(stage)
    steps = []
    for act in (
        lambda: None,
        lambda: told(stage, case),
        lambda: proposed(stage, case),
        lambda: measured(stage, answered(stage, case.proposals.get())),
        lambda: planned(stage, case),
    ):
        act()
        dag = [task for task in queries.list_tasks(reader_of(stage.cast.dag)) if task.reference == case.reference]
        steps.append([(task.title, task.due) for task in dag])
    assert steps == [
        [("Återkoppla i ett lex Sarah-ärende", IN_TEN_WORKING_DAYS)],
        [("Avsluta ett lex Sarah-ärende", IN_TEN_WORKING_DAYS)],
        [],
        [("Planera uppföljning efter lex Sarah", IN_TEN_WORKING_DAYS)],
        [("Följ upp åtgärder efter lex Sarah", day_of(ENDED))],
    ]
