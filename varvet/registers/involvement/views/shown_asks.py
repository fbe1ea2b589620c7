"""What each step says: its link on the activity's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.involvement.rules import Event


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
        marked("Ändra uppgifterna"), marked("Ändra uppgifterna"), marked("Spara"), marked("Uppgifterna är sparade.")
    ),
    Event.HOLD: Asks(
        marked("Den är genomförd"),
        marked("Hur gick det?"),
        marked("Spara"),
        marked("Aktiviteten är genomförd."),
        marked("Det räcker med dagen. Resten kan du fylla i senare."),
    ),
    Event.WRITE: Asks(
        marked("Skriv vad ni hörde"), marked("Vad hörde ni?"), marked("Spara"), marked("Det ni hörde är sparat.")
    ),
    Event.DECIDE: Asks(
        marked("Skriv vad det ledde till"),
        marked("Vad ledde det till?"),
        marked("Spara"),
        marked("Det är sparat."),
        marked("Större ändringar lägger du till som åtgärd. Då följs de upp."),
    ),
    Event.TELL: Asks(
        marked("Återkoppla till dem som deltog"),
        marked("Hur fick de som deltog veta det?"),
        marked("Spara"),
        marked("Återkopplingen är sparad."),
        marked("Här skriver du vad de har fått veta. Inget skickas härifrån."),
    ),
    Event.CONCLUDE: Asks(
        marked("Avsluta"), marked("Avsluta aktiviteten"), marked("Avsluta"), marked("Aktiviteten är avslutad.")
    ),
    Event.CANCEL: Asks(
        marked("Ställ in"), marked("Ställ in aktiviteten"), marked("Ställ in"), marked("Aktiviteten är inställd.")
    ),
    Event.REOPEN: Asks(
        marked("Öppna igen"),
        marked("Öppna aktiviteten igen"),
        marked("Öppna igen"),
        marked("Aktiviteten är öppnad igen."),
        marked("Det som är skrivet står kvar och kan ändras."),
    ),
    Event.ASSIGN: Asks(marked("Byt ansvarig"), marked("Vem ska ansvara?"), marked("Spara"), marked("Det är sparat.")),
    Event.NOTE: Asks(
        marked("Skriv en anteckning"), marked("Skriv en anteckning"), marked("Spara"), marked("Anteckningen är sparad.")
    ),
}
HAPPENED = {
    "planned": marked("Aktiviteten planerades."),
    "recorded": marked("Aktiviteten skrevs in."),
    "described": marked("Uppgifterna ändrades."),
    "held": marked("Aktiviteten genomfördes."),
    "written": marked("Det ni hörde skrevs ner."),
    "decided": marked("Det bestämdes vad den ledde till."),
    "told": marked("De som deltog fick återkoppling."),
    "concluded": marked("Aktiviteten avslutades."),
    "cancelled": marked("Aktiviteten ställdes in."),
    "reopened": marked("Aktiviteten öppnades igen."),
    "assigned": marked("Aktiviteten fick en ny ansvarig."),
    "reassigned": marked("Aktiviteten lämnades över till en annan ansvarig."),
    "noted": marked("En anteckning skrevs."),
}
