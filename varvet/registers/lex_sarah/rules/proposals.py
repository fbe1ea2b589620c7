"""Proposals and other word from an investigation, and what the responsible manager answers."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.checks import check_words


class Sort(StrEnum):
    """A proposal asks for a measure and an answer; other word is read by the unit, also where nothing was wrong."""

    MEASURE = "measure"
    WORD = "word"


SORT_LABELS: dict[str, str] = {Sort.MEASURE: marked("Åtgärdsförslag"), Sort.WORD: marked("Annan återkoppling")}


class Answer(StrEnum):
    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"


ANSWER_LABELS: dict[str, str] = {
    Answer.ACCEPTED: marked("Antas"),
    Answer.CHANGED: marked("Antas med ändring"),
    Answer.REJECTED: marked("Antas inte"),
}
TAKEN_ON = frozenset({Answer.ACCEPTED, Answer.CHANGED})


def part_of(number: int) -> str:
    """What a measure that a proposal led to says that it follows."""
    return f"proposal-{number}"


def check_proposal(sort: Sort, text: str, cause: str, causes: frozenset[str]) -> None:
    """`causes` are the parts of the case's causes. A measure answers one of them, where any is named."""
    check_words("text", text, "Skriv vad förslaget är.")
    if cause and cause not in causes:
        raise RuleBroken("lex_sarah.propose.cause", "Orsaken finns inte längre. Välj en annan.", field="cause")
    if sort is Sort.MEASURE and causes and not cause:
        sentence = marked("Välj vilken orsak förslaget gäller.")
        raise RuleBroken("lex_sarah.propose.cause", sentence, field="cause")


def check_answer(before: str, sort: str, reason: str) -> None:
    """Answered once, with a reason; what is only word asks for no answer."""
    if sort != Sort.MEASURE:
        raise RuleBroken("lex_sarah.respond.word", "Det är återkoppling och behöver inget svar.")
    if before:
        raise RuleBroken("lex_sarah.respond.answered", "Någon har redan svarat på förslaget.")
    check_words("reason", reason, "Skriv skälen till svaret.")


def check_removable(*, answered: bool, decided: bool) -> None:
    """`decided`: it was there when the case was decided, and belongs to what was decided."""
    if answered:
        raise RuleBroken("lex_sarah.propose.answered", "Förslaget är besvarat och står kvar.")
    if decided:
        raise RuleBroken("lex_sarah.propose.decided", "Förslaget ingår i det som är beslutat och står kvar.")
