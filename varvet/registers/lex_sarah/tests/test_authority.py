"""The inspectorate: reported once and kept as sent, its number, its questions and our answers, and its decision."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import AuthorityQuestion, AuthorityReport, Delegation, LexSarah, Narrative
from varvet.registers.lex_sarah.tests.ending import RULED, fresh, planned, proposed, ruled, with_ruling
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    SECRET,
    Stage,
    events,
    history,
    make_completed,
    make_decided,
    make_told,
)

SENT = actions.Notification()
ASKED = actions.Question("Hur är barnet skyddat nu?", day_of(LATER), day_of(RULED))


def notify(stage: Stage, case: LexSarah, by: User | None = None) -> LexSarah:
    who = by or stage.disa
    return actions.report_to_authority(case=case, notification=SENT, version=case.version, by=who, now=LATER)


def ask(stage: Stage, case: LexSarah, question: actions.Question = ASKED) -> AuthorityQuestion:
    known = fresh(case)
    return actions.ask_from_authority(
        case=known, question=question, version=known.version, by=stage.cast.dag, now=RULED
    )


def test_the_inspectorate_is_told_of_what_is_serious(stage: Stage) -> None:
    case = make_told(stage)
    assert (case.status, case.reported_on, case.ivo_number) == ("reported", day_of(LATER), "3.1-1/2026")
    assert events(case)[-1] == "reported_to_authority"
    told = Fact.objects.get(record_id=case.pk, happening="reported_to_authority")
    assert (told.outcome, told.category, told.day) == ("serious", "legal_security", day_of(LATER))


def test_what_was_sent_is_kept_word_for_word_whatever_comes_after(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS)
    proposal = proposed(stage, case)
    case = notify(stage, fresh(case))
    kept = AuthorityReport.objects.get(case=case)
    assert kept.sha256 == actions.fingerprint(kept.sent)
    content = json.loads(kept.sent)
    assert {one["text"] for one in content["texts"]} == {row.text for row in Narrative.objects.filter(case=case)}
    assert SECRET in kept.sent
    assert [one["text"] for one in content["proposals"]] == [proposal.text]
    assert (content["outcome"], content["decided_on"]) == ("serious", str(day_of(LATER)))
    planned(stage, case)
    assert AuthorityReport.objects.get(case=case).sent == kept.sent
    told = AuditEvent.objects.get(event="reported_to_authority")
    assert told.data["sha256"] == kept.sha256
    assert SECRET not in str(told.data)


def test_what_is_not_serious_is_not_reported(stage: Stage) -> None:
    case = make_decided(stage)
    with pytest.raises(RuleBroken, match="Bara allvarliga"):
        notify(stage, case)
    assert not AuthorityReport.objects.exists()


def test_it_is_reported_once_and_after_the_decision(stage: Stage) -> None:
    for case in (make_completed(stage), make_told(stage)):
        with pytest.raises(RuleBroken, match="anmäla till IVO"):
            notify(stage, case)
    assert AuthorityReport.objects.count() == 1


def test_only_the_delegated_decision_maker_tells_the_inspectorate(stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS_RISK)
    for by in (stage.cast.stranger, stage.cast.dag, stage.cast.alice, stage.cast.bo):
        with pytest.raises(NotAllowed):
            notify(stage, case, by)
    Delegation.objects.update(last_day=day_of(LATER) - timedelta(days=1))
    with pytest.raises(RuleBroken, match="ingen delegation"):
        notify(stage, case)


def test_its_number_comes_later(stage: Stage) -> None:
    case = notify(stage, make_decided(stage, rules.Outcome.SERIOUS))
    assert case.ivo_number == ""
    case = actions.number_authority(
        case=case, ivo_number=" 3.1-77/2026 ", version=case.version, by=stage.cast.dag, now=RULED
    )
    assert (case.ivo_number, case.status) == ("3.1-77/2026", "reported")
    assert events(case)[-1] == "authority_numbered"


def test_its_questions_are_numbered_and_answered(stage: Stage) -> None:
    case = make_told(stage)
    assert [ask(stage, case).number, ask(stage, case).number] == [1, 2]
    known = fresh(case)
    answer = actions.answer_authority(
        case=known, number=2, answer="Hen bor hos en släkting.", version=known.version, by=stage.cast.dag, now=RULED
    )
    assert (answer.answer, answer.answered_on, answer.answered_by) == (
        "Hen bor hos en släkting.",
        day_of(RULED),
        stage.cast.dag,
    )
    assert AuthorityQuestion.objects.get(case=case, number=1).answered_on is None
    assert events(case)[-3:] == ["authority_asked", "authority_asked", "authority_answered"]


@pytest.mark.parametrize(("number", "text", "sentence"), [(1, " ", "vad ni svarade"), (2, "Svar", "finns inte")])
def test_an_answer_has_words_and_a_question(stage: Stage, number: int, text: str, sentence: str) -> None:
    case = make_told(stage)
    ask(stage, case)
    known = fresh(case)
    with pytest.raises(RuleBroken, match=sentence):
        actions.answer_authority(
            case=known, number=number, answer=text, version=known.version, by=stage.cast.dag, now=RULED
        )


def test_a_question_is_answered_once(stage: Stage) -> None:
    case = make_told(stage)
    ask(stage, case)
    known, by = fresh(case), stage.cast.dag
    actions.answer_authority(case=known, number=1, answer="Ja.", version=known.version, by=by, now=RULED)
    known = fresh(case)
    with pytest.raises(RuleBroken, match="redan besvarad"):
        actions.answer_authority(case=known, number=1, answer="Nej.", version=known.version, by=by, now=RULED)
    assert AuthorityQuestion.objects.get().answer == "Ja."


@pytest.mark.parametrize(
    "question",
    [
        actions.Question("Hur gick det?", day_of(LATER) - timedelta(days=1)),
        actions.Question("Hur gick det?", day_of(RULED) + timedelta(days=1)),
        actions.Question("Hur gick det?", day_of(RULED), day_of(LATER)),
        actions.Question(" ", day_of(RULED)),
    ],
)
def test_a_question_that_cannot_be_is_refused(stage: Stage, question: actions.Question) -> None:
    with pytest.raises(RuleBroken):
        ask(stage, make_told(stage), question)
    assert not AuthorityQuestion.objects.exists()


def test_ivo_decides_and_it_counts_on_its_day(stage: Stage) -> None:
    case = with_ruling(stage)
    assert case.status == rules.Status.AUTHORITY_DECIDED
    kept = AuthorityReport.objects.get(case=case)
    assert (kept.ruling, kept.ruled_on) == ("fulfilled", day_of(RULED))
    counted = Fact.objects.get(record_id=case.pk, happening="authority_decided")
    assert (counted.outcome, counted.day) == ("fulfilled", day_of(RULED))
    assert events(case)[-1] == "authority_decided"


def test_ivo_decides_while_measures_are_followed_up(stage: Stage) -> None:
    assert ruled(stage, planned(stage, make_told(stage))).status == rules.Status.FOLLOWING_UP


def test_ivo_decides_once(stage: Stage) -> None:
    case = ruled(stage, planned(stage, make_told(stage)))
    with pytest.raises(RuleBroken, match="redan inskrivet"):
        ruled(stage, case)


def test_a_case_that_was_never_reported_hears_nothing_from_ivo(stage: Stage) -> None:
    case = planned(stage, make_decided(stage))
    with pytest.raises(RuleBroken, match="inte anmält"):
        ruled(stage, case)
    with pytest.raises(RuleBroken, match="inte anmält"):
        ask(stage, case)


def test_what_another_system_reported_can_be_decided_by_ivo_here(stage: Stage) -> None:
    known = history(stage)
    row = replace(known, status=rules.Status.REPORTED, outcome="serious", reported_on=known.decided_on, closed_at=None)
    [case] = actions.import_history(rows=[row], root=stage.cast.root, by=stage.cast.eva, now=RULED)
    case = ruled(stage, case)
    kept = AuthorityReport.objects.get(case=case)
    assert (case.status, kept.sent, kept.sha256) == (rules.Status.AUTHORITY_DECIDED, None, "")


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "hugo", "gun"])
def test_only_those_who_investigate_write_down_what_ivo_says(stage: Stage, who: str) -> None:
    case, by = make_told(stage), getattr(stage.cast, who)
    known = {"case": case, "version": case.version, "by": by, "now": RULED}
    for act in (
        lambda: actions.number_authority(ivo_number="3", **known),
        lambda: actions.ask_from_authority(question=ASKED, **known),
        lambda: actions.answer_authority(number=1, answer="Ja.", **known),
        lambda: actions.authority_decides(ruled=actions.Ruled(rules.Ruling.OTHER, day_of(RULED)), **known),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert events(case)[-1] == "reported_to_authority"
