"""What whoever reported may add to a report that is sent."""

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.states import OPEN

ENDED = marked("Ärendet är avslutat. Gör en ny rapport om du vet något mer.")


def check_open_for_more(status: str) -> None:
    """What nobody handles any longer would be read by nobody: what is new is a report of its own."""
    if status not in OPEN:
        raise RuleBroken("lex_sarah.more.ended", ENDED)


def check_added(text: str) -> None:
    wording.check_words("lex_sarah", "more", text, marked("Skriv vad du vill lägga till."))
