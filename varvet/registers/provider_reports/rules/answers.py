"""What can be answered about a private provider's report: codes, and the words for them."""

from enum import StrEnum

from varvet.kernel.law.words import marked


class Law(StrEnum):
    SOL = "sol"
    LSS = "lss"


LAW_LABELS: dict[str, str] = {Law.SOL: marked("Socialtjänstlagen"), Law.LSS: marked("Lagen om stöd och service")}


class Channel(StrEnum):
    """How the information came; blank where a question from another register was accepted."""

    LETTER = "letter"
    MAIL = "mail"
    E_SERVICE = "e_service"
    PHONE = "phone"
    MEETING = "meeting"
    CASE = "case"
    OTHER = "other"
    REFERRAL = "referral"


CHANNEL_LABELS: dict[str, str] = {
    Channel.LETTER: marked("Brev"),
    Channel.MAIL: marked("E-post"),
    Channel.E_SERVICE: marked("E-tjänst"),
    Channel.PHONE: marked("Telefon"),
    Channel.MEETING: marked("Möte eller besök"),
    Channel.CASE: marked("Handläggaren i det enskilda ärendet"),
    Channel.OTHER: marked("På annat sätt"),
    Channel.REFERRAL: marked("Fråga från ett annat register"),
}
CHOSEN_CHANNELS = {code: label for code, label in CHANNEL_LABELS.items() if code != Channel.REFERRAL}


class Known(StrEnum):
    """A yes or no that may not be known yet."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


KNOWN_LABELS: dict[str, str] = {
    Known.YES: marked("Ja"),
    Known.NO: marked("Nej"),
    Known.UNKNOWN: marked("Vet inte än"),
}


class Outcome(StrEnum):
    """What the provider's own investigation says that it was."""

    NO_MISCONDUCT = "no_misconduct"
    MISCONDUCT = "misconduct"
    RISK = "risk"
    SERIOUS = "serious"
    SERIOUS_RISK = "serious_risk"


OUTCOME_LABELS: dict[str, str] = {
    Outcome.NO_MISCONDUCT: marked("Inget missförhållande"),
    Outcome.MISCONDUCT: marked("Missförhållande"),
    Outcome.RISK: marked("Påtaglig risk för missförhållande"),
    Outcome.SERIOUS: marked("Allvarligt missförhållande"),
    Outcome.SERIOUS_RISK: marked("Påtaglig risk för allvarligt missförhållande"),
}
TO_AUTHORITY = frozenset({Outcome.SERIOUS, Outcome.SERIOUS_RISK})
MISCONDUCT_OR_RISK = frozenset({Outcome.MISCONDUCT, Outcome.RISK}) | TO_AUTHORITY


class Decision(StrEnum):
    """What the inspectorate (IVO) decided about the provider's notification."""

    ENDED = "ended"
    CRITICISED = "criticised"
    INSPECTS = "inspects"
    OTHER = "other"


DECISION_LABELS: dict[str, str] = {
    Decision.ENDED: marked("IVO avslutade ärendet utan kritik"),
    Decision.CRITICISED: marked("IVO riktade kritik"),
    Decision.INSPECTS: marked("IVO inledde egen tillsyn"),
    Decision.OTHER: marked("Något annat beslut"),
}


class Agreement(StrEnum):
    """Whether our assessment is that of the provider."""

    AGREES = "agrees"
    PARTLY = "partly"
    DISAGREES = "disagrees"
    NO_BASIS = "no_basis"


AGREEMENT_LABELS: dict[str, str] = {
    Agreement.AGREES: marked("Vi delar utförarens bedömning"),
    Agreement.PARTLY: marked("Vi delar den delvis"),
    Agreement.DISAGREES: marked("Vi delar den inte"),
    Agreement.NO_BASIS: marked("Utföraren har inte lämnat någon utredning"),
}


class Subject(StrEnum):
    """What is followed up."""

    CONTRACT = "contract"
    PERSON = "person"


SUBJECT_LABELS: dict[str, str] = {
    Subject.CONTRACT: marked("Avtalet med utföraren"),
    Subject.PERSON: marked("Den person som berörs"),
}
