"""What is missing before feedback can be closed, and where it is done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.feedback.rules.sorts import Sort
from varvet.registers.feedback.rules.states import Event

WEIGH, ASKED = "weigh", "asked"  # places that are no event


@dataclass(frozen=True)
class Progress:
    """How far it has come."""

    sort: str
    answered: bool
    categorised: bool
    unread: bool
    unweighed: bool
    questions: int


@dataclass(frozen=True)
class Missing:
    """One thing, marked, with the event or place where it is done. `field` is what the closing's own form asks."""

    sentence: str
    place: str
    done: bool
    field: str = ""


SORTED = marked("Välj vad det handlar om")
ANSWERED = marked("Svara, eller skriv varför inget svar lämnas")
READ = marked("Läs det som har kommit till")
WEIGHED = marked("Ta ställning till om det kan vara lex Sarah")
SETTLED = marked("Vänta in svar på frågor till andra")


def before_closing(progress: Progress) -> list[Missing]:
    """In the order it is done; what nobody has asked for is not spoken of. A reason for no answer is written in the
    closing itself."""
    items = [Missing(SORTED, Event.CATEGORISE, progress.categorised)]
    if progress.sort != Sort.PRAISE:
        items.append(Missing(ANSWERED, Event.ANSWER, progress.answered, field="reason"))
    waiting = ((READ, Event.READ, progress.unread), (WEIGHED, WEIGH, progress.unweighed))
    questions = (SETTLED, ASKED, progress.questions > 0)
    return items + [Missing(what, place, done=False) for what, place, waits in (*waiting, questions) if waits]


def check_closing(progress: Progress, reason: str) -> None:
    """RuleBroken that names the first thing left to do."""
    for item in before_closing(progress):
        if item.done or (item.field and reason.strip()):
            continue
        values = {"what": Word(item.sentence)}
        raise RuleBroken(f"feedback.close.{item.place}", "Det här saknas: {what}.", field=item.field, values=values)
