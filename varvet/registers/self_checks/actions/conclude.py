"""Summing up a round out of its reviews, keeping what was learnt, and passing on what was found in a case."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.questions.answering import accept
from varvet.kernel.questions.asking import ask, takes, taking_of
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Referral
from varvet.registers.self_checks.actions.record_result import Result, record_result
from varvet.registers.self_checks.actions.review import PERFORM, check_may_review, note_case
from varvet.registers.self_checks.models import Answer, Case, Lesson, Round
from varvet.registers.self_checks.models.counting import items_of, outcome_of
from varvet.registers.self_checks.rules.answers import lacking
from varvet.registers.self_checks.rules.reviewing import FIRST, check_lesson, check_reviewing

DEVIATIONS, DEVIATION = "deviations", "deviation"  # the register asked, and what of it, in its words


@dataclass(frozen=True)
class Summary:
    """`population` is how many there are in all, None when not known. The analysis is encrypted."""

    population: int | None = None
    analysis: str = ""


@transaction.atomic
def conclude(*, round_: Round, content: Summary, version: int, by: User, now: datetime) -> Round:
    """The figures are counted from the answers as they are when the round is locked, and recorded as any result."""
    check_may_review(round_, by, day_of(now))
    current = spine.lock(round_, version=version)
    check_reviewing(current.status)
    found = outcome_of(current, content.population)
    result = Result(found.figures, found.splits, content.analysis)
    return record_result(round_=current, result=result, version=version, by=by, now=now)


@transaction.atomic
def add_lesson(*, round_: Round, text: str, version: int, by: User, now: datetime) -> Lesson:
    """What the round taught, for everybody who may read the round: about the work, never about a case."""
    check(by, PERFORM, round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    check_lesson(text)
    lesson = Lesson.objects.create(round=current, text=text.strip(), written_at=now, written_by=by)
    spine.commit(current, "lesson_added", by=by)
    return lesson


@transaction.atomic
def pass_on(*, case: Case, code: str, by: User, now: datetime) -> Referral:
    """Asks whether a deficiency is a deviation. Who may answer has answered by asking: it becomes one at once.

    One question for each deficiency, however often it is asked.
    """
    round_ = Round._base_manager.select_for_update().get(pk=case.round_id)
    check_may_review(round_, by, day_of(now))
    _check_lacking(round_, case, code)
    if not takes(DEVIATIONS, DEVIATION):
        raise RuleBroken("self_check.pass_on.none", "Registret för avvikelser används inte här.")
    part = f"{case.number}.{code}"
    referral = ask(round_, DEVIATIONS, by=by, now=now, topic=DEVIATION, part=part)
    may_answer = can(by, taking_of(DEVIATIONS).permission, round_.unit, today=day_of(now))
    if referral.state == Referral.State.OPEN and may_answer:
        accept(referral=referral, by=by, now=now)
        referral.refresh_from_db()
    note_case("case_passed_on", round_, case, by)
    return referral


def _check_lacking(round_: Round, case: Case, code: str) -> None:
    rows = Answer.objects.filter(review__case=case, review__turn=FIRST)
    answers = dict(rows.values_list("question__code", "value"))
    if code not in {item.code for item in lacking(items_of(round_), answers)}:
        sentence = marked("Svaret är ingen brist. Spara granskningen innan du skickar vidare.")
        raise RuleBroken("self_check.pass_on.no_lack", sentence)
