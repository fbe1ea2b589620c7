"""How far a report has come, in words for whoever reported it."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.deviations.rules.states import STEPS, Status

PLAIN_STEPS = (
    marked("Mottagen"),
    marked("Bedöms"),
    marked("Utreds"),
    marked("Åtgärdas"),
    marked("Följs upp"),
    marked("Klar"),
)
BESIDE = marked("Klar")


@dataclass(frozen=True)
class Plain:
    """A short word, what it means for the reporter, and the step of the way, 0 beside it."""

    label: str
    sentence: str
    step: int


SENTENCES: dict[str, str] = {
    Status.RECEIVED: marked("Vi har tagit emot rapporten. Nu ska den bedömas."),
    Status.ASSESSED: marked("Rapporten är läst och bedömd. Nu avgörs vad som ska göras."),
    Status.INVESTIGATING: marked("Vi tar reda på varför det hände."),
    Status.ACTING: marked("Vi gör något åt det som orsakade händelsen."),
    Status.FOLLOWING_UP: marked("Vi ser efter om det vi gjorde har hjälpt."),
    Status.CLOSED: marked("Arbetet är klart. Läs hur det blev."),
    Status.REOPENED: marked("Rapporten är öppnad igen och ska bedömas på nytt."),
    Status.NOT_DEVIATION: marked("Rapporten bedömdes inte vara en avvikelse. Läs varför."),
    Status.DUPLICATE: marked("Någon annan hade rapporterat samma sak. Rapporterna hör nu ihop."),
}
ELSEWHERE = (marked("Hanteras"), marked("Rapporten hanteras."))


def plain(status: str) -> Plain:
    """A state of the register as its reporter reads it; one that is new to this table says that work goes on."""
    if status not in SENTENCES:
        return Plain(*ELSEWHERE, 0)
    sentence = SENTENCES[status]
    if status == Status.REOPENED:
        return Plain(PLAIN_STEPS[1], sentence, 2)
    if status in STEPS:
        step = STEPS.index(Status(status)) + 1
        return Plain(PLAIN_STEPS[step - 1], sentence, step)
    return Plain(BESIDE, sentence, 0)


# What a reporter is told of the trail, newest wording for each event; what is not here is the handlers' own.
HAPPENED: dict[str, str] = {
    "received": marked("Rapporten kom in."),
    "imported": marked("Rapporten lästes in från ett tidigare register."),
    "added_more": marked("Det kom mer från den som rapporterade."),
    "file_removed": marked("En fil togs bort."),
    "assessed": marked("Rapporten bedömdes."),
    "rerouted": marked("Rapporten skickades till en annan enhet."),
    "investigating": marked("Vi började ta reda på varför det hände."),
    "acting": marked("Vi började göra något åt det."),
    "following_up": marked("Vi bestämde hur det ska följas upp."),
    "followed_up": marked("Vi såg efter om det hjälpte."),
    "joined": marked("Rapporten hanteras tillsammans med en annan."),
    "left": marked("Rapporten hanteras för sig igen."),
    "messaged": marked("Du fick ett besked."),
    "told": marked("Du fick veta hur det blev."),
    "dismissed": marked("Rapporten bedömdes inte vara en avvikelse."),
    "duplicate": marked("Någon annan hade rapporterat samma sak."),
    "closed": marked("Arbetet blev klart."),
    "reopened": marked("Rapporten öppnades igen."),
}
