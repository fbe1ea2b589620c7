"""How likely and how bad: before, after what is done about it, and looked at again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import keep
from varvet.registers.risks import rules
from varvet.registers.risks.actions.steps import Change, begin, finish, latest_review, note
from varvet.registers.risks.models import Part, Risk, What
from varvet.registers.risks.rules import Event, Score


@dataclass(frozen=True)
class Assessment:
    """The score, when the risk is looked at next, and in words why."""

    score: Score
    review_on: date
    words: str = ""


@transaction.atomic
def assess(change: Change, assessment: Assessment) -> Risk:
    """Scored anew, what was found after measures and what was accepted no longer hold; all stands in its history."""
    current = begin(change, Event.ASSESS)
    rules.check_score(assessment.score)
    rules.check_review(assessment.review_on, latest_review(current, change.today), change.today)
    current.status = rules.check_transition(Event.ASSESS, current.status)
    forget(current)
    current.consequence, current.probability = assessment.score.consequence, assessment.score.probability
    current.assessed_on, current.review_on = change.today, assessment.review_on
    note(current, What.ASSESSED, change)
    keep(current, {Part.SCORED: assessment.words}, by=change.by, now=change.now)
    return finish(current, "assessed", change, _coded(assessment.score))


@transaction.atomic
def treat(change: Change, assessment: Assessment) -> Risk:
    """The score with what has been done; never higher than before."""
    current = begin(change, Event.TREAT)
    rules.check_residual(current.score, assessment.score)
    rules.check_review(assessment.review_on, latest_review(current, change.today), change.today)
    rules.check_words("words", assessment.words, marked("Skriv vad som har gjort risken lägre."))
    current.status = rules.check_transition(Event.TREAT, current.status)
    end_acceptance(current)
    current.residual_consequence = assessment.score.consequence
    current.residual_probability = assessment.score.probability
    current.treated_on, current.review_on = change.today, assessment.review_on
    note(current, What.TREATED, change)
    keep(current, {Part.AFTER: assessment.words}, by=change.by, now=change.now)
    return finish(current, "treated", change, _coded(assessment.score))


@transaction.atomic
def review(change: Change, words: str, review_on: date) -> Risk:
    """Looked at, and still as it was scored."""
    current = begin(change, Event.REVIEW)
    rules.check_words("words", words, marked("Skriv vad genomgången visade."))
    rules.check_review(review_on, latest_review(current, change.today), change.today)
    current.reviewed_on, current.review_on = change.today, review_on
    note(current, What.REVIEWED, change)
    keep(current, {Part.REVIEWED: words}, by=change.by, now=change.now)
    return finish(current, "reviewed", change)


def forget(risk: Risk) -> None:
    risk.residual_consequence = risk.residual_probability = risk.treated_on = None
    end_acceptance(risk)


def end_acceptance(risk: Risk) -> None:
    risk.accepted_on = risk.accepted_until = risk.accepted_by = None


def _coded(score: Score) -> dict[str, object]:
    return {"consequence": score.consequence, "probability": score.probability}
