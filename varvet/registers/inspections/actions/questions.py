"""Questions to answer together: asked, given to somebody, answered, and found to be right by another look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can, units_for
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.inspections import rules
from varvet.registers.inspections.actions.steps import ANSWER, EDIT, check_may, finish
from varvet.registers.inspections.models import Inspection, Question
from varvet.registers.inspections.rules import BEGUN, Asked, Status


@dataclass(frozen=True)
class GivenTo:
    """Who answers: a person, or those who answer for a unit; nobody is whoever is responsible for the whole."""

    person: User | None = None
    unit: Unit | None = None


@transaction.atomic
def ask(*, inspection: Inspection, asked: Sequence[Asked], version: int, by: User, now: datetime) -> Inspection:
    """Adds questions after those there are; one that is there already, word for word, is not asked twice."""
    current = _begin(inspection, version=version, by=by, now=now)
    rules.check_questions(asked)
    there = list(Question.objects.filter(inspection=current))
    known, number = {question.same for question in there}, max([question.number for question in there], default=0)
    new: list[Question] = []
    for one in asked:
        same = rules.same_key(one.text)
        if same in known:
            continue
        known.add(same)
        number += 1
        new.append(Question(inspection=current, number=number, code=one.code, text=one.text, same=same))
    _check_room(len(there) + len(new))
    Question.objects.bulk_create(new)
    return finish(current, "asked", by=by, data={"questions": len(new)})


@transaction.atomic
def give(
    *, inspection: Inspection, numbers: Sequence[int], to: GivenTo, version: int, by: User, now: datetime
) -> Inspection:
    """Several questions at once to a person or a unit."""
    current = _begin(inspection, version=version, by=by, now=now)
    rows = list(Question.objects.filter(inspection=current, number__in=numbers))
    if not rows:
        raise RuleBroken("inspection.questions.chosen", marked("Välj minst en fråga."), field="numbers")
    _check_able(current, to, now)
    Question.objects.filter(pk__in=[row.pk for row in rows]).update(person=to.person, unit=to.unit)
    current.save()
    tell(current, Told.ASSIGNED, to=[to.person], by=by, now=now)
    return finish(current, "questions_given", by=by, data={"questions": len(rows)})


@transaction.atomic
def answer(*, inspection: Inspection, number: int, words: str, version: int, by: User, now: datetime) -> Question:
    """`version` is the question's own: many answer at once. An answer written anew is to be looked at again."""
    current, question = _locked(inspection, number, version)
    check_may_answer(question, by=by, now=now)
    rules.check_words("words", words, marked("Skriv svaret."))
    question.answer, question.answered_on, question.answered_by = words.strip(), day_of(now), by
    question.reviewed_on = question.reviewed_by = None
    return _kept(current, question, "question_answered", by=by)


@transaction.atomic
def review(*, inspection: Inspection, number: int, version: int, by: User, now: datetime) -> Question:
    """Whoever handles the whole finds the answer right."""
    check_may(inspection, by=by, today=day_of(now))
    current, question = _locked(inspection, number, version)
    if question.answered_on is None:
        raise RuleBroken("inspection.question.unanswered", marked("Frågan är inte besvarad än."))
    question.reviewed_on, question.reviewed_by = day_of(now), by
    return _kept(current, question, "question_reviewed", by=by)


@transaction.atomic
def remove_question(*, inspection: Inspection, number: int, version: int, by: User, now: datetime) -> Inspection:
    """Only one that nobody has answered."""
    check_may(inspection, by=by, today=day_of(now))
    current, question = _locked(inspection, number, version)
    if question.answered_on is not None:
        raise RuleBroken("inspection.question.answered", marked("Frågan är besvarad och tas inte bort."))
    question.delete()
    return finish(current, "question_removed", by=by, data={"number": number})


def check_may_answer(question: Question, *, by: User, now: datetime) -> None:
    """NotAllowed for who neither has the question, by name or by unit, nor handles the whole."""
    today = day_of(now)
    if question.person_id == by.pk:
        return
    if question.person_id is None and question.unit is not None and can(by, EDIT, question.unit, today=today):
        return
    check_may(question.inspection, by=by, today=today)


def _begin(inspection: Inspection, *, version: int, by: User, now: datetime) -> Inspection:
    check_may(inspection, by=by, today=day_of(now))
    current = spine.lock(inspection, version=version)
    _check_open(current)
    return current


def _locked(inspection: Inspection, number: int, version: int) -> tuple[Inspection, Question]:
    current = Inspection._base_manager.select_for_update().get(pk=inspection.pk)
    _check_open(current)
    found = (
        Question.objects.select_related("inspection__unit", "unit").filter(inspection=current, number=number).first()
    )
    if found is None:
        raise RuleBroken("inspection.question.none", marked("Frågan finns inte längre."))
    if found.version != version:
        raise StaleVersion(current.reference, version, found.version)
    return current, found


def _kept(inspection: Inspection, question: Question, event: str, *, by: User) -> Question:
    question.version += 1
    question.save()
    finish(inspection, event, by=by, data={"number": question.number})
    return question


def _check_open(inspection: Inspection) -> None:
    """Questions are worked with until the answer is sent."""
    if inspection.status not in BEGUN | {Status.ANNOUNCED}:
        raise RuleBroken("inspection.questions.state", marked("Svaret är skickat. Därför går frågorna inte att ändra."))


def _check_room(number: int) -> None:
    if number > rules.MOST_QUESTIONS:
        sentence = marked("Ett formulär kan ha högst {most} frågor.")
        values = {"most": rules.MOST_QUESTIONS}
        raise RuleBroken("inspection.questions.room", sentence, field="questions", values=values)


def _check_able(inspection: Inspection, to: GivenTo, now: datetime) -> None:
    if to.unit is not None and to.unit.root_id != inspection.root_id:
        raise RuleBroken("inspection.unit.root", marked("Välj en enhet i listan."), field="unit")
    if to.person is not None and not _works_in(inspection, to.person, now):
        raise RuleBroken("inspection.person.root", marked("Välj en person i listan."), field="person")


def _works_in(inspection: Inspection, person: User, now: datetime) -> bool:
    able = units_for(person, ANSWER, today=day_of(now))
    return Unit.objects.filter(root_id=inspection.root_id, pk__in=able).exists()
