"""The answer: how it was given, and by which day it was due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.feedback.rules.sorts import Sort


class AnswerWay(StrEnum):
    CODE = "code"
    LETTER = "letter"
    MAIL = "mail"
    PHONE = "phone"
    MEETING = "meeting"
    AT_ONCE = "at_once"


ANSWER_WAY_LABELS: dict[str, str] = {
    AnswerWay.CODE: marked("Läses med koden"),
    AnswerWay.LETTER: marked("Brev"),
    AnswerWay.MAIL: marked("E-post"),
    AnswerWay.PHONE: marked("Telefon"),
    AnswerWay.MEETING: marked("Samtal eller möte"),
    AnswerWay.AT_ONCE: marked("På plats, direkt"),
}
CHOSEN_WAYS = tuple(way for way in AnswerWay if way is not AnswerWay.AT_ONCE)  # that one is said when it is captured


def check_way(way: AnswerWay, *, has_code: bool) -> None:
    if way is AnswerWay.CODE and not has_code:
        sentence = "Den som hörde av sig har ingen kod. Välj hur du har svarat."
        raise RuleBroken("feedback.answer.code", sentence, field="how")


def check_askable(*, has_code: bool) -> None:
    """A question is read with the code, and answered with it."""
    if not has_code:
        sentence = "Den som hörde av sig har ingen kod och kan inte läsa frågan. Ring eller skriv i stället."
        raise RuleBroken("feedback.ask.code", sentence, field="text")


def asks_answer(sort: str) -> bool:
    """Praise asks for none."""
    return sort != Sort.PRAISE


@dataclass(frozen=True)
class Due:
    """When an answer was due, and what came of it. `elsewhere` is in the person's own case."""

    due_on: date | None
    answered_on: date | None
    closed_on: date | None
    elsewhere: bool


def in_time(due: Due) -> bool | None:
    """None where no answer was owed by the day: it was ended before, or taken to the person's own case.

    What still waits, or was ended unanswered after the day, was not answered in time.
    """
    if due.due_on is None or due.elsewhere:
        return None
    if due.answered_on is not None:
        return due.answered_on <= due.due_on
    return None if due.closed_on is not None and due.closed_on <= due.due_on else False
