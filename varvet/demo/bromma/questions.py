"""The questions of Bromma's plan for self-checks, numbered as printed: E.1.4 and E.3 do not exist."""

from varvet.demo.site import ListPlan
from varvet.kernel.organisation.categories import CategoryValue

LABELS = {
    "A.1.1": "Dokumentation enligt Socialstyrelsens föreskrifter",
    "A.1.2": "Dokumentation enligt föreskrifter i LSS-verksamhet",
    "A.1.3": "Genomförandeplan inom 15 dagar",
    "A.1.4": "Motivering i förhandsbedömningar",
    "A.2.1": "Utredning klar i tid",
    "A.2.2": "Förhandsbedömning av orosanmälan, vuxna",
    "A.2.3": "Förhandsbedömning inom 14 dagar",
    "A.3.1": "ASI-intervju de senaste fem åren",
    "A.4.1": "Hantering av handlingar med sekretess",
    "A.5.1": "Anmälningar om felaktiga utbetalningar",
    "E.1.1": "Information om bostadstillägg",
    "E.1.2": "Delaktighet i genomförandeplanen",
    "E.1.3": "Upplevd delaktighet och bemötande",
    "E.1.5": "Aktuell förändringsplan",
    "E.1.6": "Orsak till att ekonomiskt bistånd avslutas",
    "E.2.1": "Får bestämma om det som är viktigt",
    "E.4.1": "Träffat det placerade barnet",
    "E.4.2": "Barnsamtal under utredningen",
    "H.1.1": "Avvikelser lyfts på arbetsplatsträffar",
    "H.2.1": "Rutinen för klagomål förankrad",
    "H.3.1": "Checklista när ärenden lämnas över",
    "H.4.1": "Samverkan i ärenden som är aktuella i flera grupper",
    "H.4.2": "Gemensam uppföljning av insatser",
}
GOALS = {
    "A.1": "God kvalitet i dokumentationen",
    "A.2": "Utredningstider",
    "A.3": "Lika bedömning",
    "A.4": "Informationssäkerhet",
    "A.5": "Felaktiga utbetalningar",
    "E.1": "Delaktighet",
    "E.2": "Självbestämmande",
    "E.4": "Barnets rätt att komma till tals",
    "H.1": "En fungerande avvikelsehantering",
    "H.2": "En fungerande hantering av klagomål",
    "H.3": "En samordnad överflyttning av ärenden",
    "H.4": "Samverkan",
}


def code_of(number: str) -> str:
    """ "A.2.3" -> "a-2-3"."""
    return number.lower().replace(".", "-")


QUESTIONS = ListPlan(
    "self_check_question",
    "Frågor i egenkontroll",
    tuple(CategoryValue(code_of(number), f"{number} {label}", aliases=(number,)) for number, label in LABELS.items()),
)
