"""What sort of feedback it is, how it came in, who said it, and what they thought of the answer."""

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
    PAPER = "paper"
    REFERRAL = "referral"
    IMPORTED = "imported"


CHANNEL_LABELS: dict[str, str] = {
    Channel.WEB: marked("Webb"),
    Channel.PHONE: marked("Telefon"),
    Channel.LETTER: marked("Brev"),
    Channel.VISIT: marked("Besök"),
    Channel.SPOKEN: marked("Muntligt i ett möte"),
    Channel.MAIL: marked("E-post"),
    Channel.PAPER: marked("Pappersblankett"),
    Channel.REFERRAL: marked("Fråga från ett annat register"),
    Channel.IMPORTED: marked("Inläst"),
}


class Speaker(StrEnum):
    """Who said it: never a name."""

    CLIENT = "client"
    RELATIVE = "relative"
    OTHER = "other"


SPEAKER_LABELS: dict[str, str] = {
    Speaker.CLIENT: marked("Den som får stöd"),
    Speaker.RELATIVE: marked("En närstående"),
    Speaker.OTHER: marked("Någon annan"),
}


class Contentment(StrEnum):
    """What whoever said it thought of the answer."""

    CONTENT = "content"
    PARTLY = "partly"
    NOT = "not"


CONTENTMENT_LABELS: dict[str, str] = {
    Contentment.CONTENT: marked("Ja, det blev bra"),
    Contentment.PARTLY: marked("Delvis"),
    Contentment.NOT: marked("Nej"),
}
