"""What sort of feedback it is, and how it came in."""

from enum import StrEnum

from varvet.kernel.law.words import marked


class Sort(StrEnum):
    COMPLAINT = "complaint"
    VIEW = "view"
    PRAISE = "praise"
    SUGGESTION = "suggestion"
    QUESTION = "question"


SORT_LABELS: dict[str, str] = {
    Sort.COMPLAINT: marked("Klagomål"),
    Sort.VIEW: marked("Synpunkt"),
    Sort.PRAISE: marked("Beröm"),
    Sort.SUGGESTION: marked("Förbättringsförslag"),
    Sort.QUESTION: marked("Fråga"),
}


class Channel(StrEnum):
    WEB = "web"
    PHONE = "phone"
    LETTER = "letter"
    VISIT = "visit"
    SPOKEN = "spoken"
    MAIL = "mail"
    REFERRAL = "referral"
    IMPORTED = "imported"


CHANNEL_LABELS: dict[str, str] = {
    Channel.WEB: marked("Webb"),
    Channel.PHONE: marked("Telefon"),
    Channel.LETTER: marked("Brev"),
    Channel.VISIT: marked("Besök"),
    Channel.SPOKEN: marked("Muntligt i ett möte"),
    Channel.MAIL: marked("E-post"),
    Channel.REFERRAL: marked("Fråga från ett annat register"),
    Channel.IMPORTED: marked("Inläst"),
}
