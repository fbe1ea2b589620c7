"""Questions as they are worked with: what they ask, who has them, and what was answered the last time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from varvet.kernel.access.reader import Reader
from varvet.registers.inspections.models import Inspection, Question
from varvet.registers.inspections.queries.visible import ANSWER, can_handle, listed, questions_of, reads_whole


@dataclass(frozen=True)
class Before:
    """The same question elsewhere: where, when it was answered, and how. Empty while nobody has answered."""

    reference: str
    subject: str
    answered_on: date | None
    answer: str


@dataclass(frozen=True)
class QuestionRead:
    """A question with the same one asked elsewhere, the newest answer first, and whether the reader may answer."""

    question: Question
    before: tuple[Before, ...]
    mine: bool


def read_questions(reader: Reader, inspection: Inspection) -> list[QuestionRead]:
    """All for whoever reads the inspection; else those the reader is to answer."""
    rows = Question.objects.filter(inspection=inspection).select_related("unit", "person", "answered_by")
    whole, handles = reads_whole(reader, inspection), can_handle(reader, inspection)
    found = list(rows if whole else rows.filter(questions_of(reader)))
    mine = set(rows.filter(questions_of(reader)).values_list("pk", flat=True))
    before = _asked_before(reader, inspection, [one.same for one in found])
    return [QuestionRead(one, tuple(before[one.same]), handles or one.pk in mine) for one in found]


def find_question(reader: Reader, inspection: Inspection, number: int) -> QuestionRead | None:
    return next((one for one in read_questions(reader, inspection) if one.question.number == number), None)


def _asked_before(reader: Reader, inspection: Inspection, same: list[str]) -> dict[str, list[Before]]:
    """In inspections that the reader may read whole, or answered by the reader's own unit."""
    seen = Q(inspection__in=listed(reader).values("pk")) | questions_of(reader)
    rows = Question.objects.filter(seen, same__in=same, inspection__root=reader.root).exclude(inspection=inspection)
    found: dict[str, list[Before]] = defaultdict(list)
    for one in rows.select_related("inspection").order_by("-answered_on", "-pk"):
        told = Before(one.inspection.reference, one.inspection.subject, one.answered_on, one.answer or "")
        found[one.same].append(told)
    for told_of in found.values():
        told_of.sort(key=lambda before: before.answered_on is None)
    return found


def list_earlier(reader: Reader, inspection: Inspection) -> list[Inspection]:
    """Inspections with questions that can be asked again, the newest first."""
    asked = Question.objects.filter(inspection__root=reader.root).values("inspection")
    rows = Inspection.objects.filter(pk__in=listed(reader).values("pk")).filter(pk__in=asked)
    return list(rows.exclude(pk=inspection.pk).order_by("-received_at", "-pk")[:20])


def may_answer_any(reader: Reader) -> bool:
    return reader.has(ANSWER)
