"""What each step says: its link, its page's heading and button, and the word when done. And what has happened."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.payment_errors.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `sub` explains what the step does, where that is not plain."""

    link: str
    heading: str
    button: str
    done: str
    sub: str = ""


ASKS = {
    Event.OPEN: Asks(
        marked("Börja utreda"),
        marked("Börja utreda"),
        marked("Börja utreda"),
        marked("Utredningen är påbörjad."),
        marked("Du blir ansvarig om ingen annan är det."),
    ),
    Event.DISMISS: Asks(
        marked("Avskriv"),
        marked("Avskriv anmälan"),
        marked("Avskriv"),
        marked("Anmälan är avskriven."),
        marked("Inget tyder på att utbetalningen var fel."),
    ),
    Event.LEAVE: Asks(
        marked("Utred inte"),
        marked("Låt bli att utreda"),
        marked("Utred inte"),
        marked("Anmälan utreds inte."),
        marked("Utbetalningen kan vara fel, men ni utreder den inte."),
    ),
    Event.COMPLETE: Asks(
        marked("Skriv vad utredningen visar"),
        marked("Vad visar utredningen?"),
        marked("Spara"),
        marked("Utredningen är klar."),
    ),
    Event.RECLAIM: Asks(
        marked("Ta ställning till återkrav"),
        marked("Återkräver ni pengarna?"),
        marked("Spara"),
        marked("Beslutet om återkrav är sparat."),
    ),
    Event.POLICE: Asks(
        marked("Ta ställning till polisanmälan"),
        marked("Polisanmäler ni?"),
        marked("Spara"),
        marked("Beslutet om polisanmälan är sparat."),
    ),
    Event.CLOSE: Asks(marked("Avsluta"), marked("Avsluta ärendet"), marked("Avsluta"), marked("Ärendet är avslutat.")),
    Event.REOPEN: Asks(
        marked("Öppna igen"),
        marked("Öppna ärendet igen"),
        marked("Öppna igen"),
        marked("Ärendet är öppnat igen."),
        marked("Det utreds på nytt. Det som är skrivet står kvar."),
    ),
    Event.ASSIGN: Asks(
        marked("Byt ansvarig"), marked("Vem ska utreda?"), marked("Spara"), marked("Ansvarig är sparad.")
    ),
    Event.NOTE: Asks(
        marked("Skriv en anteckning"), marked("Skriv en anteckning"), marked("Spara"), marked("Anteckningen är sparad.")
    ),
}
HAPPENED = {
    "received": marked("Anmäldes."),
    "imported": marked("Lästes in från ett annat system."),
    "begun": marked("Utredningen började."),
    "dismissed": marked("Avskrevs."),
    "left": marked("Utreds inte."),
    "completed": marked("Utredningen blev klar."),
    "reclaim_decided": marked("Återkrav bestämdes."),
    "police_decided": marked("Polisanmälan bestämdes."),
    "closed": marked("Avslutades."),
    "reopened": marked("Öppnades igen."),
    "assigned": marked("Fick en ansvarig."),
    "reassigned": marked("Lämnades över till en annan ansvarig."),
    "noted": marked("En anteckning skrevs."),
}
