"""What the tables hold of a round's questions and answers, as the rules take it. Texts are never read here."""

from varvet.registers.self_checks.models.case import Case
from varvet.registers.self_checks.models.question import Question
from varvet.registers.self_checks.models.reviewing import Answer, Review, Reviewing
from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules.cases import CaseState
from varvet.registers.self_checks.rules.outcome import Outcome, ReviewedCase, lessons_only, outcome
from varvet.registers.self_checks.rules.questions import Item
from varvet.registers.self_checks.rules.reviewing import FIRST, SECOND, chosen_twice


def reviewing_of(round_: Round) -> Reviewing:
    """How it is reviewed; where nobody has chosen, by colleagues and each case once."""
    return Reviewing.objects.filter(pk=round_.pk).first() or Reviewing(round=round_)


def questions_of(round_: Round) -> list[Question]:
    """Those of its form, then its own."""
    of_form = Question.objects.filter(version_id=round_.form_version_id) if round_.form_version_id else []
    return [*of_form, *Question.objects.filter(round=round_)]


def items_of(round_: Round) -> list[Item]:
    return [question.item for question in questions_of(round_)]


def values_of(round_: Round, turn: int) -> dict[int, dict[str, str]]:
    """By case: the coded answers of a turn, by question."""
    rows = Answer.objects.filter(review__case__round=round_, review__turn=turn)
    found: dict[int, dict[str, str]] = {}
    for case_id, code, value in rows.values_list("review__case_id", "question__code", "value"):
        found.setdefault(case_id, {})[code] = value
    return found


def reviewed_cases(round_: Round) -> list[ReviewedCase]:
    """What is counted: the first review of each case that is in the sample."""
    answers = values_of(round_, FIRST)
    cases = Case.objects.filter(round=round_, state=CaseState.REVIEWED)
    return [ReviewedCase(answers.get(case.pk, {}), case.sex, case.group) for case in cases]


def pairs_of(round_: Round) -> list[tuple[dict[str, str], dict[str, str]]]:
    """The coded answers of both, for each case that two have reviewed."""
    first, second = values_of(round_, FIRST), values_of(round_, SECOND)
    both = Review.objects.filter(case__round=round_, case__state=CaseState.REVIEWED, turn=SECOND)
    return [(first.get(pk, {}), second.get(pk, {})) for pk in both.values_list("case_id", flat=True)]


def twice_of(round_: Round) -> frozenset[str]:
    """The codes of the cases that two review."""
    codes = Case.objects.filter(round=round_).exclude(state=CaseState.LEFT_OUT).values_list("code", flat=True)
    return chosen_twice(list(codes), reviewing_of(round_).double_percent, round_.reference)


def outcome_of(round_: Round, population: int | None) -> Outcome:
    """The figures that its reviews give. RuleBroken when nothing can be counted."""
    cases = reviewed_cases(round_)
    if reviewing_of(round_).walkthrough:
        return lessons_only(cases)
    return outcome(items_of(round_), cases, population=population)
