"""What each step of a hand-over says, and the page where what others have a part in is described."""

from varvet.kernel.law.words import marked
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Handing, Nature
from varvet.registers.deviations.views.shown_asks import Asks

BEGIN = Asks(
    marked("Lämna över till någon annan"),
    marked("Vem mer behöver få den?"),
    marked("Fortsätt"),
    marked("Överlämningen väntar på att bli gjord."),
    marked("Avvikelsen är kvar här. Du bevakar att den kommer fram och att svaret kommer."),
)
HANDING = {
    Handing.HAND_OVER: Asks(
        marked("Lämna över"),
        marked("Lämna över"),
        marked("Spara överlämningen"),
        marked("Överlämningen är gjord. Nu väntar vi på svar."),
    ),
    Handing.SEND: Asks(
        marked("Svara motparten"),
        marked("Svara motparten"),
        marked("Spara svaret"),
        marked("Svaret är skickat."),
    ),
    Handing.NOTE_ANSWER: Asks(
        marked("Skriv in svaret"),
        marked("Vad svarade de?"),
        marked("Spara svaret"),
        marked("Svaret är sparat."),
    ),
    Handing.NEEDS_NO_ANSWER: Asks(
        marked("Inget svar behövs"),
        marked("Behövs inget svar?"),
        marked("Sluta vänta på svar"),
        marked("Ni väntar inte längre på svar."),
    ),
    Handing.WITHDRAW: Asks(
        marked("Lämna inte över"),
        marked("Ska den inte lämnas över?"),
        marked("Lämna inte över"),
        marked("Överlämningen är tillbakatagen."),
    ),
    Handing.ENTRUST: Asks(
        marked("Byt ansvarig"),
        marked("Vem ska bevaka överlämningen?"),
        marked("Spara"),
        marked("Överlämningen har fått en ansvarig."),
    ),
}
HEALTH_CARE = Asks(
    marked("Beskriv vad som hände i vården"),
    marked("Vad hände i vården?"),
    marked("Spara uppgifterna"),
    marked("Uppgifterna är sparade."),
)
COLLABORATION = Asks(
    marked("Beskriv samverkan"),
    marked("Vem samverkade vi med, och vad brast?"),
    marked("Spara uppgifterna"),
    marked("Uppgifterna är sparade."),
)


def asks_of(deviation: Deviation) -> Asks:
    """Of the page where it is said what others have a part in."""
    return HEALTH_CARE if deviation.nature == Nature.HEALTH_CARE else COLLABORATION
