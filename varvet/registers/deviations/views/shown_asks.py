"""What each step says: its link on the record's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.deviations.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `sub` explains what the step does, where that is not plain."""

    link: str
    heading: str
    button: str
    done: str
    sub: str = ""


ASKS = {
    Event.ASSESS: Asks(
        marked("Bedöm avvikelsen"),
        marked("Bedöm avvikelsen"),
        marked("Spara bedömningen"),
        marked("Avvikelsen är bedömd."),
    ),
    Event.INVESTIGATE: Asks(
        marked("Inled utredning"),
        marked("Inled en utredning?"),
        marked("Inled utredningen"),
        marked("Utredningen är inledd."),
        marked("Du letar orsaker och bestämmer åtgärder. Är allt redan klart kan du avsluta direkt."),
    ),
    Event.CAUSES: Asks(
        marked("Lägg till en orsak"),
        marked("Lägg till en orsak"),
        marked("Spara orsaken"),
        marked("Orsaken är sparad."),
    ),
    Event.ACT: Asks(
        marked("Börja åtgärda"),
        marked("Är utredningen klar?"),
        marked("Utredningen är klar, börja åtgärda"),
        marked("Åtgärderna har börjat."),
        marked("Varje orsak ska ha en åtgärd, eller ett skäl till varför den inte behövs."),
    ),
    Event.FOLLOW_UP: Asks(
        marked("Planera uppföljning"),
        marked("Planera uppföljningen"),
        marked("Spara planen"),
        marked("Uppföljningen är planerad."),
    ),
    Event.JUDGE: Asks(
        marked("Följ upp"),
        marked("Hjälpte åtgärderna?"),
        marked("Spara uppföljningen"),
        marked("Uppföljningen är sparad."),
    ),
    Event.CLOSE: Asks(
        marked("Återkoppla och avsluta"),
        marked("Återkoppla och avsluta"),
        marked("Avsluta avvikelsen"),
        marked("Avvikelsen är avslutad."),
    ),
    Event.REOPEN: Asks(
        marked("Öppna avvikelsen igen"),
        marked("Öppna avvikelsen igen"),
        marked("Öppna igen"),
        marked("Avvikelsen är öppnad igen."),
    ),
    Event.REROUTE: Asks(
        marked("Skicka till en annan enhet"),
        marked("Skicka till en annan enhet"),
        marked("Skicka vidare"),
        marked("Avvikelsen är skickad vidare."),
        marked("Den nya enheten bedömer den från början."),
    ),
    Event.DISMISS: Asks(
        marked("Det är inte en avvikelse"),
        marked("Det är inte en avvikelse"),
        marked("Avskriv rapporten"),
        marked("Rapporten är avskriven."),
        marked("Rapporten finns kvar, och den som rapporterade läser varför."),
    ),
    Event.DUPLICATE: Asks(
        marked("Det är en dubblett"),
        marked("Samma händelse i en annan rapport?"),
        marked("Märk som dubblett"),
        marked("Rapporten är märkt som dubblett."),
        marked("Händelsen räknas en gång, i den andra rapporten. Båda som rapporterade får veta hur det blev."),
    ),
    Event.JOIN: Asks(
        marked("Lägg ihop med ett annat ärende"),
        marked("Utred tillsammans med ett annat ärende"),
        marked("Lägg ihop"),
        marked("Rapporten hanteras nu i det andra ärendet."),
        marked("Båda händelserna räknas, men utredningen är en. Båda som rapporterade får veta hur det blev."),
    ),
    Event.LEAVE: Asks(
        marked("Ta loss ur ärendet"),
        marked("Ta loss rapporten ur ärendet?"),
        marked("Ta loss"),
        marked("Rapporten hanteras nu för sig."),
    ),
    Event.ASSIGN: Asks(
        marked("Fördela till en handläggare"),
        marked("Vem ska handlägga?"),
        marked("Fördela"),
        marked("Avvikelsen är fördelad."),
    ),
    Event.WRITE: Asks(
        marked("Skriv en anteckning eller ett besked"),
        marked("Skriv en anteckning eller ett besked"),
        marked("Spara"),
        marked("Texten är sparad."),
    ),
}
ANALYSIS = Asks(
    marked("Skriv vad utredningen visar"),
    marked("Vad visar utredningen?"),
    marked("Spara"),
    marked("Utredningen är sparad."),
)
EXCUSE = Asks(
    marked("Skriv varför det inte behövs"),
    marked("Ingen åtgärd behövs"),
    marked("Spara skälet"),
    marked("Skälet är sparat."),
)
REMOVE = Asks(
    marked("Ta bort orsaken"),
    marked("Ta bort orsaken?"),
    marked("Ta bort"),
    marked("Orsaken är borttagen."),
    marked("Orsaken och dess text tas bort."),
)
HAPPENED = {
    "received": marked("Avvikelsen rapporterades."),
    "imported": marked("Avvikelsen lästes in från tidigare register."),
    "tallied": marked("Händelserna registrerades samlat."),
    "added_more": marked("Rapportören lade till något."),
    "assessed": marked("Avvikelsen bedömdes."),
    "investigating": marked("Utredningen inleddes."),
    "analysed": marked("Utredningen fick mer text."),
    "cause_added": marked("En orsak lades till."),
    "cause_excused": marked("En orsak fick ett skäl till att ingen åtgärd behövs."),
    "cause_removed": marked("En orsak togs bort."),
    "acting": marked("Åtgärderna började."),
    "following_up": marked("Uppföljningen planerades."),
    "followed_up": marked("Åtgärderna följdes upp."),
    "closed": marked("Avvikelsen avslutades."),
    "reopened": marked("Avvikelsen öppnades igen."),
    "rerouted": marked("Avvikelsen skickades till en annan enhet."),
    "dismissed": marked("Rapporten bedömdes som ingen avvikelse."),
    "duplicate": marked("Rapporten märktes som dubblett."),
    "joined": marked("Rapporten lades ihop med ett annat ärende."),
    "joined_by": marked("En rapport till lades ihop med ärendet."),
    "left": marked("Rapporten togs loss ur ärendet."),
    "assigned": marked("Avvikelsen fördelades."),
    "reassigned": marked("Avvikelsen lämnades över till en annan handläggare."),
    "extended": marked("Tiden förlängdes."),
    "noted": marked("En intern anteckning skrevs."),
    "messaged": marked("Rapportören fick ett besked."),
    "told": marked("Rapportören fick veta hur det blev."),
    "file_added": marked("En fil lades till."),
    "file_removed": marked("En fil togs bort."),
    "asked_lex_sarah": marked("Frågan om lex Sarah ställdes."),
    "weighed_not_lex_sarah": marked("Någon skrev varför det inte är lex Sarah."),
    "referral_accepted": marked("Ett annat register tog emot frågan."),
    "referral_refused": marked("Ett annat register avböjde frågan, med skäl."),
    "health_care_described": marked("Det som hände i vården beskrevs."),
    "collaboration_described": marked("Samverkan beskrevs."),
    "handover_begun": marked("En överlämning påbörjades."),
    "handed_over": marked("Avvikelsen lämnades över till någon annan."),
    "handover_answered": marked("Svaret på en överlämning kom."),
    "handover_no_answer": marked("Ingen väntar längre på svar på en överlämning."),
    "handover_withdrawn": marked("En överlämning togs tillbaka, med skäl."),
    "handover_entrusted": marked("En överlämning fick en ny ansvarig."),
}
WORK_ONLY = frozenset(
    {
        "noted",
        "analysed",
        "cause_added",
        "cause_excused",
        "cause_removed",
        "assigned",
        "reassigned",
        "handover_entrusted",
        "asked_lex_sarah",
        "weighed_not_lex_sarah",
        "noticed_words",
        "asked_other",
    }
)
