"""What each step says: its link, its page's heading and button, and the word when done. And what has happened."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.risks.rules import Event


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
        marked("Bedöm risken"),
        marked("Bedöm risken"),
        marked("Spara bedömningen"),
        marked("Risken är bedömd."),
        marked("Det som bedömdes tidigare finns kvar i riskens historik."),
    ),
    Event.TREAT: Asks(
        marked("Bedöm efter åtgärd"),
        marked("Bedöm risken efter åtgärd"),
        marked("Spara bedömningen"),
        marked("Risken är bedömd efter åtgärd."),
    ),
    Event.ACCEPT: Asks(
        marked("Acceptera risken"),
        marked("Acceptera risken för en tid"),
        marked("Acceptera"),
        marked("Risken är accepterad."),
        marked("När tiden har gått ut frågar risken på nytt. Det är du som står för beslutet."),
    ),
    Event.REVIEW: Asks(
        marked("Gå igenom, bedömningen står kvar"),
        marked("Gå igenom risken"),
        marked("Spara genomgången"),
        marked("Genomgången är sparad."),
    ),
    Event.OCCUR: Asks(
        marked("Skriv att den inträffade"),
        marked("Har risken inträffat?"),
        marked("Koppla händelsen"),
        marked("Händelsen är kopplad till risken."),
        marked("Koppla det ärende som visar det."),
    ),
    Event.UNTIE: Asks(
        marked("Lossa en händelse"),
        marked("Lossa en händelse från risken"),
        marked("Lossa händelsen"),
        marked("Händelsen är lossad från risken."),
        marked("När den kopplades av misstag. Den räknas inte längre."),
    ),
    Event.DESCRIBE: Asks(
        marked("Ändra beskrivningen"),
        marked("Ändra beskrivningen"),
        marked("Spara"),
        marked("Beskrivningen är ändrad."),
    ),
    Event.ASSIGN: Asks(
        marked("Byt ansvarig"), marked("Vem har risken?"), marked("Spara"), marked("Ansvarig är sparad.")
    ),
    Event.CLOSE: Asks(
        marked("Avsluta risken"),
        marked("Avsluta risken"),
        marked("Avsluta"),
        marked("Risken är avslutad."),
        marked("När den inte längre är en risk. Det som är skrivet finns kvar."),
    ),
    Event.REOPEN: Asks(
        marked("Öppna igen"),
        marked("Öppna risken igen"),
        marked("Öppna igen"),
        marked("Risken är öppnad igen."),
        marked("Den bedöms på nytt. Det som är skrivet står kvar."),
    ),
}
HAPPENED = {
    "identified": marked("Skrevs in."),
    "imported": marked("Lästes in från en lista."),
    "assessed": marked("Bedömdes."),
    "treated": marked("Bedömdes efter åtgärd."),
    "reviewed": marked("Gicks igenom."),
    "accepted": marked("Accepterades för en tid."),
    "occurred": marked("En händelse kopplades till risken."),
    "untied": marked("En händelse lossades från risken."),
    "described": marked("Beskrivningen ändrades."),
    "assigned": marked("Fick en ansvarig."),
    "reassigned": marked("Lämnades över till en annan ansvarig."),
    "closed": marked("Avslutades."),
    "reopened": marked("Öppnades igen."),
}
