"""Truth tables of the rules: every event in every state, every course with every state."""

from datetime import date, timedelta
from itertools import product

import pytest

from varvet.kernel.law.lists import lex_sarah_outcomes
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.rules import Course, Event, Outcome, Status
from varvet.registers.lex_sarah.rules.plain import PLAIN

S, E = Status, Event
DAY = date(2026, 3, 16)
# event: where it may happen and what it leads to; everywhere else it is refused
SETTLED = {S.DECIDED, S.REPORTED, S.AUTHORITY_DECIDED, S.FOLLOWING_UP}
TOLD_IVO = SETTLED - {S.DECIDED}
EVERY_OPEN = {S.RECEIVED, S.OPENED, S.INVESTIGATED} | SETTLED
STAYS = {
    E.NOTE: EVERY_OPEN,
    E.ASSIGN: EVERY_OPEN,
    E.DECLARE: EVERY_OPEN,
    E.JOIN: {S.RECEIVED},
    E.WRITE: {S.OPENED},
    E.PROPOSE: {S.OPENED, S.INVESTIGATED} | SETTLED,
    E.AUTHORITY_ASKS: TOLD_IVO,
    E.ANSWER_AUTHORITY: TOLD_IVO,
    E.RESPOND: SETTLED,
    E.TELL: SETTLED,
    E.SHARE: SETTLED | {S.CLOSED},
    E.JUDGE: {S.FOLLOWING_UP},
}
LEADS = {
    E.LEAVE: ({S.RECEIVED, S.OPENED}, S.RECEIVED),
    E.OPEN: ({S.RECEIVED}, S.OPENED),
    E.DECLINE: ({S.RECEIVED}, S.NOT_OPENED),
    E.COMPLETE: ({S.OPENED}, S.INVESTIGATED),
    E.DECIDE: ({S.INVESTIGATED}, S.DECIDED),
    E.REPORT_TO_AUTHORITY: ({S.DECIDED}, S.REPORTED),
    E.SEND_BACK: ({S.INVESTIGATED, S.DECIDED}, S.OPENED),
    E.FOLLOW_UP: (SETTLED, S.FOLLOWING_UP),
    E.CLOSE: (SETTLED, S.CLOSED),
    E.REOPEN: ({S.CLOSED}, S.FOLLOWING_UP),
    E.RECONSIDER: ({S.NOT_OPENED}, S.RECEIVED),
}
# state: how many of opened, completed, decided, reported are taken; and whether it is closed
FITS = {
    S.RECEIVED: {(0, False)},
    S.NOT_OPENED: {(0, False), (0, True)},
    S.OPENED: {(1, False)},
    S.INVESTIGATED: {(2, False)},
    S.DECIDED: {(3, False)},
    S.REPORTED: {(4, False)},
    S.AUTHORITY_DECIDED: {(4, False)},
    S.FOLLOWING_UP: {(3, False), (4, False)},
    S.CLOSED: {(3, True), (4, True)},
}


def code_of(error: pytest.ExceptionInfo[RuleBroken]) -> str:
    return error.value.code


def course(taken: int, *, closed: bool = False, outcome: str = "") -> Course:
    opened, completed, told, reported = (DAY + timedelta(days=n) if n <= taken else None for n in range(1, 5))
    decided = outcome or (Outcome.SERIOUS if taken >= 3 else "")
    closed_on = DAY + timedelta(days=9) if closed else None
    return Course(DAY, opened, completed, told, reported, closed_on, decided)


@pytest.mark.parametrize(("event", "status"), list(product(LEADS, Status)))
def test_each_event_in_each_state(event: Event, status: Status) -> None:
    sources, target = LEADS[event]
    assert rules.may(event, status) == (status in sources)
    if status in sources:
        assert rules.check_transition(event, status) == target
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_transition(event, status)
    assert code_of(error) == f"lex_sarah.{event}.state"


@pytest.mark.parametrize(("event", "status"), list(product(STAYS, Status)))
def test_what_leaves_the_state_as_it_is(event: Event, status: Status) -> None:
    assert rules.may(event, status) == (status in STAYS[event])
    if status not in STAYS[event]:
        with pytest.raises(RuleBroken) as error:
            rules.check_now(event, status)
        assert code_of(error) == f"lex_sarah.{event}.state"


def test_every_event_is_in_a_table() -> None:
    assert {*LEADS} | {*STAYS} | {E.AUTHORITY_DECIDES} == {*Event}


@pytest.mark.parametrize("status", Status)
def test_what_ivo_decides_leaves_the_following_up_where_it_is(status: Status) -> None:
    leads = {S.REPORTED: S.AUTHORITY_DECIDED, S.FOLLOWING_UP: S.FOLLOWING_UP}
    assert rules.may(E.AUTHORITY_DECIDES, status) == (status in leads)
    if status in leads:
        assert rules.check_transition(E.AUTHORITY_DECIDES, status) == leads[status]


def test_the_refusal_names_the_state_as_people_write_it() -> None:
    with pytest.raises(RuleBroken, match=r"anmäld till IVO\. Därför går det inte att inleda utredning"):
        rules.check_transition(Event.OPEN, Status.REPORTED)


@pytest.mark.parametrize(("status", "taken", "closed"), list(product(Status, range(5), [False, True])))
def test_days_agree_with_the_state_or_are_refused(*, status: Status, taken: int, closed: bool) -> None:
    if (taken, closed) in FITS[status]:
        rules.check_course(status, course(taken, closed=closed))
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_course(status, course(taken, closed=closed))
    assert code_of(error) == "lex_sarah.course.state"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Course(DAY, opened_on=None, completed_on=DAY), "gap"),
        (Course(DAY, opened_on=DAY, completed_on=None, decided_on=DAY, outcome="risk"), "gap"),
        (Course(DAY, opened_on=DAY - timedelta(days=1)), "order"),
        (Course(DAY, opened_on=DAY + timedelta(days=2), completed_on=DAY + timedelta(days=1)), "order"),
        (Course(DAY, DAY, DAY, DAY, closed_on=DAY - timedelta(days=1), outcome="risk"), "order"),
        (Course(DAY, DAY, DAY, DAY), "outcome"),
        (Course(DAY, DAY, DAY, outcome="risk"), "outcome"),
    ],
)
def test_a_course_that_cannot_have_been(wrong: Course, code: str) -> None:
    with pytest.raises(RuleBroken) as error:
        rules.check_course(Status.DECIDED, wrong)
    assert code_of(error) == f"lex_sarah.course.{code}"


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_what_is_serious_goes_to_the_inspectorate(outcome: Outcome) -> None:
    if outcome in {Outcome.SERIOUS, Outcome.SERIOUS_RISK}:
        rules.check_course(Status.REPORTED, course(4, outcome=outcome))
        rules.check_told_authority(outcome, DAY)
        with pytest.raises(RuleBroken, match="först anmälas till IVO"):
            rules.check_told_authority(outcome, None)
        return
    rules.check_told_authority(outcome, None)
    with pytest.raises(RuleBroken) as error:
        rules.check_course(Status.REPORTED, course(4, outcome=outcome))
    assert code_of(error) == "lex_sarah.report_to_authority.outcome"


def test_whoever_decides_says_that_they_are_not_biased() -> None:
    rules.check_impartial(impartial=True)
    with pytest.raises(RuleBroken, match="jävig"):
        rules.check_impartial(impartial=False)


@pytest.mark.parametrize(("text", "code"), [("", "empty"), ("  a  ", "empty"), ("a" * 20_001, "long")])
def test_words_are_asked_for_and_have_an_end(text: str, code: str) -> None:
    with pytest.raises(RuleBroken) as error:
        rules.check_words("what", text, "Berätta.")
    assert code_of(error) == f"lex_sarah.what.{code}"
    assert error.value.field == "what"


def test_words_within_bounds_are_taken() -> None:
    rules.check_words("what", "abc", "Berätta.")
    rules.check_words("what", "a" * 20_000, "Berätta.")


def test_nothing_has_happened_on_a_day_to_come() -> None:
    rules.check_not_ahead("occurred_day", None, DAY)
    rules.check_not_ahead("occurred_day", DAY, DAY)
    with pytest.raises(RuleBroken, match="inte varit än"):
        rules.check_not_ahead("occurred_day", DAY + timedelta(days=1), DAY)


def test_every_state_outcome_and_reason_has_a_label() -> None:
    assert list(rules.STATUS_LABELS) == list(Status)
    assert list(rules.NOT_OPENED_LABELS) == list(rules.NotOpened)
    assert list(rules.LAW_LABELS) == list(rules.Law)
    assert list(rules.OUTCOME_LABELS) == list(Outcome)


def test_the_outcomes_are_those_of_the_law() -> None:
    assert sorted(label.lower() for label in rules.OUTCOME_LABELS.values()) == sorted(lex_sarah_outcomes())


def test_every_state_is_said_in_plain_words_to_whoever_reported() -> None:
    assert set(PLAIN) == set(rules.Status)
