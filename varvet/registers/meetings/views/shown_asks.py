"""What each step says: its link, its page's heading and button, and the word when done. And what has happened."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.meetings.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `sub` explains what the step does, where that is not plain."""

    link: str
    heading: str
    button: str
    done: str
    sub: str = ""


ASKS = {
    Event.BEGIN: Asks(
        marked("Börja mötet"),
        marked("Börja mötet"),
        marked("Börja mötet"),
        marked("Mötet har börjat. Pricka av det ni talar om."),
        marked("Bladet står sedan som det är nu. Det som kommer in efteråt tas på nästa möte."),
    ),
    Event.HOLD: Asks(
        marked("Mötet är hållet"),
        marked("Mötet är hållet"),
        marked("Spara"),
        marked("Mötet är sparat. Det som inte lyftes kommer på nästa blad."),
        marked("Det som inte är prickat flyttas till nästa möte."),
    ),
    Event.CLOSE: Asks(
        marked("Avsluta bladet"),
        marked("Avsluta bladet"),
        marked("Avsluta"),
        marked("Bladet är avslutat."),
        marked("Sedan går det inte att ändra på bladet."),
    ),
    Event.NOT_HELD: Asks(
        marked("Mötet blev inte av"),
        marked("Mötet blev inte av"),
        marked("Spara"),
        marked("Det är sparat att mötet inte blev av."),
        marked("Allt på bladet kommer tillbaka på nästa."),
    ),
    Event.ANSWER: Asks(
        marked("Pricka av"), marked("Har ni talat om det?"), marked("Spara"), marked("Svaret är sparat.")
    ),
    Event.ADD: Asks(
        marked("Lägg till en punkt"), marked("Lägg till en punkt"), marked("Lägg till"), marked("Punkten är tillagd.")
    ),
    Event.ASK: Asks(
        marked("Ändra frågan"), marked("Vad ska ni tala om?"), marked("Spara"), marked("Frågan är sparad.")
    ),
    Event.ASSIGN: Asks(
        marked("Byt ansvarig"), marked("Vem håller mötet?"), marked("Spara"), marked("Ansvarig är sparad.")
    ),
}
HAPPENED = {
    "made": marked("Bladet skapades."),
    "begun": marked("Mötet började."),
    "held": marked("Mötet hölls."),
    "closed": marked("Bladet avslutades."),
    "not_held": marked("Mötet blev inte av."),
    "answered": marked("En punkt prickades av."),
    "line_added": marked("En punkt lades till."),
    "question_changed": marked("Frågan att tala om ändrades."),
    "assigned": marked("Fick en annan ansvarig."),
    "reassigned": marked("Lämnades över till en annan."),
}
