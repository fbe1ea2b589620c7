"""What each step says: its link on the analysis's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.analyses.rules import Event


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
    Event.HOLD: Asks(
        marked("Mötet är hållet"),
        marked("Skriv att mötet är hållet"),
        SAVE,
        marked("Mötet är hållet. Svar och slutsatser går fortfarande att ändra."),
    ),
    Event.APPROVE: Asks(
        marked("Fastställ analysen"),
        marked("Fastställ analysen"),
        marked("Fastställ"),
        marked("Analysen är fastställd."),
        marked("Siffror, svar och slutsatser sparas som de är nu. Ditt namn står på analysen."),
    ),
    Event.REOPEN: Asks(
        marked("Öppna igen"),
        marked("Öppna analysen igen"),
        marked("Öppna igen"),
        marked("Analysen är öppnad igen."),
        marked("Siffrorna räknas om, och texten erbjuds inte längre till kvalitetsberättelsen."),
    ),
    Event.WITHDRAW: Asks(
        marked("Ställ in"), marked("Ställ in analysen"), marked("Ställ in"), marked("Analysen är inställd.")
    ),
    Event.DESCRIBE: Asks(marked("Flytta mötet"), marked("Flytta mötet"), SAVE, marked("Mötet är flyttat.")),
    Event.ASSIGN: Asks(marked("Byt ansvarig"), marked("Vem ska hålla i analysen?"), SAVE, SAVED),
    Event.ASK: Asks(marked("Lägg till en fråga"), marked("Vilken fråga saknas?"), SAVE, marked("Frågan är tillagd.")),
    Event.CONCLUDE: Asks(
        marked("Lägg till en slutsats"), marked("Vad är slutsatsen?"), SAVE, marked("Slutsatsen är sparad.")
    ),
    Event.OFFER: Asks(
        marked("Erbjud texten till kvalitetsberättelsen"),
        marked("Erbjud texten till kvalitetsberättelsen"),
        marked("Erbjud texten"),
        marked("Texten står nu i kvalitetsberättelsen."),
        marked("Alla som läser kvalitetsberättelsen kan läsa svaren och slutsatserna. Läs igenom dem först."),
    ),
}
CHANGE = Asks("", marked("Ändra slutsatsen"), SAVE, marked("Slutsatsen är sparad."))
SETTLE = Asks("", marked("Varför behövs ingen åtgärd?"), SAVE, SAVED)
TAKE_BACK = Asks(
    marked("Ta tillbaka texten från kvalitetsberättelsen"),
    marked("Ta tillbaka texten från kvalitetsberättelsen"),
    marked("Ta tillbaka"),
    marked("Texten står inte längre i kvalitetsberättelsen."),
)
HAPPENED = {
    "started": marked("Analysen började förberedas."),
    "moved": marked("Mötet flyttades."),
    "withdrawn": marked("Analysen ställdes in."),
    "assigned": marked("Analysen fick en ny ansvarig."),
    "reassigned": marked("Analysen lämnades över till en annan ansvarig."),
    "answered": marked("Ett svar skrevs."),
    "asked": marked("En fråga lades till."),
    "concluded": marked("En slutsats skrevs."),
    "conclusion_changed": marked("En slutsats ändrades."),
    "settled": marked("Det skrevs varför en slutsats inte behöver någon åtgärd."),
    "held": marked("Mötet hölls."),
    "approved": marked("Analysen fastställdes."),
    "reopened": marked("Analysen öppnades igen."),
    "offered": marked("Texten erbjöds till kvalitetsberättelsen."),
    "taken_back": marked("Texten togs tillbaka från kvalitetsberättelsen."),
}
