"""Setting up how a round is reviewed: its form, by whom, how many twice, its own questions and its cases."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.actions.plan import check_usable
from varvet.registers.self_checks.models import Case, FormVersion, Question, Review, Reviewing, Round, question_of
from varvet.registers.self_checks.rules import questions, reviewing
from varvet.registers.self_checks.rules.questions import Item
from varvet.registers.self_checks.rules.reviewing import ReviewKind

OWN_LETTER = "t"


@dataclass(frozen=True)
class SetUp:
    """`double_percent` is the share of the cases that two review."""

    form_version: FormVersion | None
    kind: ReviewKind = ReviewKind.COLLEAGUE
    double_percent: int = 0
    walkthrough: bool = False


@dataclass(frozen=True)
class NewCases:
    """Codes, never persons. Sex and group are those of all of them; empty when not known."""

    codes: tuple[str, ...]
    sex: str = ""
    group: str = ""


@transaction.atomic
def set_up(*, round_: Round, content: SetUp, version: int, by: User, now: datetime) -> Round:
    """Once somebody has reviewed a case, the form is what it was answered with, and a walkthrough stays one."""
    current = _lock(round_, version, by, now)
    reviewing.check_set_up(current.status, content.double_percent)
    before = Reviewing.objects.filter(pk=current.pk).first() or Reviewing(round=current)
    if Review.objects.filter(case__round=current).exists():
        _check_kept(current, before, content)
    if content.form_version and content.form_version.pk != current.form_version_id:
        check_usable(content.form_version, current.unit)
    current.form_version = content.form_version
    current.save()
    before.kind, before.double_percent = content.kind, content.double_percent
    before.walkthrough = content.walkthrough
    before.save()
    spine.commit(current, "review_set_up", by=by)
    return current


def _check_kept(round_: Round, before: Reviewing, content: SetUp) -> None:
    chosen = content.form_version.pk if content.form_version else None
    if (chosen, content.walkthrough) != (round_.form_version_id, before.walkthrough):
        raise RuleBroken("self_check.set_up.begun", "Granskningen har börjat. Formuläret kan inte bytas.", field="form")


@transaction.atomic
def add_cases(*, round_: Round, content: NewCases, version: int, by: User, now: datetime) -> list[Case]:
    """By hand: each gets the next number of the round."""
    current = _lock(round_, version, by, now)
    reviewing.check_set_up(current.status, 0)
    known = list(Case.objects.filter(round=current).values_list("code", flat=True))
    reviewing.check_codes(content.codes, known)
    last = Case.objects.filter(round=current).order_by("-number").values_list("number", flat=True).first() or 0
    made = [
        Case(round=current, number=number, code=code, sex=content.sex, group=content.group.strip())
        for number, code in enumerate(content.codes, last + 1)
    ]
    Case.objects.bulk_create(made)
    spine.commit(current, "cases_added", by=by, data={"count": len(made)})
    return made


@transaction.atomic
def add_question(*, round_: Round, item: Item, version: int, by: User, now: datetime) -> Question:
    """A question of this round alone, after those of its form; not once somebody has answered."""
    current = _lock(round_, version, by, now)
    rows = _own_questions(current)
    of_form = Question.objects.filter(version_id=current.form_version_id) if current.form_version_id else []
    code = questions.next_code([row.code for row in rows], OWN_LETTER)
    new = replace(item, code=code)
    questions.check_items([*(row.item for row in of_form), *(row.item for row in rows), new])
    place = max((row.place for row in rows), default=0) + 1
    made = question_of(new, place, round_=current)
    made.save()
    spine.commit(current, "question_added", by=by)
    return made


@transaction.atomic
def remove_own_question(*, round_: Round, code: str, version: int, by: User, now: datetime) -> None:
    current = _lock(round_, version, by, now)
    rows = _own_questions(current)
    if any(row.when_code == code for row in rows):
        raise RuleBroken("self_check.question.needed", "En annan fråga beror på den. Ändra den frågan först.")
    Question.objects.filter(round=current, code=code).delete()
    spine.commit(current, "question_removed", by=by)


def _own_questions(round_: Round) -> list[Question]:
    """RuleBroken once somebody has answered."""
    reviewing.check_set_up(round_.status, 0)
    if Review.objects.filter(case__round=round_).exists():
        raise RuleBroken("self_check.question.begun", "Granskningen har börjat. Frågorna kan inte ändras.")
    return list(Question.objects.filter(round=round_))


def _lock(round_: Round, version: int, by: User, now: datetime) -> Round:
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    return spine.lock(round_, version=version)
