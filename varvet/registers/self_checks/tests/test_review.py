"""Reviewing a case: who may, what is kept, and that nobody writes over another's answers."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Answer, Case, Review, Round
from varvet.registers.self_checks.models.counting import twice_of
from varvet.registers.self_checks.rules import CaseState
from varvet.registers.self_checks.rules.answers import Given
from varvet.registers.self_checks.rules.reviewing import SECOND
from varvet.registers.self_checks.tests.factories import counted, fresh, make
from varvet.registers.self_checks.tests.form_factories import case_of, given, make_round, review


def answers_of(held: Round) -> list[tuple[str, str, str | None]]:
    rows = Answer.objects.filter(review__case__round=held).select_related("question")
    return [(row.question.code, row.value, row.text) for row in rows]


def test_the_answers_are_kept_and_the_case_is_reviewed(cast: Cast) -> None:
    held = make_round(cast)
    case = case_of(held)
    name = actions.draft_of(case, 1)
    save_draft(owner=cast.alice, form=name, content={"q1": "no"}, now=NOW)
    made = review(cast, case, given("partly", "no", q3="yes", q1_text=" Förkortningar. ", q4_text="Mallen."))
    assert (made.version, made.reviewer) == (1, cast.alice)
    assert answers_of(held) == [
        ("q1", "partly", "Förkortningar."),
        ("q2", "no", None),
        ("q3", "yes", None),
        ("q4", "", "Mallen."),
    ]
    assert case_of(held).state == CaseState.REVIEWED
    assert get_draft(owner=cast.alice, form=name, today=TODAY) == {}


def test_what_is_not_asked_is_not_kept(cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held), given("yes", "yes", q3="no"))
    assert [code for code, _, _ in answers_of(held)] == ["q1", "q2"]


@pytest.mark.parametrize(
    "answers",
    [
        (Given("q1", "yes"),),
        given("perhaps"),
        given("yes", "no"),
        given("yes", "na"),
        given(q1_text="x" * 4001),
    ],
)
def test_answers_that_are_missing_or_cannot_be_are_refused(cast: Cast, answers: tuple[Given, ...]) -> None:
    held = make_round(cast)
    with pytest.raises(RuleBroken):
        review(cast, case_of(held), answers)
    assert not Review.objects.exists()


def test_who_saves_second_is_told_and_nothing_is_written_over(cast: Cast) -> None:
    held = make_round(cast)
    case = case_of(held)
    review(cast, case, given("yes"))
    with pytest.raises(StaleVersion):
        actions.save_review(case=case, content=actions.Reviewed(given("no"), 0), by=cast.eva, now=NOW)
    assert answers_of(held)[0] == ("q1", "yes", None)
    actions.save_review(case=case, content=actions.Reviewed(given("no"), 1), by=cast.eva, now=NOW)
    assert answers_of(held)[0] == ("q1", "no", None)
    assert Review.objects.get().version == 2


def test_two_review_different_cases_of_one_round(cast: Cast) -> None:
    held = make_round(cast)
    first, second = case_of(held, 1), case_of(held, 2)
    review(cast, first)
    actions.save_review(case=second, content=actions.Reviewed(given(), 0), by=cast.eva, now=NOW)
    assert Case.objects.filter(round=held, state=CaseState.REVIEWED).count() == 2


def test_the_trail_tells_and_the_round_is_the_same(cast: Cast) -> None:
    held = make_round(cast)
    case = case_of(held)
    review(cast, case)
    event = AuditEvent.objects.get(event="case_reviewed")
    assert (event.record_id, event.actor_id, event.data) == (
        case.pk,
        cast.alice.pk,
        {"round": held.reference, "number": 1},
    )
    assert fresh(held.pk).version == held.version
    assert [row.happening for row in counted(held)] == ["planned"]


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "gun", "hugo", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = make_round(cast)
    with pytest.raises(NotAllowed):
        actions.save_review(case=case_of(held), content=actions.Reviewed(given(), 0), by=getattr(cast, who), now=NOW)


def test_of_a_walkthrough_the_answers_stay_in_the_unit(cast: Cast) -> None:
    held = make_round(cast, walkthrough=True)
    with pytest.raises(NotAllowed):
        actions.save_review(case=case_of(held), content=actions.Reviewed(given(), 0), by=cast.eva, now=NOW)
    assert review(cast, case_of(held)).reviewer == cast.alice


def test_not_before_the_round_begins_nor_when_it_is_over(cast: Cast) -> None:
    planned = make(cast)
    case = Case.objects.create(round=planned, number=1, code="K1")
    with pytest.raises(RuleBroken):
        review(cast, case)
    held = make_round(cast)
    review(cast, case_of(held))
    actions.conclude(round_=held, content=actions.Summary(), version=held.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        review(cast, case_of(held, 2))


def test_not_a_case_that_was_left_out(cast: Cast) -> None:
    held = make_round(cast)
    Case.objects.filter(round=held, number=1).update(state=CaseState.LEFT_OUT)
    with pytest.raises(RuleBroken):
        review(cast, case_of(held))


def test_not_without_a_form(cast: Cast) -> None:
    held = make(cast)
    Case.objects.create(round=held, number=1, code="K1")
    held = actions.start(round_=held, version=held.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        review(cast, case_of(held))


def test_the_second_review_is_by_another_of_a_chosen_case(cast: Cast) -> None:
    held = make_round(cast, double_percent=34)
    [code] = twice_of(held)
    chosen = Case.objects.get(round=held, code=code)
    other = Case.objects.filter(round=held).exclude(code=code)[0]
    with pytest.raises(RuleBroken):
        review(cast, chosen, turn=SECOND)  # nobody has reviewed it once
    review(cast, chosen)
    review(cast, other)
    with pytest.raises(RuleBroken):
        actions.save_review(case=chosen, content=actions.Reviewed(given(), 0, SECOND), by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        review(cast, other, turn=SECOND)
    assert review(cast, chosen, given("no"), turn=SECOND).reviewer == cast.eva
    assert answers_of(held)[0] == ("q1", "yes", None)
