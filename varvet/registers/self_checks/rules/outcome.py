"""From the answers in all cases to a round's figures: one way of counting, whatever form was used."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules.answers import Answers, Verdict, judged, lacking, verdict
from varvet.registers.self_checks.rules.questions import Item, Reply
from varvet.registers.self_checks.rules.round import Dimension, Figures, SplitRow

LONGEST_GROUP = 20  # characters of a group's name in the figures
FEW = 5  # cases: what is counted among fewer is not told to those who do not review


@dataclass(frozen=True)
class ReviewedCase:
    """A case as counted: never its number or code. `sex` and `group` are empty where the list does not say."""

    answers: Answers
    sex: str = ""
    group: str = ""


@dataclass(frozen=True)
class Outcome:
    """`nothing` are the cases in which no question could be judged: they are outside the share."""

    figures: Figures
    splits: tuple[SplitRow, ...] = ()
    nothing: int = 0


@dataclass(frozen=True)
class QuestionCount:
    """How one question was answered: `judged` of those reviewed, `lacking` of the judged, `partly` of the lacking."""

    code: str
    text: str
    judged: int
    lacking: int
    partly: int
    not_applicable: int


@dataclass(frozen=True)
class Agreement:
    """Two reviewers of the same cases: answers compared, and those that were the same.

    `verdicts` are what each came to, case by case: what kappa is computed of.
    """

    cases: int
    compared: int
    same: int
    verdicts: tuple[tuple[str, str], ...] = ()

    @property
    def share(self) -> float | None:
        """0-1; None where nothing can be compared."""
        return self.same / self.compared if self.compared else None


def outcome(items: Sequence[Item], cases: Sequence[ReviewedCase], *, population: int | None) -> Outcome:
    """A case is fulfilled when none of its answers is a deficiency. A census when all there are can be judged."""
    told = [(case, verdict(items, case.answers)) for case in cases]
    counted = [(case, one is Verdict.FULFILLED) for case, one in told if one is not Verdict.NOTHING]
    if not counted:
        raise RuleBroken("self_check.outcome.none", "Granska minst ett ärende innan du sammanställer.")
    figures = Figures(
        census=population == len(counted),
        population=population,
        sample=len(counted),
        fulfilled=sum(fulfilled for _, fulfilled in counted),
    )
    splits = _split(Dimension.SEX, counted, _sex_of) + _split(Dimension.GROUP, counted, _group_of)
    return Outcome(figures, splits, len(told) - len(counted))


def lessons_only(cases: Sequence[ReviewedCase]) -> Outcome:
    """A walkthrough of cases says how many were looked at and no more: only what was learnt leaves the unit."""
    if not cases:
        raise RuleBroken("self_check.outcome.none", "Granska minst ett ärende innan du sammanställer.")
    return Outcome(Figures(census=False, sample=len(cases)))


Counted = Sequence[tuple[ReviewedCase, bool]]


def _sex_of(case: ReviewedCase) -> str:
    return case.sex


def _group_of(case: ReviewedCase) -> str:
    return case.group.strip()[:LONGEST_GROUP].strip()


def _split(dimension: Dimension, counted: Counted, part_of: Callable[[ReviewedCase], str]) -> tuple[SplitRow, ...]:
    """In the order of their names; cases that do not say are in none of them."""
    sample = Counter(part_of(case) for case, _ in counted)
    fulfilled = Counter(part_of(case) for case, is_fulfilled in counted if is_fulfilled)
    return tuple(SplitRow(dimension, part, sample[part], fulfilled[part]) for part in sorted(sample) if part)


def question_counts(items: Sequence[Item], cases: Sequence[ReviewedCase]) -> list[QuestionCount]:
    """In the order of the form; questions that cannot be a deficiency are left out."""
    return [_count(item, items, cases) for item in items if item.lacks]


def _count(item: Item, items: Sequence[Item], cases: Sequence[ReviewedCase]) -> QuestionCount:
    lacks = [case for case in cases if item in lacking(items, case.answers)]
    return QuestionCount(
        code=item.code,
        text=item.text,
        judged=sum(item in judged(items, case.answers) for case in cases),
        lacking=len(lacks),
        partly=sum(case.answers[item.code] == Reply.PARTLY for case in lacks),
        not_applicable=sum(case.answers.get(item.code) == Reply.NOT_APPLICABLE for case in cases),
    )


def agreement(items: Sequence[Item], pairs: Sequence[tuple[Answers, Answers]]) -> Agreement:
    """Over the questions answered by choice that at least one of the two was asked and answered."""
    by_choice = [item.code for item in items if item.replies]
    compared = [(a.get(code, ""), b.get(code, "")) for a, b in pairs for code in by_choice]
    said = [pair for pair in compared if any(pair)]
    verdicts = tuple((str(verdict(items, one)), str(verdict(items, other))) for one, other in pairs)
    return Agreement(len(pairs), len(said), sum(one == other for one, other in said), verdicts)
