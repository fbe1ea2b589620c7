"""The steps from the report to the completed investigation, and what each says."""

from django.utils import timezone

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import DECLINABLE, Event
from varvet.registers.lex_sarah.views.asks import Asks, by_name

ASKS = by_name(
    Asks(
        "open",
        Event.OPEN,
        marked("Inled utredning"),
        marked("Inled en utredning"),
        marked("Inled utredningen"),
        marked("Utredningen är inledd."),
        marked("Du väljer lag och typ, och vem som utreder. Skyldigheten att utreda gäller genast."),
    ),
    Asks(
        "complete",
        Event.COMPLETE,
        marked("Slutför utredningen"),
        marked("Är utredningen klar?"),
        marked("Slutför utredningen"),
        marked("Utredningen är klar. Nu väntar den på beslut."),
        marked("Efter det här går det inte att ändra i utredningen."),
        template="lex_sarah/complete.html",
    ),
    Asks(
        "make_safe",
        Event.NOTE,
        marked("Skriv omedelbara åtgärder"),
        marked("Vad har ni gjort direkt?"),
        marked("Spara"),
        marked("Åtgärderna är sparade."),
    ),
    Asks(
        "inform",
        Event.NOTE,
        marked("Skriv hur den berörda fick veta"),
        marked("Har den berörda fått veta?"),
        marked("Spara"),
        marked("Det du skrev om information är sparat."),
        marked("Den som utsatts har rätt att få veta. Har ni inte berättat ska det finnas ett skäl."),
    ),
    Asks(
        "confirm",
        Event.NOTE,
        marked("Bekräfta för rapportören"),
        marked("Har rapportören fått en bekräftelse?"),
        marked("Ja, den är lämnad"),
        marked("Bekräftelsen är antecknad."),
        marked("Den som rapporterade ska veta att rapporten är framme."),
    ),
    Asks(
        "assign",
        Event.ASSIGN,
        marked("Utse utredare"),
        marked("Vem ska utreda?"),
        marked("Utse"),
        marked("Utredaren är utsedd."),
    ),
    Asks(
        "declare",
        Event.DECLARE,
        marked("Intyga eller anmäl jäv"),
        marked("Är du jävig i ärendet?"),
        marked("Spara"),
        marked("Det du sagt om jäv är sparat."),
        marked("Säg det som gäller dig själv. Den som är jävig varken utreder eller beslutar."),
    ),
    Asks(
        "case_reference",
        Event.NOTE,
        marked("Skriv den berördas ärendenummer"),
        marked("Den berördas eget ärende"),
        marked("Spara"),
        marked("Numret är sparat."),
        marked("Numret sparas krypterat. Varje läsning antecknas."),
        permission=actions.CASE_REFERENCE,
    ),
    Asks(
        "secrecy",
        Event.NOTE,
        marked("Ändra sekretessen"),
        marked("Ska enhetens chef kunna läsa?"),
        marked("Spara"),
        marked("Sekretessen är ändrad."),
        marked("Handlar ärendet om chefen ska chefen inte se något av det, inte ens numret."),
    ),
    Asks(
        "join",
        Event.JOIN,
        marked("Lägg ihop med ett annat ärende"),
        marked("Utred tillsammans med ett annat ärende"),
        marked("Lägg ihop"),
        marked("Rapporten utreds nu i det andra ärendet."),
        marked("Varje rapport räknas, men utredningen är en."),
        template="lex_sarah/other_step.html",
    ),
    Asks(
        "decline",
        Event.DECLINE,
        marked("Inled inte utredning"),
        marked("Varför inleds ingen utredning?"),
        marked("Avsluta utan utredning"),
        marked("Rapporten är avslutad utan utredning."),
        marked("Ärendet avslutas. Skälet finns kvar och kan läsas i efterhand."),
    ),
    Asks(
        "leave",
        Event.LEAVE,
        marked("Ta loss ur ärendet"),
        marked("Ta loss rapporten ur ärendet?"),
        marked("Ta loss"),
        marked("Rapporten hanteras nu för sig."),
    ),
)
# Reached from the investigation itself, not from the list of steps.
CAUSES = Asks(
    "causes",
    Event.WRITE,
    "",
    marked("Lägg till en orsak"),
    marked("Spara orsaken"),
    marked("Orsaken är sparad."),
)
EXCUSE = Asks(
    "excuse",
    Event.WRITE,
    "",
    marked("Ingen åtgärd behövs"),
    marked("Spara skälet"),
    marked("Skälet är sparat."),
)
REMOVE_CAUSE = Asks(
    "remove_cause",
    Event.WRITE,
    "",
    marked("Ta bort orsaken?"),
    marked("Ta bort"),
    marked("Orsaken är borttagen."),
    marked("Orsaken och dess text tas bort."),
)
ADD_EVENT = Asks(
    "events",
    Event.WRITE,
    "",
    marked("Lägg till en händelse"),
    marked("Spara händelsen"),
    marked("Händelsen är sparad."),
    marked("Varje händelse bedöms för sig i beslutet."),
)
CHANGE_EVENT = Asks(
    "change_event",
    Event.WRITE,
    "",
    marked("Ändra händelsen"),
    marked("Spara händelsen"),
    marked("Händelsen är sparad."),
)
REMOVE_EVENT = Asks(
    "remove_event",
    Event.WRITE,
    "",
    marked("Ta bort händelsen?"),
    marked("Ta bort"),
    marked("Händelsen är borttagen."),
    marked("Händelsen och dess text tas bort."),
)


def fits(name: str, case: LexSarah) -> bool:
    """Whether there is anything left for the step to do, and the root allows it."""
    if name == "confirm":
        return case.confirmed_on is None
    if name == "decline":
        return bool(get_setting(case.root, DECLINABLE, timezone.localdate()))
    return True
