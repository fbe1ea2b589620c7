"""Summing up a round: the figures are those of the answers; lessons; and what is found is passed on once."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Link, Record, Referral
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Lesson, Round
from varvet.registers.self_checks.rules import Status
from varvet.registers.self_checks.tests.factories import Counted, counted, fresh, last_event, make
from varvet.registers.self_checks.tests.form_factories import case_of, given, make_round, review

NO_MORE = actions.Summary()


def conclude(held: Round, cast: Cast, content: actions.Summary = NO_MORE) -> Round:
    return actions.conclude(round_=held, content=content, version=held.version, by=cast.alice, now=NOW)


def reviewed(cast: Cast, **how: object) -> Round:
    """Three girls of one group, one with a deficiency."""
    held = make_round(cast, **how)
    for number, answers in enumerate([given(), given("partly"), given("na", "yes")], 1):
        review(cast, case_of(held, number), answers)
    return held


def test_the_figures_are_counted_from_the_answers(cast: Cast) -> None:
    held = conclude(reviewed(cast), cast, actions.Summary(population=40, analysis="Bättre."))
    assert (held.status, held.population, held.sample, held.fulfilled) == (Status.PERFORMED, 40, 3, 2)
    assert counted(held)[1:] == [
        Counted("performed", 2, 3),
        Counted("reviewed", None, 3),
        Counted("performed_group", 2, 3, direction="mottagning"),
        Counted("reviewed_group", None, 3, direction="mottagning"),
        Counted("performed_by_sex", 2, 3, sex="girls"),
        Counted("reviewed_by_sex", None, 3, sex="girls"),
    ]
    assert last_event(held) == ("performed", cast.alice.pk, held.version)


def test_only_what_is_reviewed_is_counted(cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held, 2), given("no"))
    assert (conclude(held, cast).sample, fresh(held.pk).fulfilled) == (1, 0)


def test_all_there_are_is_a_census(cast: Cast) -> None:
    assert conclude(reviewed(cast), cast, actions.Summary(population=3)).census


def test_fewer_than_were_reviewed_cannot_be_all_there_are(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        conclude(reviewed(cast), cast, actions.Summary(population=2))


def test_nothing_reviewed_is_no_result(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        conclude(make_round(cast), cast)


def test_of_a_walkthrough_only_how_many_is_counted(cast: Cast) -> None:
    held = conclude(reviewed(cast, walkthrough=True), cast, actions.Summary(population=40))
    assert (held.sample, held.fulfilled, held.splits.count()) == (3, None, 0)


def test_not_on_an_old_version_nor_twice(cast: Cast) -> None:
    held = reviewed(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        conclude(held, cast)
    over = conclude(fresh(held.pk), cast)
    with pytest.raises(RuleBroken):
        conclude(over, cast)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held, by = reviewed(cast), getattr(cast, who)
    with pytest.raises(NotAllowed):
        actions.conclude(round_=held, content=actions.Summary(), version=held.version, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.add_lesson(round_=held, text="Lärdom.", version=held.version, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.pass_on(case=case_of(held, 2), code="q1", by=by, now=NOW)


def test_a_lesson_is_kept_encrypted_and_told(cast: Cast) -> None:
    held = make(cast)
    actions.add_lesson(round_=held, text=" Mallen behövs. ", version=held.version, by=cast.alice, now=NOW)
    assert Lesson.objects.get(round=held).text == "Mallen behövs."
    assert last_event(held) == ("lesson_added", cast.alice.pk, 2)


def test_a_lesson_says_something(cast: Cast) -> None:
    held = make(cast)
    with pytest.raises(RuleBroken):
        actions.add_lesson(round_=held, text=" ", version=held.version, by=cast.alice, now=NOW)


def test_a_deficiency_is_a_deviation_in_one_tap_and_only_once(cast: Cast) -> None:
    held = reviewed(cast)
    first = actions.pass_on(case=case_of(held, 2), code="q1", by=cast.alice, now=NOW)
    again = actions.pass_on(case=case_of(held, 2), code="q1", by=cast.alice, now=NOW)
    assert first == again
    made = Record.objects.get(kind="deviations")
    assert (first.state, first.answer, first.part) == (Referral.State.ACCEPTED, made, "2.q1")
    assert Link.objects.get(source=made).part == "2.q1"
    assert AuditEvent.objects.filter(event="case_passed_on", actor_id=cast.alice.pk).count() == 2


def test_each_deficiency_is_its_own(cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held), given("no", "no", q3="no"))
    for code in ("q1", "q2", "q3"):
        actions.pass_on(case=case_of(held), code=code, by=cast.alice, now=NOW)
    assert Record.objects.filter(kind="deviations").count() == 3


def test_who_may_not_assess_asks_those_who_may(cast: Cast) -> None:
    held = reviewed(cast)
    reviewer = make_person("Rut", "reviewer", cast.a)
    asked = actions.pass_on(case=case_of(held, 2), code="q1", by=reviewer, now=NOW)
    assert (asked.state, asked.topic) == (Referral.State.OPEN, "deviation")
    assert not Record.objects.filter(kind="deviations").exists()


@pytest.mark.parametrize(("number", "code"), [(1, "q1"), (2, "q2"), (2, "q9")])
def test_only_a_deficiency_is_passed_on(cast: Cast, number: int, code: str) -> None:
    held = reviewed(cast)
    with pytest.raises(RuleBroken):
        actions.pass_on(case=case_of(held, number), code=code, by=cast.alice, now=NOW)
    assert not Referral.objects.exists()
