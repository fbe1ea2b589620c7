"""Truth tables of what comes after the investigation: outcomes, mandates, proposals, the inspectorate and closing."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.rules import Answer, Closing, Event, Mandate, Outcome, Sort, Whom

DAY = date(2026, 3, 16)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def code_of(error: pytest.ExceptionInfo[RuleBroken]) -> str:
    return error.value.code


# The order of the act: what is palpable is less than what has happened, and serious is more than both.
RISING = ["no_misconduct", "risk", "misconduct", "serious_risk", "serious"]


@pytest.mark.parametrize(("one", "other"), list(product(range(5), range(5))))
def test_a_case_is_as_grave_as_its_gravest_event(one: int, other: int) -> None:
    assert rules.gravest([RISING[one], RISING[other]]) == RISING[max(one, other)]


def test_every_outcome_has_its_gravity_and_what_goes_to_ivo_is_gravest() -> None:
    assert list(rules.GRAVITY) == RISING
    assert set(rules.GRAVITY) == set(Outcome)
    assert set(rules.GRAVITY[-2:]) == rules.TO_AUTHORITY


NONE, RISK, SERIOUS_RISK = Outcome.NO_MISCONDUCT, Outcome.RISK, Outcome.SERIOUS_RISK


@pytest.mark.parametrize(
    ("events", "decided", "alone", "of_case"),
    [
        ((), {}, RISK, RISK),
        ((1,), {1: NONE}, None, NONE),
        ((1, 2), {1: NONE, 2: SERIOUS_RISK}, None, SERIOUS_RISK),
        ((1, 2), {1: NONE, 2: NONE}, SERIOUS_RISK, NONE),
        ((1, 2), {}, RISK, RISK),
    ],
)
def test_the_outcome_of_a_case(
    events: tuple[int, ...], decided: dict[int, Outcome], alone: Outcome | None, of_case: Outcome
) -> None:
    found = rules.outcomes_of(events, decided, alone)
    assert set(found) == set(events)
    assert rules.outcome_of(found, alone) == of_case


@pytest.mark.parametrize(
    ("events", "decided"), [((1, 2), {1: RISK}), ((1,), {1: RISK, 2: RISK}), ((), {1: RISK}), ((1,), {})]
)
def test_every_event_gets_an_outcome(events: tuple[int, ...], decided: dict[int, Outcome]) -> None:
    with pytest.raises(RuleBroken) as error:
        rules.outcomes_of(events, decided, None)
    assert code_of(error) == "lex_sarah.decide.events"


def test_a_case_without_events_has_an_outcome_of_its_own() -> None:
    with pytest.raises(RuleBroken) as error:
        rules.outcome_of({}, None)
    assert code_of(error) == "lex_sarah.decide.outcome"


ROLE = Mandate(1, "4.2", DAY, role="decision_maker")
PERSON = Mandate(2, "4.3", DAY, person=7)


@pytest.mark.parametrize(
    ("mandates", "person", "roles", "day", "point"),
    [
        ([ROLE], 7, {"decision_maker"}, DAY, "4.2"),
        ([ROLE], 7, {"decision_maker"}, BEFORE, None),
        ([ROLE], 7, {"unit_manager"}, DAY, None),
        ([ROLE], 7, set(), DAY, None),
        ([PERSON], 7, set(), DAY, "4.3"),
        ([PERSON], 8, {"decision_maker"}, DAY, None),
        ([ROLE, PERSON], 7, {"decision_maker"}, DAY, "4.3"),
        ([replace(PERSON, last_day=DAY)], 7, set(), DAY, "4.3"),
        ([replace(PERSON, last_day=DAY)], 7, set(), AFTER, None),
        ([replace(PERSON, last_day=BEFORE, first_day=BEFORE), ROLE], 7, {"decision_maker"}, DAY, "4.2"),
        ([Mandate(3, "9", DAY, person=None, role="")], 7, {""}, DAY, None),
        ([], 7, {"decision_maker"}, DAY, None),
    ],
)
def test_under_which_point_somebody_decides(
    mandates: list[Mandate], person: int, roles: set[str], day: date, point: str | None
) -> None:
    found = rules.mandate_on(day, mandates, person=person, roles=roles)
    assert (found.point if found else None) == point


def test_nobody_decides_without_a_mandate() -> None:
    rules.check_mandate(ROLE)
    with pytest.raises(RuleBroken, match="ingen delegation"):
        rules.check_mandate(None)


@pytest.mark.parametrize(("investigated", "may_be_one"), list(product([False, True], repeat=2)))
def test_whoever_investigated_does_not_decide(*, investigated: bool, may_be_one: bool) -> None:
    if not investigated or may_be_one:
        rules.check_apart(investigated=investigated, may_be_one=may_be_one)
        return
    with pytest.raises(RuleBroken, match="Du har utrett"):
        rules.check_apart(investigated=investigated, may_be_one=may_be_one)


@pytest.mark.parametrize(
    ("point", "named", "days", "code"),
    [
        (" ", ("", "x"), (DAY, None), "point"),
        ("4", (None, ""), (DAY, None), "whom"),
        ("4", (7, "x"), (DAY, None), "whom"),
        ("4", (7, ""), (DAY, BEFORE), "days"),
    ],
)
def test_a_point_that_cannot_be(
    point: str, named: tuple[object, object], days: tuple[date, date | None], code: str
) -> None:
    with pytest.raises(RuleBroken) as error:
        rules.check_delegation(point, named, days)
    assert code_of(error) == f"lex_sarah.delegation.{code}"


def test_a_point_for_one_day_can_be() -> None:
    rules.check_delegation("4", (7, ""), (DAY, DAY))


CAUSES = frozenset({"cause-1"})


@pytest.mark.parametrize(
    ("sort", "cause", "causes", "wrong"),
    [
        (Sort.MEASURE, "cause-1", CAUSES, False),
        (Sort.MEASURE, "", CAUSES, True),
        (Sort.MEASURE, "cause-2", CAUSES, True),
        (Sort.MEASURE, "", frozenset(), False),
        (Sort.WORD, "", CAUSES, False),
        (Sort.WORD, "cause-2", CAUSES, True),
    ],
)
def test_a_measure_answers_a_cause(*, sort: Sort, cause: str, causes: frozenset[str], wrong: bool) -> None:
    if not wrong:
        rules.check_proposal(sort, "Gör så här.", cause, causes)
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_proposal(sort, "Gör så här.", cause, causes)
    assert code_of(error) == "lex_sarah.propose.cause"


def test_a_proposal_says_something_and_is_answered_once_with_a_reason() -> None:
    with pytest.raises(RuleBroken, match="Skriv vad förslaget är"):
        rules.check_proposal(Sort.WORD, " ", "", frozenset())
    rules.check_answer("", Sort.MEASURE, "Det stämmer.")
    for before, sort, reason, code in (
        (Answer.REJECTED, Sort.MEASURE, "Det stämmer.", "lex_sarah.respond.answered"),
        ("", Sort.WORD, "Det stämmer.", "lex_sarah.respond.word"),
        ("", Sort.MEASURE, "", "lex_sarah.reason.empty"),
    ):
        with pytest.raises(RuleBroken) as error:
            rules.check_answer(before, sort, reason)
        assert code_of(error) == code


@pytest.mark.parametrize(("whom", "withheld"), list(product(Whom, [False, True])))
def test_only_the_person_affected_can_be_left_untold(*, whom: Whom, withheld: bool) -> None:
    if not withheld or whom is Whom.AFFECTED:
        rules.check_told(whom, "Så blev det.", withheld=withheld)
        with pytest.raises(RuleBroken, match="varför" if withheld else "hur det blev"):
            rules.check_told(whom, "", withheld=withheld)
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_told(whom, "Så blev det.", withheld=withheld)
    assert code_of(error) == "lex_sarah.tell.withheld"


@pytest.mark.parametrize(
    ("text", "chosen", "code"),
    [("", {1}, "text.empty"), ("Se upp", set(), "share.units"), ("Se upp", {1, 3}, "share.unit")],
)
def test_a_lesson_has_words_and_goes_to_units_that_are_offered(text: str, chosen: set[int], code: str) -> None:
    with pytest.raises(RuleBroken) as error:
        rules.check_lesson(text, chosen, {1, 2})
    assert code_of(error) == f"lex_sarah.{code}"


def test_a_lesson_has_an_end() -> None:
    rules.check_lesson("a" * rules.LONGEST_LESSON, {1}, {1})
    with pytest.raises(RuleBroken, match="högst 2000"):
        rules.check_lesson("a" * (rules.LONGEST_LESSON + 1), {1}, {1})


@pytest.mark.parametrize(("day", "fits"), [(BEFORE, False), (DAY, True), (AFTER, True), (AFTER + timedelta(1), False)])
def test_what_ivo_did_was_after_the_report_and_not_ahead(*, day: date, fits: bool) -> None:
    if fits:
        rules.check_between("asked_on", day, DAY, AFTER)
        return
    with pytest.raises(RuleBroken, match="2026-03-16"):
        rules.check_between("asked_on", day, DAY, AFTER)


def test_ivo_wants_its_answer_on_the_day_of_the_question_or_later() -> None:
    rules.check_answer_by(DAY, None)
    rules.check_answer_by(DAY, DAY)
    with pytest.raises(RuleBroken, match="före frågan"):
        rules.check_answer_by(DAY, BEFORE)


ALL_DONE = Closing("decided", "misconduct", told_reporter=True, told_unit=True, told_affected=True)
SERIOUS = replace(ALL_DONE, outcome="serious", reported=True, authority_decided=True)
# What is changed in a case with nothing left, where that leads, and what has to be done first.
LEFT: list[tuple[Closing, dict[str, object], str, str]] = [
    (SERIOUS, {"reported": False, "authority_decided": False}, "Anmälan till IVO", Event.REPORT_TO_AUTHORITY),
    (SERIOUS, {"authority_decided": False}, "Beslut från IVO", ""),
    (SERIOUS, {"questions": 1}, "Frågor från IVO utan svar: 1", rules.AUTHORITY),
    (ALL_DONE, {"proposals": 3, "unanswered": 2}, "Svar på 2 av 3 åtgärdsförslag", ""),
    (ALL_DONE, {"proposals": 1, "unmeasured": 1}, "Antagna förslag utan åtgärd: 1", ""),
    (ALL_DONE, {"told_reporter": False}, "Återkoppling till den som rapporterade", Event.TELL),
    (ALL_DONE, {"told_unit": False}, "Återkoppling till enheten", Event.TELL),
    (ALL_DONE, {"told_affected": False}, "Besked till den som berördes, eller varför inte", Event.TELL),
    (ALL_DONE, {"measures": 2, "open_measures": 1, "followed_up": True}, "1 av 2 åtgärder pågår än", ""),
    (ALL_DONE, {"measures": 2}, "Uppföljning av åtgärderna", Event.FOLLOW_UP),
    (ALL_DONE, {"follow_up_planned": True}, "Uppföljning av åtgärderna", Event.JUDGE),
    (ALL_DONE, {"status": "following_up"}, "Uppföljning av åtgärderna", Event.FOLLOW_UP),
]


@pytest.mark.parametrize(("closing", "changed", "sentence", "place"), LEFT)
def test_what_is_missing_is_named_and_done_first(
    closing: Closing, changed: dict[str, object], sentence: str, place: str
) -> None:
    wanting = replace(closing, **changed)  # type: ignore[arg-type]  # a table of one or two fields at a time
    left = [item for item in rules.before_closing(wanting) if not item.done]
    assert [item.sentence.format(left=item.left, total=item.total) for item in left] == [sentence]
    assert rules.next_of(wanting) == place
    with pytest.raises(RuleBroken, match="Det här saknas") as error:
        rules.check_closing(rules.before_closing(wanting))
    assert error.value.code == "lex_sarah.close.missing"
    assert error.value.field == left[0].place


@pytest.mark.parametrize(
    "closing",
    [
        ALL_DONE,
        SERIOUS,
        replace(ALL_DONE, reporter_known=False, told_reporter=False),
        replace(ALL_DONE, proposals=2, measures=2, followed_up=True, status="following_up"),
        replace(ALL_DONE, outcome="no_misconduct", reported=False),
    ],
)
def test_when_nothing_is_missing_it_is_closed(closing: Closing) -> None:
    rules.check_closing(rules.before_closing(closing))
    assert rules.next_of(closing) == Event.CLOSE


def test_telling_ivo_comes_before_everything_else() -> None:
    unreported = replace(SERIOUS, reported=False, authority_decided=False, told_unit=False, follow_up_planned=True)
    assert rules.next_of(unreported) == Event.REPORT_TO_AUTHORITY


@pytest.mark.parametrize(("due", "fits"), [(BEFORE, False), (DAY, True), (AFTER, True)])
def test_a_follow_up_lies_ahead(*, due: date, fits: bool) -> None:
    if fits:
        rules.check_plan("Se efter", due, DAY)
        return
    with pytest.raises(RuleBroken, match="redan varit"):
        rules.check_plan("Se efter", due, DAY)


def test_follow_ups_come_one_at_a_time() -> None:
    rules.check_none_planned(0)
    rules.check_planned(1)
    with pytest.raises(RuleBroken, match="redan planerad"):
        rules.check_none_planned(1)
    with pytest.raises(RuleBroken, match="Ingen uppföljning"):
        rules.check_planned(0)


def test_every_code_has_a_label() -> None:
    assert list(rules.ANSWER_LABELS) == list(Answer)
    assert list(rules.SORT_LABELS) == list(Sort)
    assert list(rules.ROUTE_LABELS) == list(rules.Route)
    assert list(rules.RULING_LABELS) == list(rules.Ruling)
    assert list(rules.RESULT_LABELS) == list(rules.Result)
    assert list(rules.WHOM_LABELS) == list(Whom)
