"""What a question of a form is: how it is answered, which answers are a deficiency, and when it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

LONGEST_NAME, LONGEST_QUESTION, LONGEST_HELP, MOST_QUESTIONS = 120, 200, 300, 60


class QuestionKind(StrEnum):
    GRADED = "graded"
    YES_NO = "yes_no"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


class Reply(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "na"


KIND_OF_QUESTION: dict[str, str] = {
    QuestionKind.GRADED: marked("Ja, delvis, nej eller inte aktuellt"),
    QuestionKind.YES_NO: marked("Ja eller nej"),
    QuestionKind.TEXT: marked("Text"),
    QuestionKind.NUMBER: marked("Ett tal"),
    QuestionKind.DATE: marked("En dag"),
}
REPLY_LABELS: dict[str, str] = {
    Reply.YES: marked("Ja"),
    Reply.PARTLY: marked("Delvis"),
    Reply.NO: marked("Nej"),
    Reply.NOT_APPLICABLE: marked("Inte aktuellt"),
}
REPLIES: dict[str, tuple[Reply, ...]] = {
    QuestionKind.GRADED: (Reply.YES, Reply.PARTLY, Reply.NO, Reply.NOT_APPLICABLE),
    QuestionKind.YES_NO: (Reply.YES, Reply.NO),
}


@dataclass(frozen=True)
class Item:
    """A question. `lacks` are the answers that are a deficiency; only what is answered by choice has any.

    `when_code` and `when_reply` name an earlier question and the answer that it is asked at; empty when always.
    """

    code: str
    text: str
    kind: QuestionKind
    help: str = ""
    required: bool = True
    lacks: frozenset[str] = frozenset()
    when_code: str = ""
    when_reply: str = ""

    @property
    def replies(self) -> tuple[Reply, ...]:
        """What can be chosen; nothing for what is written."""
        return REPLIES.get(self.kind, ())


def check_name(name: str) -> None:
    if not name.strip() or len(name.strip()) > LONGEST_NAME:
        raise RuleBroken("self_check.form.name", "Ge formuläret ett namn, högst 120 tecken.", field="name")


def check_item(item: Item, earlier: Sequence[Item]) -> None:
    """Alone, and with those before it."""
    if not item.text.strip() or len(item.text) > LONGEST_QUESTION:
        raise RuleBroken("self_check.question.text", "Skriv frågan, högst 200 tecken.", field="text")
    if len(item.help) > LONGEST_HELP:
        raise RuleBroken("self_check.question.help", "Skriv hjälpen med högst 300 tecken.", field="help")
    if not item.lacks <= set(item.replies) - {Reply.NOT_APPLICABLE}:
        sentence = marked("Det svaret kan inte vara en brist. Välj bland svaren på frågan.")
        raise RuleBroken("self_check.question.lacks", sentence, field="lacks")
    if bool(item.when_code) != bool(item.when_reply):
        raise RuleBroken("self_check.question.half", "Välj både fråga och svar, eller inget av dem.", field="when")
    if item.when_code:
        _check_condition(item, earlier)


def _check_condition(item: Item, earlier: Sequence[Item]) -> None:
    asked_at = {one.code: one for one in earlier}.get(item.when_code)
    if asked_at is None:
        sentence = marked("Frågan kan bara bero på en fråga som står före den.")
        raise RuleBroken("self_check.question.order", sentence, field="when")
    if item.when_reply not in asked_at.replies:
        raise RuleBroken("self_check.question.when", "Det svaret finns inte på den frågan.", field="when")


def check_items(items: Sequence[Item]) -> None:
    """Each alone and in its place."""
    if len(items) > MOST_QUESTIONS:
        raise RuleBroken("self_check.form.long", "Ett formulär har högst 60 frågor.")
    for place, item in enumerate(items):
        check_item(item, items[:place])


def check_publishable(items: Sequence[Item]) -> None:
    """A form that is used asks something, and something in it can be a deficiency: else every case is without one."""
    if not items:
        raise RuleBroken("self_check.form.empty", "Lägg till minst en fråga innan du publicerar.")
    if not any(item.lacks for item in items):
        raise RuleBroken("self_check.form.no_lacks", "Välj för minst en fråga vilket svar som är en brist.")
    check_items(items)


def next_code(codes: Sequence[str], letter: str) -> str:
    """The first of its letter that nothing has had: q4 after q1 and q3."""
    numbers = [int(code[1:]) for code in codes if code[:1] == letter and code[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"
