"""What an investigation must hold before it is complete."""

from collections.abc import Collection
from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

# The sections, in the order they are read: what each is called when it is missing.
SECTIONS: dict[str, str] = {
    "event": marked("Skriv vad som hände"),
    "noticed": marked("Skriv när och hur det uppmärksammades"),
    "when": marked("Skriv när det hände"),
    "consequences": marked("Skriv vad det ledde till för den enskilda"),
    "causes": marked("Skriv varför det hände"),
    "again": marked("Skriv om det har hänt förut eller kan hända igen"),
    "measures": marked("Skriv vad som är gjort och planerat"),
    "view": marked("Skriv den berördas egen uppfattning, eller varför den saknas"),
}
NOT_ASKED = "not_asked"  # a reason that stands for the affected person's own view
CAUSE, ANSWERS, INFORMED, IMPARTIAL, INVESTIGATOR, EVENTS = (
    "cause",
    "answers",
    "inform",
    "declare",
    "assign",
    "events",
)


@dataclass(frozen=True)
class Progress:
    """How far an investigation has come. `causes` are counted, and how many of them have neither measure nor reason."""

    written: Collection[str]
    causes: int
    unanswered: int
    informed: bool
    investigator: bool
    impartial: bool
    events: int


@dataclass(frozen=True)
class Missing:
    """Something that an investigation needs: where it is done, what to do, and whether it is done."""

    place: str
    sentence: str
    done: bool


def place_of(part: str) -> str:
    """The section that a text belongs to. KeyError for a text of another kind."""
    place = "view" if part == NOT_ASKED else str(part)
    return {section: section for section in SECTIONS}[place]


def before_completing(progress: Progress) -> list[Missing]:
    """All that is needed, done or not, in the order of the page."""
    return [
        Missing(INVESTIGATOR, marked("Utse en utredare"), progress.investigator),
        Missing(IMPARTIAL, marked("Utredaren intygar att jäv inte finns"), progress.impartial),
        Missing(INFORMED, marked("Informera den berörda, eller skriv varför inte"), progress.informed),
        Missing(EVENTS, marked("Skriv upp minst en händelse"), progress.events > 0),
        *(Missing(place, sentence, place in progress.written) for place, sentence in SECTIONS.items()),
        Missing(CAUSE, marked("Lägg till minst en orsak"), progress.causes > 0),
        Missing(
            ANSWERS,
            marked("Ge varje orsak en åtgärd, ett förslag eller ett skäl till att inget behövs"),
            progress.unanswered == 0,
        ),
    ]


def check_complete(items: list[Missing]) -> None:
    """RuleBroken with how much is missing; the page lists what, with links."""
    left = [item for item in items if not item.done]
    if left:
        sentence = marked("Utredningen är inte hel. Det här saknas: {what}.")
        raise RuleBroken("lex_sarah.complete.missing", sentence, values={"what": left[0].sentence}, field=left[0].place)
