"""A case's states in the words of whoever reported it, and what of the trail they are told."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.lex_sarah.rules.states import Status

PLAIN_STEPS = (
    marked("Mottagen"),
    marked("Utreds"),
    marked("Beslutas"),
    marked("Följs upp"),
    marked("Klar"),
)


@dataclass(frozen=True)
class Plain:
    """`step` 1-5 of PLAIN_STEPS, 0 beside them. Both texts are marked."""

    label: str
    sentence: str
    step: int


PLAIN: dict[str, Plain] = {
    Status.RECEIVED: Plain(PLAIN_STEPS[0], marked("Den som utreder lex Sarah läser din rapport."), 1),
    Status.OPENED: Plain(PLAIN_STEPS[1], marked("Vi tar reda på vad som hände och varför."), 2),
    Status.INVESTIGATED: Plain(PLAIN_STEPS[2], marked("Utredningen är klar. Nu fattas beslut."), 3),
    Status.DECIDED: Plain(PLAIN_STEPS[3], marked("Beslut är fattat. Åtgärderna följs upp."), 4),
    Status.REPORTED: Plain(PLAIN_STEPS[3], marked("Händelsen är anmäld till IVO. Åtgärderna följs upp."), 4),
    Status.AUTHORITY_DECIDED: Plain(PLAIN_STEPS[3], marked("IVO har beslutat. Åtgärderna följs upp."), 4),
    Status.FOLLOWING_UP: Plain(PLAIN_STEPS[3], marked("Vi ser efter om åtgärderna hjälper."), 4),
    Status.CLOSED: Plain(PLAIN_STEPS[4], marked("Arbetet är klart."), 5),
    Status.NOT_OPENED: Plain(marked("Utreds inte"), marked("Vi har bestämt att inte inleda en utredning."), 0),
}
TOLD: dict[str, str] = {
    "received": marked("Rapporten kom in."),
    "confirmed": marked("Du fick en bekräftelse."),
    "added_more": marked("Du lade till något."),
    "opened": marked("En utredning inleddes."),
    "not_opened": marked("Ingen utredning inleddes."),
    "joined": marked("Rapporten utreds tillsammans med en annan."),
    "left": marked("Rapporten hanteras för sig igen."),
    "completed": marked("Utredningen blev klar."),
    "decided": marked("Beslut fattades."),
    "reported_to_authority": marked("Händelsen anmäldes till IVO."),
    "following_up": marked("Åtgärderna följs upp."),
    "authority_decided": marked("IVO fattade beslut."),
    "told_reporter": marked("Du fick veta hur det blev."),
    "sent_back": marked("Mer behövde utredas."),
    "reopened": marked("Ärendet öppnades igen."),
    "closed": marked("Arbetet blev klart."),
}
