"""From begun to approved and offered: what each step keeps and counts, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion, Told
from varvet.kernel.records.models import Fact, Link, LinkKind
from varvet.kernel.records.once import new_key
from varvet.registers.analyses import actions, queries
from varvet.registers.analyses.models import Analysis, Answer, whole_of
from varvet.registers.analyses.rules import SOURCES, Conclusion, Status
from varvet.registers.analyses.tests.factories import (
    AREAS,
    HELD_ON,
    LINE,
    MEETING_ON,
    RECEIVED,
    TOOK_PART,
    WORDS,
    answered,
    approved,
    conclude,
    concluded,
    facts_of,
    fresh,
    held,
    last_event,
    last_tertial,
    maj,
    offered,
    plan,
    preparing,
    whole_question,
    withdrawn,
    words_of,
)


def test_begun_it_asks_the_roots_questions(cast: Cast) -> None:
    made = preparing(cast)
    assert (made.status, made.responsible, made.meeting_on) == (Status.PREPARING, cast.eva, MEETING_ON)
    assert (made.period, made.stretch) == ("2025-t3", last_tertial(cast.root))
    rows = Answer.objects.filter(analysis=made)
    assert rows.count() == 2 * len(SOURCES) + 4
    assert not rows.filter(text__isnull=False).exists()
    assert (facts_of(made), last_event(made)) == ([], ("started", 1, cast.eva.pk))


def test_the_same_key_makes_one_and_a_unit_and_period_are_analysed_once(cast: Cast) -> None:
    key = new_key()
    first, second = preparing(cast, key=key), preparing(cast, key=key)
    assert first.pk == second.pk
    with pytest.raises(RuleBroken) as broken:
        preparing(cast)
    assert broken.value.code == "analysis.period.taken"
    made = fresh(first)
    actions.withdraw(analysis=made, reason="Mötet slås ihop.", version=made.version, by=cast.eva, now=NOW)
    assert preparing(cast).reference != first.reference


def test_who_begins(cast: Cast) -> None:
    for person in (cast.alice, cast.bo, cast.dag, cast.gun, cast.hugo, cast.stranger):
        with pytest.raises(NotAllowed):
            preparing(cast, by=person)
    assert preparing(cast, by=cast.alice, unit=cast.a).unit == cast.a


def test_an_answer_is_written_below_and_versions_stand_apart(cast: Cast) -> None:
    made = preparing(cast)
    one, two = Answer.objects.filter(analysis=made)[:2]
    actions.answer(analysis=made, number=one.number, words=WORDS, version=0, by=cast.alice, now=NOW)
    actions.answer(analysis=made, number=two.number, words="Annat.", version=0, by=cast.cecilia, now=NOW)
    with pytest.raises(StaleVersion):
        actions.answer(analysis=made, number=one.number, words="Över.", version=0, by=cast.eva, now=NOW)
    one.refresh_from_db()
    assert (one.text, one.written_by, one.written_on, one.version) == (WORDS, cast.alice, TODAY, 1)
    assert last_event(made)[0] == "answered"
    for person in (cast.bo, cast.gun, cast.hugo, cast.stranger):
        with pytest.raises(NotAllowed):
            actions.answer(analysis=made, number=one.number, words="Nej.", version=1, by=person, now=NOW)


def test_a_unit_beside_does_not_answer(cast: Cast) -> None:
    made = preparing(cast, unit=cast.a)
    with pytest.raises(NotAllowed):
        actions.answer(analysis=made, number=1, words=WORDS, version=0, by=cast.cecilia, now=NOW)


def test_a_question_of_ones_own(cast: Cast) -> None:
    made = preparing(cast)
    actions.ask(
        analysis=made, source="feedback", question="Vem klagar inte?", version=made.version, by=cast.eva, now=NOW
    )
    last = Answer.objects.filter(analysis=made).last()
    assert last is not None
    assert (last.source, last.question, last.code) == ("feedback", "Vem klagar inte?", f"own-{last.number}")
    made = fresh(made)
    with pytest.raises(RuleBroken) as broken:
        actions.ask(analysis=made, source="nothing", question="Va?", version=made.version, by=cast.eva, now=NOW)
    assert broken.value.code == "analysis.source.list"


def test_held_by_so_many(cast: Cast) -> None:
    made = held(cast)
    assert (made.status, made.held_on, made.took_part) == (Status.HELD, HELD_ON, TOOK_PART)
    assert facts_of(made) == [("held", HELD_ON, "")]


@pytest.mark.parametrize(("took_part", "code"), [(0, "analysis.took_part.range"), (501, "analysis.took_part.range")])
def test_somebody_was_there(cast: Cast, took_part: int, code: str) -> None:
    made = preparing(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.hold(analysis=made, held_on=TODAY, took_part=took_part, version=made.version, by=cast.eva, now=NOW)
    assert broken.value.code == code


def test_a_conclusion_names_its_measure_and_area(cast: Cast) -> None:
    choose(cast.root, "quality_areas", AREAS, first_day=cast.root.first_day)
    made = held(cast)
    for content, code in (
        (actions.Content(Conclusion.GOOD, LINE, "nothing.at_all", "A"), "analysis.measure.list"),
        (actions.Content(Conclusion.GOOD, LINE, RECEIVED), "analysis.area.list"),
        (actions.Content(Conclusion.GOOD, "", RECEIVED, "A"), "analysis.line.empty"),
        (actions.Content(Conclusion.GOOD, "Om 19121212-1212.", RECEIVED, "A"), "analysis.line.personal"),
    ):
        with pytest.raises(RuleBroken) as broken:
            actions.conclude(analysis=made, content=content, version=made.version, by=cast.eva, now=NOW)
        assert broken.value.code == code
    content = actions.Content(Conclusion.GOOD, LINE, RECEIVED, "A")
    actions.conclude(analysis=made, content=content, version=made.version, by=cast.eva, now=NOW)
    assert made.conclusions.get().area == "A"


def test_what_needs_to_become_better_leads_to_something_before_it_is_approved(cast: Cast) -> None:
    made = concluded(cast, Conclusion.DEVELOP)
    with pytest.raises(RuleBroken) as broken:
        actions.approve(analysis=made, version=made.version, by=maj(cast), now=NOW)
    assert broken.value.values == {"number": 1}
    actions.settle(
        analysis=made, number=1, no_action="Rutinen är redan ny.", version=made.version, by=cast.eva, now=NOW
    )
    made = fresh(made)
    actions.approve(analysis=made, version=made.version, by=maj(cast), now=NOW)
    assert fresh(made).status == Status.APPROVED


def test_an_unanswered_analysis_is_not_approved(cast: Cast) -> None:
    made = preparing(cast)
    known: dict[str, Any] = {"by": cast.eva, "now": NOW}
    actions.hold(analysis=made, held_on=HELD_ON, took_part=3, version=made.version, **known)
    made = fresh(made)
    with pytest.raises(RuleBroken) as broken:
        actions.approve(analysis=made, version=made.version, by=maj(cast), now=NOW)
    assert broken.value.code == "analysis.approve.missing"


def test_approved_by_a_manager_it_is_frozen(cast: Cast) -> None:
    made = concluded(cast)
    for person in (cast.eva, cast.alice, cast.gun):
        with pytest.raises(NotAllowed):
            actions.approve(analysis=made, version=made.version, by=person, now=NOW)
    actions.approve(analysis=made, version=made.version, by=maj(cast), now=NOW)
    made = fresh(made)
    assert (made.status, made.approved_on, made.approved_by) == (Status.APPROVED, TODAY, maj(cast))
    assert facts_of(made) == [("held", HELD_ON, ""), ("approved", TODAY, ""), ("mention", TODAY, "good")]
    Answer.objects.filter(analysis=made).update(text=b"gone")
    kept = whole_of(made, TODAY)
    assert [one.answer for one in kept.answers if one.answer] == [WORDS]
    assert [one.line for one in kept.conclusions] == [LINE]


def test_what_was_approved_cannot_be_altered_unseen(cast: Cast) -> None:
    made = approved(cast)
    made.frozen = (made.frozen or "").replace("mottagningen", "receptionen")
    with pytest.raises(Told):
        whole_of(made, TODAY)


def test_opened_again_it_is_counted_anew_and_not_offered(cast: Cast) -> None:
    made = offered(cast)
    actions.reopen(analysis=made, reason="En siffra saknades.", version=made.version, by=maj(cast), now=NOW)
    made = fresh(made)
    assert (made.status, made.frozen, made.offered_on, made.digest) == (Status.HELD, None, None, "")
    assert words_of(made) == {"reopened": "En siffra saknades."}
    assert facts_of(made) == [("held", HELD_ON, "")]


def test_a_stale_version_is_refused(cast: Cast) -> None:
    made = preparing(cast)
    actions.describe(analysis=made, meeting_on=TODAY, version=made.version, by=cast.eva, now=NOW)
    with pytest.raises(StaleVersion):
        actions.describe(analysis=made, meeting_on=MEETING_ON, version=made.version, by=cast.eva, now=NOW)


@pytest.mark.parametrize("wrong", ["answer", "conclude", "hold", "withdraw"])
def test_approved_nothing_more_is_written(cast: Cast, wrong: str) -> None:
    made = approved(cast)
    known: dict[str, Any] = {"analysis": made, "version": made.version, "by": cast.eva, "now": NOW}
    acts: dict[str, Callable[[], object]] = {
        "answer": lambda: actions.answer(**{**known, "version": 1}, number=1, words="Mer."),
        "conclude": lambda: actions.conclude(**known, content=actions.Content(Conclusion.GOOD, LINE, RECEIVED)),
        "hold": lambda: actions.hold(**known, held_on=TODAY, took_part=2),
        "withdraw": lambda: actions.withdraw(**known, reason="Ändrat."),
    }
    with pytest.raises(RuleBroken) as broken:
        acts[wrong]()
    assert broken.value.code == f"analysis.{wrong}.state"


def test_an_improvement_that_follows_counts(cast: Cast) -> None:
    made = conclude(held(cast), cast, Conclusion.DEVELOP)
    other = preparing(cast, unit=cast.a)
    Link.objects.create(source=other, target=made, kind=LinkKind.FOLLOWS, part="slutsats-1")
    actions.approve(analysis=made, version=made.version, by=maj(cast), now=NOW)
    fact = Fact.objects.get(record_id=made.pk, happening="mention")
    assert (fact.outcome, fact.numerator, fact.denominator) == ("develop", 1, 1)


def test_the_text_is_offered_as_it_was_approved(cast: Cast) -> None:
    made = approved(cast)
    first, last = made.first_day.replace(month=1), made.last_day
    assert queries.report_texts(cast.root, first, last) == []
    for person in (cast.alice, cast.dag, cast.gun):
        with pytest.raises(NotAllowed):
            actions.offer(analysis=made, version=made.version, by=person, now=NOW)
    actions.offer(analysis=made, version=made.version, by=cast.eva, now=NOW)
    [text] = queries.report_texts(cast.root, first, last)
    assert text.parts == (("Samlad analys", WORDS),)
    assert text.conclusions == ("Gott exempel: Mottagningen ringer upp samma dag. (Inkomna avvikelser)",)
    assert {cast.department.pk, cast.a.pk, cast.b.pk} == set(text.unit_ids)
    made = fresh(made)
    actions.take_back(analysis=made, version=made.version, by=cast.eva, now=NOW)
    assert queries.report_texts(cast.root, first, last) == []


def test_given_to_somebody_who_can(cast: Cast) -> None:
    made = answered(cast)
    with pytest.raises(RuleBroken):
        actions.assign(analysis=made, responsible=cast.bo, version=made.version, by=cast.eva, now=NOW)
    actions.assign(analysis=made, responsible=maj(cast), version=made.version, by=cast.eva, now=NOW)
    assert fresh(made).responsible == maj(cast)


def test_withdrawn_with_a_reason(cast: Cast) -> None:
    made = withdrawn(cast)
    assert (made.status, words_of(made)) == (Status.WITHDRAWN, {"withdrawn": "Mötet slås ihop."})
    assert Analysis.objects.count() == 1


def test_a_period_that_has_not_begun(cast: Cast) -> None:
    ahead = last_tertial(cast.root, TODAY.replace(year=2027))
    with pytest.raises(RuleBroken) as broken:
        actions.start(plan=plan(cast, stretch=ahead), key=new_key(), by=cast.eva, now=NOW)
    assert broken.value.code == "analysis.period.ahead"


def test_the_first_question_of_the_whole(cast: Cast) -> None:
    assert whole_question(preparing(cast)).code == "patterns"
