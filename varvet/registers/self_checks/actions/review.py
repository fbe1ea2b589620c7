"""Reviewing a case: the answers are saved once they are whole, and nobody writes over another's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import can_nearby, check
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.records.drafts import drop_draft
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks.models import KIND, Answer, Case, Question, Review, Round
from varvet.registers.self_checks.models.counting import questions_of, reviewing_of, twice_of
from varvet.registers.self_checks.rules import CaseState, answers, reviewing
from varvet.registers.self_checks.rules.answers import Given
from varvet.registers.self_checks.rules.reviewing import FIRST, SECOND

PERFORM = "self_checks.perform"
KIND_OF_CASE = f"{KIND}.case"


@dataclass(frozen=True)
class Reviewed:
    """`version` is the one of the review that the answers began with; 0 for the first time."""

    given: tuple[Given, ...]
    version: int
    turn: int = FIRST


def draft_of(case: Case, turn: int) -> str:
    """The name of a reviewer's draft of a case."""
    return f"self_checks.case.{case.round_id}.{case.number}.{turn}"


@transaction.atomic
def save_review(*, case: Case, content: Reviewed, by: User, now: datetime) -> Review:
    """StaleVersion when another reviewer has saved the same turn of the case meanwhile."""
    current, round_ = _lock(case, by, day_of(now))
    rows = _questions(round_)
    kept = answers.check_given([row.item for row in rows], content.given)
    before = Review.objects.filter(case=current, turn=content.turn).first()
    _check_version(round_, before, content)
    if content.turn == SECOND:
        _check_second(round_, current, by)
    review = before or Review(case=current, turn=content.turn)
    review.reviewer, review.reviewed_at, review.version = by, now, content.version + 1
    review.save()
    _write(review, rows, kept)
    if content.turn == FIRST:
        current.state = CaseState.REVIEWED
        current.save(update_fields=["state"])
    drop_draft(owner=by, form=draft_of(case, content.turn))
    note_case("case_reviewed", round_, current, by)
    return review


def check_may_review(round_: Round, by: User, today: date) -> None:
    """NotAllowed for who performs nothing here, and for who stands above the unit of a walkthrough."""
    check(by, PERFORM, round_.unit, today=today)
    if reviewing_of(round_).walkthrough and not can_nearby(by, PERFORM, round_.unit, today=today):
        raise NotAllowed(_("Ärendegenomgångens svar stannar i enheten. Lärdomarna syns på egenkontrollens sida."))


def note_case(event: str, round_: Round, case: Case, by: User) -> None:
    """A row of the trail of its own kind: the round's version is not another for each case."""
    subject = trail.Subject(kind=KIND_OF_CASE, actor_id=by.pk, record_id=case.pk, unit_id=round_.unit_id)
    trail.write([trail.event(event, subject, data={"round": round_.reference, "number": case.number})])


def _lock(case: Case, by: User, today: date) -> tuple[Case, Round]:
    """The round first: whoever sums it up waits in line, and finds every case as it is counted."""
    round_ = Round._base_manager.select_for_update().get(pk=case.round_id)
    check_may_review(round_, by, today)
    reviewing.check_reviewing(round_.status)
    current = Case.objects.select_for_update().get(pk=case.pk)
    if current.state == CaseState.LEFT_OUT:
        raise RuleBroken("self_check.review.left_out", "Ärendet är utbytt mot ett annat och granskas inte.")
    return current, round_


def _questions(round_: Round) -> list[Question]:
    found = questions_of(round_)
    if not found:
        raise RuleBroken("self_check.review.no_form", "Välj ett formulär innan du granskar.")
    return found


def _check_version(round_: Round, before: Review | None, content: Reviewed) -> None:
    known = before.version if before else 0
    if known != content.version:
        raise StaleVersion(round_.reference, content.version, known)


def _check_second(round_: Round, case: Case, by: User) -> None:
    first = Review.objects.filter(case=case, turn=FIRST).first()
    if first is None:
        raise RuleBroken("self_check.review.no_first", "Ärendet är inte granskat en första gång än.")
    if case.code not in twice_of(round_):
        raise RuleBroken("self_check.review.once", "Ärendet ska bara granskas en gång.")
    reviewing.check_second(first.reviewer_id, by.pk)


def _write(review: Review, rows: Sequence[Question], kept: Sequence[Given]) -> None:
    by_code = {row.code: row for row in rows}
    review.answers.all().delete()
    Answer.objects.bulk_create(
        Answer(review=review, question=by_code[one.code], value=one.value, text=one.text.strip() or None)
        for one in kept
    )
