"""What a deviation may be as well: where else somebody must know, asked once when it is assessed."""

from collections.abc import Collection
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.rules.handover import Destination
from varvet.registers.deviations.rules.states import Nature

LEX_SARAH = "lex_sarah"


class Also(StrEnum):
    """Each is asked of a register, or handed over to somebody outside."""

    LEX_SARAH = "lex_sarah"
    PRIVATE_PROVIDER = "provider_reports"
    PRIVACY = "privacy_incidents"
    HEALTH_CARE = "health_care"
    COLLABORATION = "collaboration"
    COMPLAINT = "feedback"
    WORK_ENVIRONMENT = "work_environment"
    ANIMAL_WELFARE = "animal_welfare"


ALSO_LABELS: dict[str, str] = {
    Also.LEX_SARAH: marked("Möjlig lex Sarah"),
    Also.PRIVATE_PROVIDER: marked("Lex Sarah hos en privat utförare"),
    Also.PRIVACY: marked("Personuppgiftsincident"),
    Also.HEALTH_CARE: marked("Avvikelse i hälso- och sjukvård"),
    Also.COLLABORATION: marked("Avvikelse i samverkan"),
    Also.COMPLAINT: marked("Klagomål"),
    Also.WORK_ENVIRONMENT: marked("Arbetsskada eller tillbud"),
    Also.ANIMAL_WELFARE: marked("Djur som far illa"),
}
ALSO_HELP: dict[str, str] = {
    Also.LEX_SARAH: marked("Någon har farit illa, eller riskerat att göra det, i vår verksamhet."),
    Also.PRIVATE_PROVIDER: marked("Det har hänt hos någon som ni har avtal med. Utföraren utreder själv."),
    Also.PRIVACY: marked("Personuppgifter har hamnat fel, gått förlorade eller setts av någon obehörig."),
    Also.HEALTH_CARE: marked("Ett fall, ett läkemedel eller annan vård gick fel."),
    Also.COLLABORATION: marked("Något brast mellan oss och till exempel regionen eller en annan förvaltning."),
    Also.COMPLAINT: marked("En klient eller anhörig är missnöjd och vill ha svar."),
    Also.WORK_ENVIRONMENT: marked("En medarbetare har skadats eller kunde ha skadats. Anmäls i arbetsgivarens system."),
    Also.ANIMAL_WELFARE: marked("Ett djur vanvårdas, lex Maja. Du får anmäla det till länsstyrelsen."),
}
# The register that is asked, and what of it.
QUESTIONS: dict[Also, tuple[str, str]] = {
    Also.LEX_SARAH: (LEX_SARAH, ""),
    Also.PRIVATE_PROVIDER: ("provider_reports", ""),
    Also.PRIVACY: ("privacy_incidents", ""),
    Also.HEALTH_CARE: ("deviations", Nature.HEALTH_CARE),
    Also.COLLABORATION: ("deviations", Nature.COLLABORATION),
    Also.COMPLAINT: ("feedback", ""),
}
OUTSIDE: dict[Also, Destination] = {
    Also.WORK_ENVIRONMENT: Destination.WORK_ENVIRONMENT,
    Also.ANIMAL_WELFARE: Destination.ANIMAL_WELFARE,
}
TOPIC_LABELS: dict[str, str] = {
    Nature.DEVIATION: marked("Är det en avvikelse?"),
    Nature.HEALTH_CARE: marked("Är det en avvikelse i hälso- och sjukvård?"),
    Nature.COLLABORATION: marked("Är det en avvikelse i samverkan?"),
}


def check_also(nature: Nature, also: Collection[Also]) -> None:
    """What it is, it is not as well."""
    if nature in {str(one) for one in also}:
        raise RuleBroken("deviation.also.same", "Du har redan valt det som vad det är. Ta bort krysset.", field="also")
