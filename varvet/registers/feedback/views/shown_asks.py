"""What each step says: its link on the record's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.feedback.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `sub` explains what the step does, where that is not plain."""

    link: str
    heading: str
    button: str
    done: str
    sub: str = ""


ASKS = {
    Event.ANSWER: Asks(
        marked("Svara"),
        marked("Svara den som hörde av sig"),
        marked("Spara svaret"),
        marked("Svaret är sparat."),
    ),
    Event.ASK: Asks(
        marked("Ställ en fråga"),
        marked("Fråga den som hörde av sig"),
        marked("Ställ frågan"),
        marked("Frågan är ställd."),
        marked("Personen läser frågan med sin kod och svarar där."),
    ),
    Event.ASK_OTHER: Asks(
        marked("Gör en avvikelse, eller fråga andra"),
        marked("Är det något mer än en synpunkt?"),
        marked("Skicka frågan"),
        marked("Frågan är ställd."),
        marked("Får du själv ta emot det blir det ett nytt ärende direkt."),
    ),
    Event.CATEGORISE: Asks(
        marked("Välj vad det handlar om"),
        marked("Vad handlar det om?"),
        marked("Spara"),
        marked("Ärendet är sorterat."),
    ),
    Event.ASSIGN: Asks(
        marked("Välj vem som svarar"),
        marked("Vem ska svara?"),
        marked("Spara"),
        marked("Ärendet är fördelat."),
    ),
    Event.NOTE: Asks(
        marked("Skriv en anteckning"),
        marked("Skriv en anteckning"),
        marked("Spara anteckningen"),
        marked("Anteckningen är sparad."),
    ),
    Event.MOVE: Asks(
        marked("Flytta till en annan enhet"),
        marked("Flytta till en annan enhet"),
        marked("Flytta"),
        marked("Ärendet är flyttat."),
        marked("Dagen då svaret ska vara lämnat ändras inte."),
    ),
    Event.JOIN: Asks(
        marked("Lägg ihop med samma sak"),
        marked("Svara tillsammans med ett annat ärende"),
        marked("Lägg ihop"),
        marked("Ärendet besvaras nu tillsammans med det andra."),
        marked("Båda räknas, och båda får svaret. Det som kom in först blir det gemensamma."),
    ),
    Event.LEAVE: Asks(
        marked("Ta loss ur det andra ärendet"),
        marked("Ta loss ärendet?"),
        marked("Ta loss"),
        marked("Ärendet besvaras nu för sig."),
    ),
    Event.SETTLE: Asks(
        marked("Ta det i personens eget ärende"),
        marked("Ta det i personens eget ärende"),
        marked("Ta bort texten och avsluta"),
        marked("Ärendet räknas, och innehållet är borttaget."),
        marked("Här räknas det bara. Det som är skrivet hör hemma i personens egen akt."),
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
        marked("Tiden för att svara börjar om från i dag."),
    ),
    Event.REGISTER: Asks(
        marked("Diarieför"),
        marked("Diarieför ärendet"),
        marked("Spara"),
        marked("Ärendet är diariefört."),
    ),
    Event.REGISTER_ANSWER: Asks(
        marked("Diarieför svaret"),
        marked("Är svaret diariefört?"),
        marked("Svaret är diariefört"),
        marked("Svaret är noterat som diariefört."),
    ),
    Event.JUDGE: Asks(
        marked("Skriv vad personen tyckte om svaret"),
        marked("Vad tyckte personen om svaret?"),
        marked("Spara"),
        marked("Det är sparat."),
    ),
    Event.GIVE_CODE: Asks(
        marked("Ge en kod att läsa svaret med"),
        marked("Ge en kod att läsa svaret med"),
        marked("Gör en kod"),
        marked("Koden är gjord."),
        marked("Med koden läser personen svaret på webben. En kod som gavs tidigare slutar gälla."),
    ),
}
READ_DONE = marked("Det nya är läst.")
HAPPENED = {
    "received": marked("Det togs emot."),
    "imported": marked("Ärendet lästes in från tidigare register."),
    "categorised": marked("Ärendet sorterades."),
    "registered": marked("Ärendet diariefördes."),
    "answered": marked("Personen fick svar."),
    "asked": marked("En fråga ställdes till den som hörde av sig."),
    "added": marked("Den som hörde av sig lade till något."),
    "read": marked("Det nya lästes."),
    "judged": marked("Personen sade vad den tyckte om svaret."),
    "answer_registered": marked("Svaret diariefördes."),
    "closed": marked("Ärendet avslutades."),
    "settled_in_case": marked("Ärendet togs i personens eget ärende. Innehållet togs bort här."),
    "reopened": marked("Ärendet öppnades igen."),
    "moved": marked("Ärendet flyttades till en annan enhet."),
    "joined": marked("Ärendet lades ihop med ett annat."),
    "joined_by": marked("Ett ärende till lades ihop med det här."),
    "left": marked("Ärendet togs loss ur ett annat."),
    "assigned": marked("Ärendet fördelades."),
    "reassigned": marked("Ärendet lämnades över till en annan handläggare."),
    "noted": marked("En intern anteckning skrevs."),
    "code_given": marked("En kod gjordes för den som hörde av sig."),
    "asked_other": marked("Ett annat register tillfrågades."),
    "asked_lex_sarah": marked("Frågan om lex Sarah ställdes."),
    "weighed_not_lex_sarah": marked("Någon skrev varför det inte är lex Sarah."),
    "referral_accepted": marked("Ett annat register tog emot frågan."),
    "referral_refused": marked("Ett annat register avböjde frågan, med skäl."),
}
WORK_ONLY = frozenset({"noted", "assigned", "reassigned", "read", "asked_lex_sarah", "weighed_not_lex_sarah"})
