"""What each step says: its link on the record's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.provider_reports.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `sub` explains what the step does, where that is not plain."""

    link: str
    heading: str
    button: str
    done: str
    sub: str = ""


ASKS = {
    Event.DESCRIBE: Asks(
        marked("Komplettera uppgifterna"),
        marked("Komplettera uppgifterna"),
        marked("Spara"),
        marked("Uppgifterna är sparade."),
    ),
    Event.REQUEST: Asks(
        marked("Begär utredningen"),
        marked("Begär utförarens utredning"),
        marked("Spara begäran"),
        marked("Begäran är sparad."),
        marked("Skicka begäran till utföraren på ert vanliga sätt. Här skriver du att det är gjort."),
    ),
    Event.TAKE_IN: Asks(
        marked("Ta emot utredningen"),
        marked("Ta emot utförarens utredning"),
        marked("Spara"),
        marked("Utredningen är mottagen."),
        marked("Utföraren utreder själv. Ni bedömer sedan utredningen."),
    ),
    Event.AUTHORITY: Asks(
        marked("Skriv vad IVO har fått veta"),
        marked("Anmälan till IVO"),
        marked("Spara"),
        marked("Uppgiften om IVO är sparad."),
        marked("Det är utföraren som anmäler. Ni håller reda på om det är gjort."),
    ),
    Event.ASSESS: Asks(
        marked("Bedöm utredningen"),
        marked("Bedöm utförarens utredning"),
        marked("Spara bedömningen"),
        marked("Bedömningen är sparad."),
    ),
    Event.PLAN: Asks(
        marked("Planera uppföljning"),
        marked("Planera uppföljning"),
        marked("Spara uppföljningen"),
        marked("Uppföljningen är planerad."),
    ),
    Event.ANSWER: Asks(
        marked("Skriv in svaret"),
        marked("Utförarens svar"),
        marked("Spara svaret"),
        marked("Svaret är sparat."),
    ),
    Event.FINISH: Asks(
        marked("Slutför uppföljningen"),
        marked("Hur gick uppföljningen?"),
        marked("Slutför uppföljningen"),
        marked("Uppföljningen är klar."),
    ),
    Event.TELL: Asks(
        marked("Återkoppla till utföraren"),
        marked("Återkoppla till utföraren"),
        marked("Spara"),
        marked("Återkopplingen är sparad."),
        marked("Här skriver du vad utföraren har fått veta. Inget skickas härifrån."),
    ),
    Event.CLOSE: Asks(
        marked("Avsluta ärendet"),
        marked("Avsluta ärendet"),
        marked("Avsluta ärendet"),
        marked("Ärendet är avslutat."),
    ),
    Event.REOPEN: Asks(
        marked("Öppna ärendet igen"),
        marked("Öppna ärendet igen"),
        marked("Öppna igen"),
        marked("Ärendet är öppnat igen."),
        marked("Ni bedömer det igen och återkopplar på nytt till utföraren."),
    ),
    Event.DISOWN: Asks(
        marked("Det hör till en annan huvudman"),
        marked("Det hör till en annan huvudman"),
        marked("Spara"),
        marked("Ärendet är lämnat till en annan huvudman."),
        marked("Ärendet finns kvar med skälet, men räknas inte som ert."),
    ),
    Event.ASSIGN: Asks(
        marked("Fördela till en handläggare"),
        marked("Vem ska handlägga?"),
        marked("Fördela"),
        marked("Ärendet är fördelat."),
    ),
    Event.NOTE: Asks(
        marked("Skriv en anteckning"),
        marked("Skriv en anteckning"),
        marked("Spara"),
        marked("Anteckningen är sparad."),
    ),
}
HAPPENED = {
    "imported": marked("Ärendet lästes in från tidigare register."),
    "received": marked("Informationen togs emot."),
    "described": marked("Uppgifterna kompletterades."),
    "requested": marked("Utredningen begärdes från utföraren."),
    "investigation_received": marked("Utförarens utredning kom in."),
    "authority_noted": marked("Uppgiften om anmälan till IVO skrevs."),
    "assessed": marked("Utredningen bedömdes."),
    "follow_up_planned": marked("En uppföljning planerades."),
    "follow_up_answered": marked("Utförarens svar skrevs in."),
    "followed_up": marked("En uppföljning blev klar."),
    "provider_told": marked("Utföraren fick återkoppling."),
    "closed": marked("Ärendet avslutades."),
    "reopened": marked("Ärendet öppnades igen."),
    "not_ours": marked("Ärendet lämnades till en annan huvudman."),
    "assigned": marked("Ärendet fördelades."),
    "reassigned": marked("Ärendet lämnades över till en annan handläggare."),
    "noted": marked("En anteckning skrevs."),
}
