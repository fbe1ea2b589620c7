"""Three questions that lead whoever is unsure to the right form."""

from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked


class Who(StrEnum):
    """Whom it happened to, or could have."""

    CLIENT = "client"
    STAFF = "staff"
    DATA = "data"
    NOBODY = "nobody"


class Told(StrEnum):
    """How it was noticed."""

    SEEN = "seen"
    SAID = "said"


class Harm(StrEnum):
    """What it led to, or could have led to."""

    SERIOUS = "serious"
    LESS = "less"
    UNSURE = "unsure"


class Kind(StrEnum):
    """What it is: where it is reported."""

    DEVIATION = "deviations"
    LEX_SARAH = "lex_sarah"
    FEEDBACK = "feedback"
    PRIVACY = "privacy_incidents"
    WORK_ENVIRONMENT = "work_environment"


@dataclass(frozen=True)
class Advice:
    """What it is in one word, why, and what one does."""

    kind: Kind
    title: str
    why: str


ADVICE = {
    advice.kind: advice
    for advice in (
        Advice(
            Kind.DEVIATION,
            marked("Det här är en avvikelse"),
            marked("Något blev fel, eller var nära att bli det. Är du osäker är en avvikelse alltid rätt."),
        ),
        Advice(
            Kind.LEX_SARAH,
            marked("Det här kan vara ett missförhållande enligt lex Sarah"),
            marked("Någon har kommit till allvarlig skada, eller kunde ha gjort det. Det ska rapporteras genast."),
        ),
        Advice(
            Kind.FEEDBACK,
            marked("Det här är en synpunkt eller ett klagomål"),
            marked("Någon utanför arbetsgruppen har sagt vad hen tycker. Hen ska få ett svar."),
        ),
        Advice(
            Kind.PRIVACY,
            marked("Det här är en personuppgiftsincident"),
            marked("Uppgifter om en person har hamnat fel, gått förlorade eller ändrats. Det är bråttom."),
        ),
        Advice(
            Kind.WORK_ENVIRONMENT,
            marked("Det här gäller arbetsmiljön"),
            marked("Anmäl det i arbetsgivarens system för tillbud och arbetsskador. Prata med din chef."),
        ),
    )
}


def advise(who: Who, told: Told, harm: Harm) -> Advice:
    """Serious harm to somebody we support goes first, however it was told; then whose it is; then who said it."""
    if who is Who.CLIENT and harm is Harm.SERIOUS:
        return ADVICE[Kind.LEX_SARAH]
    if who is Who.DATA:
        return ADVICE[Kind.PRIVACY]
    if who is Who.STAFF:
        return ADVICE[Kind.WORK_ENVIRONMENT]
    return ADVICE[Kind.FEEDBACK if told is Told.SAID else Kind.DEVIATION]
