"""What a case is coded with: the act, what it was, and why nothing is opened."""

from enum import StrEnum

from varvet.kernel.law.words import marked


class Law(StrEnum):
    SOL = "sol"
    LSS = "lss"


LAW_LABELS: dict[str, str] = {Law.SOL: marked("Socialtjänstlagen"), Law.LSS: marked("Lagen om stöd och service")}


class Outcome(StrEnum):
    """What the decision says that it was."""

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


class NotOpened(StrEnum):
    """Why no investigation is opened. Blank on a case taken over from elsewhere without its reason."""

    OTHER_PRINCIPAL = "other_principal"
    OUT_OF_SCOPE = "out_of_scope"
    SAME_EVENT = "same_event"


NOT_OPENED_LABELS: dict[str, str] = {
    NotOpened.OTHER_PRINCIPAL: marked("En annan huvudman ansvarar"),
    NotOpened.OUT_OF_SCOPE: marked("Händelsen omfattas inte av lex Sarah"),
    NotOpened.SAME_EVENT: marked("Samma händelse utreds redan"),
}
# What a root may allow itself not to investigate; a root that has decided nothing investigates every report.
DECLINABLE = "lex_sarah_not_opened"


class Channel(StrEnum):
    """How the report came in; blank on one taken over from elsewhere."""

    WEB = "web"
    LINK = "link"
    PHONE = "phone"
    LETTER = "letter"
    MEETING = "meeting"
    REFERRAL = "referral"


BY_THEMSELVES = frozenset({Channel.WEB, Channel.LINK})  # whoever reported wrote it, and got a receipt
CHANNEL_LABELS: dict[str, str] = {
    Channel.WEB: marked("Webb"),
    Channel.LINK: marked("Enhetens länk"),
    Channel.PHONE: marked("Telefon"),
    Channel.LETTER: marked("Brev eller papper"),
    Channel.MEETING: marked("Samtal eller möte"),
    Channel.REFERRAL: marked("Fråga från ett annat register"),
}


class Duty(StrEnum):
    """What the act asks, each in a paragraph of its own."""

    REPORT = "rapportera"
    TELL_STAFF = "informera_personal"
    PROVIDER_TELLS = "enskild_informerar"
    INVESTIGATE = "utreda"
    TELL_AUTHORITY = "anmala_ivo"
