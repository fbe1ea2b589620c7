"""The answers in one case: which questions are asked, what is missing, and what is a deficiency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules.questions import Item, QuestionKind, Reply

LONGEST_ANSWER = 4_000


@dataclass(frozen=True)
class Given:
    """An answer: `value` is a reply's code, a number or a day as ISO has it; `text` is what was written beside."""

    code: str
    value: str = ""
    text: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.value and not self.text.strip()


class Verdict(StrEnum):
    """Of a case: `nothing` where no question that can be a deficiency was answered."""

    FULFILLED = "fulfilled"
    DEFICIENT = "deficient"
    NOTHING = "nothing"


Answers = Mapping[str, str]  # a question's code -> the value


def asked(items: Sequence[Item], answers: Answers) -> list[Item]:
    """The questions that are asked, given the answers: a question whose own condition is not asked is not either."""
    shown: list[Item] = []
    for item in items:
        before = {one.code for one in shown}
        if not item.when_code or (item.when_code in before and answers.get(item.when_code) == item.when_reply):
            shown.append(item)
    return shown


def check_given(items: Sequence[Item], given: Sequence[Given]) -> list[Given]:
    """What is kept: the answers to what is asked. RuleBroken where one is missing or cannot be."""
    by_code = {one.code: one for one in given}
    kept = []
    for item in asked(items, {one.code: one.value for one in given}):
        answer = by_code.get(item.code, Given(item.code))
        _check_one(item, answer)
        if not answer.is_empty:
            kept.append(answer)
    return kept


def _check_one(item: Item, answer: Given) -> None:
    is_answered = bool(answer.text.strip() if item.kind is QuestionKind.TEXT else answer.value)
    values: dict[str, object] = {"question": item.text}
    if item.required and not is_answered:
        raise RuleBroken("self_check.answer.missing", "Svara på frågan: {question}", field=item.code, values=values)
    if answer.value and not _can_be(item, answer.value):
        raise RuleBroken("self_check.answer.wrong", "Välj ett svar på: {question}", field=item.code, values=values)
    if len(answer.text) > LONGEST_ANSWER:
        raise RuleBroken("self_check.answer.long", "Skriv högst 4 000 tecken.", field=item.code)


def _can_be(item: Item, value: str) -> bool:
    if item.replies:
        return value in item.replies
    if item.kind is QuestionKind.NUMBER:
        return value.isdecimal() and len(value) <= len("10000000")
    return item.kind is QuestionKind.DATE and _is_day(value)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def lacking(items: Sequence[Item], answers: Answers) -> list[Item]:
    """The questions whose answers are a deficiency."""
    return [item for item in asked(items, answers) if answers.get(item.code, "") in item.lacks]


def judged(items: Sequence[Item], answers: Answers) -> list[Item]:
    """The questions that can be a deficiency and have an answer that says whether they are."""
    unsaid = {"", Reply.NOT_APPLICABLE}
    return [item for item in asked(items, answers) if item.lacks and answers.get(item.code, "") not in unsaid]


def verdict(items: Sequence[Item], answers: Answers) -> Verdict:
    if lacking(items, answers):
        return Verdict.DEFICIENT
    return Verdict.FULFILLED if judged(items, answers) else Verdict.NOTHING


VERDICT_LABELS: dict[str, str] = {
    Verdict.FULFILLED: marked("Ingen brist"),
    Verdict.DEFICIENT: marked("Brist"),
    Verdict.NOTHING: marked("Inget att bedöma"),
}
