"""What each step says: its link on the record's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.privacy_incidents.rules import Event


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
        marked("Bedöm incidenten"),
        marked("Bedöm incidenten"),
        marked("Spara bedömningen"),
        marked("Incidenten är bedömd."),
        marked("Skriv det ni vet nu. Bedömningen kan ändras när ni vet mer."),
    ),
    Event.ADVISE: Asks(
        marked("Lämna råd"),
        marked("Lämna råd till delegaten"),
        marked("Spara rådet"),
        marked("Rådet är sparat."),
    ),
    Event.DECIDE: Asks(
        marked("Besluta om anmälan"),
        marked("Besluta om anmälan och information"),
        marked("Spara beslutet"),
        marked("Beslutet är sparat."),
    ),
    Event.NOTIFY: Asks(
        marked("Registrera anmälan till IMY"),
        marked("Registrera anmälan till IMY"),
        marked("Spara anmälan"),
        marked("Anmälan är registrerad."),
        marked("Anmälan görs i IMY:s e-tjänst. Här skriver du när den skickades."),
    ),
    Event.SUPPLEMENT: Asks(
        marked("Registrera en komplettering"),
        marked("Registrera en komplettering till IMY"),
        marked("Spara kompletteringen"),
        marked("Kompletteringen är registrerad."),
    ),
    Event.INFORM: Asks(
        marked("Skriv att de berörda är informerade"),
        marked("Hur informerades de berörda?"),
        marked("Spara"),
        marked("Det är sparat att de berörda är informerade."),
        marked("Informationen ska lämnas utan onödigt dröjsmål."),
    ),
    Event.RULING: Asks(
        marked("Skriv vad IMY svarade"),
        marked("Vad svarade IMY?"),
        marked("Spara svaret"),
        marked("IMY:s svar är sparat."),
    ),
    Event.FOLLOW_UP: Asks(
        marked("Planera uppföljning"),
        marked("Planera uppföljningen"),
        marked("Spara planen"),
        marked("Uppföljningen är planerad."),
    ),
    Event.CLOSE: Asks(
        marked("Avsluta incidenten"),
        marked("Avsluta incidenten"),
        marked("Avsluta incidenten"),
        marked("Incidenten är avslutad."),
    ),
    Event.REOPEN: Asks(
        marked("Öppna incidenten igen"),
        marked("Öppna incidenten igen"),
        marked("Öppna igen"),
        marked("Incidenten är öppnad igen."),
        marked("Den bedöms och beslutas på nytt. Det som är skickat till IMY står kvar."),
    ),
    Event.DISMISS: Asks(
        marked("Det är inte en incident"),
        marked("Det är inte en personuppgiftsincident"),
        marked("Avskriv rapporten"),
        marked("Rapporten är avskriven."),
        marked("Rapporten finns kvar, och den som rapporterade läser varför."),
    ),
    Event.ASSIGN: Asks(
        marked("Fördela till en handläggare"),
        marked("Vem ska handlägga?"),
        marked("Fördela"),
        marked("Incidenten är fördelad."),
    ),
    Event.WRITE: Asks(
        marked("Skriv en anteckning eller ett besked"),
        marked("Skriv en anteckning eller ett besked"),
        marked("Spara"),
        marked("Texten är sparad."),
    ),
}
HAPPENED = {
    "received": marked("Incidenten rapporterades."),
    "imported": marked("Incidenten lästes in från tidigare register."),
    "assessed": marked("Incidenten bedömdes."),
    "advised": marked("Dataskyddsombudet lämnade råd."),
    "decided": marked("Delegaten beslutade."),
    "notified": marked("Anmälan till IMY registrerades."),
    "supplemented": marked("Anmälan till IMY kompletterades."),
    "informed": marked("De berörda informerades."),
    "ruled": marked("IMY svarade."),
    "following_up": marked("Uppföljningen planerades."),
    "closed": marked("Incidenten avslutades."),
    "reopened": marked("Incidenten öppnades igen."),
    "dismissed": marked("Rapporten bedömdes som ingen incident."),
    "assigned": marked("Incidenten fördelades."),
    "reassigned": marked("Incidenten fick en ny handläggare."),
    "extended": marked("Tiden förlängdes."),
    "noted": marked("En intern anteckning skrevs."),
    "messaged": marked("Rapportören fick ett besked."),
}
WORK_ONLY = frozenset({"noted", "assigned", "reassigned", "advised", "extended"})
