"""What is read of a round's review: its cases and their answers, and who may see them."""

from dataclasses import dataclass

from django.db.models import QuerySet

from varvet.kernel.access.checks import can_nearby
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Referral
from varvet.kernel.records.reading import note_reading
from varvet.registers.self_checks.models import Answer, Case, Form, FormVersion, Lesson, Review, Round
from varvet.registers.self_checks.models.counting import items_of, pairs_of, reviewed_cases, reviewing_of, twice_of
from varvet.registers.self_checks.queries.round import MAY_PERFORM
from varvet.registers.self_checks.rules import CaseState
from varvet.registers.self_checks.rules.answers import Given
from varvet.registers.self_checks.rules.outcome import Agreement, QuestionCount, agreement, question_counts
from varvet.registers.self_checks.rules.reviewing import FIRST, SECOND


@dataclass(frozen=True)
class CaseRow:
    """A case in the round's list: how far it has come, and whether it is to be reviewed by two."""

    number: int
    code: str
    is_reviewed: bool
    is_left_out: bool
    is_twice: bool
    is_twice_done: bool
    first_reviewer: int | None


def list_forms(root: Unit) -> list[Form]:
    """Those in use first, then those that are retired."""
    rows = Form.objects.filter(root=root).prefetch_related("versions__published_by")
    return sorted(rows, key=lambda form: (form.retired_on is not None, form.name.casefold()))


def list_usable(root: Unit | None) -> QuerySet[FormVersion]:
    """The latest published version of each form that is not retired."""
    published = FormVersion.objects.filter(form__root=root, form__retired_on=None, published_at__isnull=False)
    newest: dict[int, int] = {}
    for form_id, pk in published.order_by("form", "-number").values_list("form_id", "pk"):
        newest.setdefault(form_id, pk)
    return FormVersion.objects.filter(pk__in=newest.values()).select_related("form").order_by("form__name")


def may_review(reader: Reader, round_: Round) -> bool:
    """Who performs self-checks in the unit; of a walkthrough only those who work in the unit itself."""
    if not reader.can(MAY_PERFORM, round_.unit_id):
        return False
    walkthrough = reviewing_of(round_).walkthrough
    return not walkthrough or can_nearby(reader.user, MAY_PERFORM, round_.unit, today=reader.today)


def list_cases(round_: Round) -> list[CaseRow]:
    """In the order of their numbers."""
    twice = twice_of(round_)
    cases = Case.objects.filter(round=round_).prefetch_related("reviews")
    return [_row(case, {review.turn: review for review in case.reviews.all()}, twice) for case in cases]


def _row(case: Case, reviews: dict[int, Review], twice: frozenset[str]) -> CaseRow:
    return CaseRow(
        number=case.number,
        code=case.code,
        is_reviewed=case.state == CaseState.REVIEWED,
        is_left_out=case.state == CaseState.LEFT_OUT,
        is_twice=case.code in twice,
        is_twice_done=SECOND in reviews,
        first_reviewer=reviews[FIRST].reviewer_id if FIRST in reviews else None,
    )


def find_review(case: Case, turn: int) -> Review | None:
    return Review.objects.filter(case=case, turn=turn).select_related("reviewer").first()


def read_given(reader: Reader, round_: Round, review: Review) -> list[Given]:
    """The answers of one review; that texts were read is noted."""
    rows = list(Answer.objects.filter(review=review).select_related("question"))
    if any(row.text for row in rows):
        note_reading(round_, "case_texts", by=reader.user)
    return [Given(row.question.code, row.value, row.text or "") for row in rows]


def counts_of(round_: Round) -> list[QuestionCount]:
    return question_counts(items_of(round_), reviewed_cases(round_))


def agreement_of(round_: Round) -> Agreement:
    """Of the cases that two have reviewed."""
    return agreement(items_of(round_), pairs_of(round_))


def read_lessons(reader: Reader, round_: Round) -> list[Lesson]:
    """What the round taught, oldest first; each reading is noted."""
    found = list(Lesson.objects.filter(round=round_))
    if found:
        note_reading(round_, "lessons", by=reader.user)
    return found


def list_passed_on(round_: Round, number: int) -> list[Referral]:
    """What other registers were asked about what was found in a case."""
    rows = Referral.objects.filter(origin_id=round_.pk, part__startswith=f"{number}.")
    return list(rows.select_related("answer").order_by("pk"))
