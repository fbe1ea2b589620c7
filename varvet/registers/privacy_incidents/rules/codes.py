"""What is chosen among when an incident is assessed and decided on; codes in English, words in Swedish."""

from enum import StrEnum

from varvet.kernel.law.words import marked


class Breach(StrEnum):
    """What the incident did to the data (GDPR article 4.12); one incident can do several."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


BREACH_LABELS: dict[str, str] = {
    Breach.CONFIDENTIALITY: marked("Någon obehörig fick se uppgifterna"),
    Breach.INTEGRITY: marked("Uppgifterna ändrades eller blev fel"),
    Breach.AVAILABILITY: marked("Uppgifterna försvann eller gick inte att nå"),
}


class Counted(StrEnum):
    """How well the number of people is known."""

    EXACT = "exact"
    ESTIMATE = "estimate"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


COUNTED_LABELS: dict[str, str] = {
    Counted.EXACT: marked("Exakt antal"),
    Counted.ESTIMATE: marked("Ungefärligt antal"),
    Counted.INTERVAL: marked("Mellan två tal"),
    Counted.UNKNOWN: marked("Vet inte än"),
}


class Level(StrEnum):
    """The risk to people's rights and freedoms: what GDPR articles 33 and 34 turn on."""

    UNLIKELY = "unlikely"
    RISK = "risk"
    HIGH = "high"


LEVEL_LABELS: dict[str, str] = {
    Level.UNLIKELY: marked("Osannolik risk"),
    Level.RISK: marked("Risk"),
    Level.HIGH: marked("Hög risk"),
}


class Recommendation(StrEnum):
    """What the data protection officer advises."""

    NOTIFY = "notify"
    NEED_NOT = "need_not"


RECOMMENDATION_LABELS: dict[str, str] = {
    Recommendation.NOTIFY: marked("Anmäl till IMY"),
    Recommendation.NEED_NOT: marked("Behöver inte anmälas"),
}


class Answer(StrEnum):
    YES = "yes"
    NO = "no"


NOTIFY_LABELS: dict[str, str] = {
    Answer.YES: marked("Ja, den anmäls till IMY"),
    Answer.NO: marked("Nej, den anmäls inte"),
}
INFORM_LABELS: dict[str, str] = {Answer.YES: marked("Ja, de informeras"), Answer.NO: marked("Nej, de informeras inte")}


class How(StrEnum):
    """How the people concerned were told (GDPR article 34)."""

    LETTER = "letter"
    PHONE = "phone"
    MEETING = "meeting"
    DIGITAL = "digital"
    PUBLIC = "public"


HOW_LABELS: dict[str, str] = {
    How.LETTER: marked("Brev"),
    How.PHONE: marked("Telefon"),
    How.MEETING: marked("Möte"),
    How.DIGITAL: marked("Säkert digitalt meddelande"),
    How.PUBLIC: marked("Allmänt meddelande"),
}


class Ruling(StrEnum):
    """What the authority answered."""

    NO_ACTION = "no_action"
    SUPERVISION = "supervision"
    CRITICISM = "criticism"
    ORDER = "order"
    FINE = "fine"


RULING_LABELS: dict[str, str] = {
    Ruling.NO_ACTION: marked("Avslutat utan åtgärd"),
    Ruling.SUPERVISION: marked("Tillsyn inledd"),
    Ruling.CRITICISM: marked("Kritik eller reprimand"),
    Ruling.ORDER: marked("Föreläggande"),
    Ruling.FINE: marked("Sanktionsavgift"),
}
