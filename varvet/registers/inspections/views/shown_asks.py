"""What each step says: its link on the inspection's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.inspections.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `sub` explains what the step does, where that is not plain."""

    link: str
    heading: str
    button: str
    done: str
    sub: str = ""


SAVE, SAVED = marked("Spara"), marked("Det är sparat.")
ASKS = {
    Event.RECEIVE: Asks(
        marked("Den har börjat"), marked("Vad begärs, och när?"), SAVE, marked("Granskningen är påbörjad.")
    ),
    Event.ANSWER: Asks(
        marked("Skriv svaret"),
        marked("Skriv svaret"),
        SAVE,
        marked("Svaret är sparat. Det är inte skickat än."),
        marked("Här skriver ni svaret tillsammans. Det som skrevs förut står kvar."),
    ),
    Event.SEND: Asks(
        marked("Svaret är skickat"),
        marked("När skickades svaret?"),
        SAVE,
        marked("Svaret är skickat."),
        marked("Här antecknas att svaret är skickat. Lägg till det skickade brevet som fil."),
    ),
    Event.DECIDE: Asks(
        marked("Skriv in beslutet"), marked("Vad blev beslutet?"), SAVE, marked("Beslutet är inskrivet.")
    ),
    Event.FIND: Asks(
        marked("Lägg till en punkt"), marked("Vad säger beslutet mer?"), SAVE, marked("Punkten är tillagd.")
    ),
    Event.FOLLOW: Asks(
        marked("Bestäm när ni följer upp"),
        marked("När följer ni upp?"),
        SAVE,
        marked("Uppföljningen har en dag."),
        marked("Till dess genomförs åtgärderna."),
    ),
    Event.CLOSE: Asks(marked("Avsluta"), marked("Avsluta granskningen"), marked("Avsluta"), marked("Den är avslutad.")),
    Event.REOPEN: Asks(
        marked("Öppna igen"),
        marked("Öppna granskningen igen"),
        marked("Öppna igen"),
        marked("Den är öppnad igen."),
        marked("Det som är skrivet står kvar."),
    ),
    Event.WITHDRAW: Asks(
        marked("Den blev inte av"), marked("Varför blev den inte av?"), SAVE, marked("Den är återkallad.")
    ),
    Event.DESCRIBE: Asks(
        marked("Ändra uppgifterna"), marked("Ändra uppgifterna"), SAVE, marked("Uppgifterna är sparade.")
    ),
    Event.ASSIGN: Asks(marked("Byt ansvarig"), marked("Vem ska ansvara?"), SAVE, SAVED),
    Event.NOTE: Asks(
        marked("Skriv en anteckning"), marked("Skriv en anteckning"), SAVE, marked("Anteckningen är sparad.")
    ),
}
SETTLE = Asks(
    marked("Skriv vad som är viktigast"),
    marked("Vad är viktigast att göra?"),
    SAVE,
    SAVED,
    marked("Åtgärder lägger du till på granskningens sida. Då följs de upp."),
)
HAPPENED = {
    "announced": marked("Granskningen aviserades."),
    "received": marked("Granskningen började."),
    "described": marked("Uppgifterna ändrades."),
    "answer_written": marked("Svaret skrevs."),
    "sent": marked("Svaret skickades."),
    "decided": marked("Beslutet skrevs in."),
    "found": marked("En punkt lades till."),
    "settled": marked("Det skrevs vad som är viktigast, eller varför inget görs."),
    "following": marked("Uppföljningen fick en dag."),
    "closed": marked("Granskningen avslutades."),
    "reopened": marked("Granskningen öppnades igen."),
    "withdrawn": marked("Granskningen återkallades."),
    "assigned": marked("Granskningen fick en ny ansvarig."),
    "reassigned": marked("Granskningen lämnades över till en annan ansvarig."),
    "noted": marked("En anteckning skrevs."),
    "asked": marked("Frågor lades in."),
    "questions_given": marked("Frågor fördelades."),
    "question_answered": marked("En fråga besvarades."),
    "question_reviewed": marked("Ett svar är genomläst och klart."),
    "question_removed": marked("En fråga togs bort."),
}
