"""Questions from outside: how a list of lines becomes questions, and when two of them are the same."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

LONGEST_QUESTION, LONGEST_CODE, MOST_QUESTIONS = 1000, 20, 300
NUMBERED = re.compile(r"^\s*(?P<code>(?:[A-Za-zÅÄÖåäö]{0,3}\d+(?:[.:]\d+)*[a-z]?))[.):]?\s+(?P<text>\S.*)$")
NOT_WORDS = re.compile(r"[\W_]+")


class Answering(StrEnum):
    """How far a question has come."""

    WAITING = "waiting"
    ANSWERED = "answered"
    REVIEWED = "reviewed"


ANSWERING_LABELS: dict[str, str] = {
    Answering.WAITING: marked("Väntar på svar"),
    Answering.ANSWERED: marked("Besvarad"),
    Answering.REVIEWED: marked("Klar"),
}


@dataclass(frozen=True)
class Asked:
    """A question as it was sent; `code` is the number it had there."""

    text: str
    code: str = ""


def same_key(text: str) -> str:
    """Two questions are the same when their words are: case, signs and spaces between them say nothing.

    A year in the question says nothing either: the same is asked again every year.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = [word for word in NOT_WORDS.split(plain) if word and not re.fullmatch(r"(19|20)\d\d", word)]
    return " ".join(words)[:LONGEST_QUESTION]


def questions_from(lines: str) -> list[Asked]:
    """One question a line, as pasted: a number before it becomes its code. RuleBroken where there is none."""
    found = [_asked(line.strip()) for line in lines.splitlines() if line.strip()]
    check_questions(found)
    return found


def check_questions(found: Iterable[Asked]) -> None:
    asked = list(found)
    if not asked:
        raise RuleBroken("inspection.questions.none", marked("Skriv minst en fråga."), field="questions")
    if len(asked) > MOST_QUESTIONS:
        sentence = marked("Ta högst {most} frågor åt gången.")
        raise RuleBroken("inspection.questions.many", sentence, field="questions", values={"most": MOST_QUESTIONS})
    if any(len(one.text) > LONGEST_QUESTION for one in asked):
        sentence = marked("En fråga får ha högst {most} tecken.")
        raise RuleBroken("inspection.questions.long", sentence, field="questions", values={"most": LONGEST_QUESTION})


def _asked(line: str) -> Asked:
    """Cells of a row pasted from a spreadsheet are one question."""
    one = " ".join(line.split())
    found = NUMBERED.match(one)
    if found and len(found["code"]) <= LONGEST_CODE:
        return Asked(found["text"], found["code"])
    return Asked(one)


def standing(*, answered: bool, reviewed: bool) -> Answering:
    if reviewed:
        return Answering.REVIEWED
    return Answering.ANSWERED if answered else Answering.WAITING
