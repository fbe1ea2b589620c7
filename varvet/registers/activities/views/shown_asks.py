"""What each step says: its link, its page's heading and button, and the word when done. And what has happened."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.activities.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `sub` explains what the step does, where that is not plain."""

    link: str
    heading: str
    button: str
    done: str
    sub: str = ""


ASKS = {
    Event.DONE: Asks(
        marked("Markera som gjord"), marked("Är det gjort?"), marked("Spara"), marked("Aktiviteten är gjord.")
    ),
    Event.NOT_DONE: Asks(
        marked("Den blev inte av"),
        marked("Varför blev den inte av?"),
        marked("Spara"),
        marked("Det är sparat att den inte blev av."),
        marked("Den räknas som planerad men inte gjord."),
    ),
    Event.MOVE: Asks(
        marked("Flytta"),
        marked("Flytta till en annan dag"),
        marked("Flytta"),
        marked("Aktiviteten är flyttad."),
        marked("Det gäller den här gången. De andra ligger kvar."),
    ),
    Event.CANCEL: Asks(
        marked("Ställ in"),
        marked("Ställ in den här gången"),
        marked("Ställ in"),
        marked("Aktiviteten är inställd."),
        marked("Den ska inte göras, och räknas inte som planerad."),
    ),
    Event.REOPEN: Asks(
        marked("Öppna igen"),
        marked("Varför öppnas den igen?"),
        marked("Öppna igen"),
        marked("Aktiviteten är öppnad igen."),
        marked("Den räknas som planerad tills den är gjord."),
    ),
    Event.ASSIGN: Asks(
        marked("Byt ansvarig"), marked("Vem ska ansvara?"), marked("Spara"), marked("Ansvarig är sparad.")
    ),
}
HAPPENED = {
    "planned": marked("Planerades."),
    "replanned": marked("Ändrades när aktiviteten ändrades."),
    "withdrawn": marked("Togs bort när aktiviteten ändrades."),
    "done": marked("Blev gjord."),
    "not_done": marked("Blev inte av."),
    "moved": marked("Flyttades till en annan dag."),
    "cancelled": marked("Ställdes in."),
    "reopened": marked("Öppnades igen."),
    "assigned": marked("Fick en ansvarig."),
    "reassigned": marked("Lämnades över till en annan ansvarig."),
}
