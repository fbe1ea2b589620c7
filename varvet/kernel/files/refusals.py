"""Why a file is not taken: a reason, and the sentence for whoever sent it."""

from collections.abc import Mapping
from enum import StrEnum

from varvet.kernel.law.words import marked


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    KIND = "kind"
    HEIC = "heic"
    MISMATCH = "mismatch"
    DAMAGED = "damaged"
    TOO_HEAVY = "too_heavy"
    LOCKED = "locked"
    MACROS = "macros"
    COMMANDS = "commands"
    EMBEDDED = "embedded"
    FORMULAS = "formulas"
    INFECTED = "infected"
    TOO_MANY = "too_many"
    NO_ROOM = "no_room"


WORDINGS: dict[Reason, str] = {
    Reason.EMPTY: marked("Filen är tom."),
    Reason.TOO_LARGE: marked("Filen är för stor. Den får vara högst {most} MB."),
    Reason.KIND: marked("Filtypen går inte att ta emot. Skicka PDF, bild, Word, Excel, ODT, text eller CSV."),
    Reason.HEIC: marked("Bilden är i formatet HEIC. Spara den som JPEG och försök igen."),
    Reason.MISMATCH: marked("Filens innehåll stämmer inte med filändelsen. Spara den på nytt och försök igen."),
    Reason.DAMAGED: marked("Filen är skadad och går inte att läsa. Spara den på nytt och försök igen."),
    Reason.TOO_HEAVY: marked("Filen är för stor att öppna. Dela upp den eller spara den i mindre format."),
    Reason.LOCKED: marked("Filen är låst med lösenord. Ta bort lösenordet och försök igen."),
    Reason.MACROS: marked("Filen har makron. Spara den utan makron eller som PDF och försök igen."),
    Reason.COMMANDS: marked("PDF-filen har inbyggda kommandon eller bilagor. Skriv ut den som en ny PDF."),
    Reason.EMBEDDED: marked("Filen har inbäddade objekt eller hämtar innehåll utifrån. Spara den som PDF."),
    Reason.FORMULAS: marked("Filen har formler. Spara bara värdena och försök igen."),
    Reason.INFECTED: marked("Filen innehåller skadlig kod och togs inte emot. Kontakta din it-support."),
    Reason.TOO_MANY: marked("Ärendet kan ha högst {most} filer."),
    Reason.NO_ROOM: marked("Ärendets filer får vara högst {most} MB tillsammans."),
}


class Refused(Exception):
    """The file is not taken. `wording` is Swedish, with {names} in place of `values`; translated where it is shown."""

    def __init__(self, reason: Reason, *, values: Mapping[str, object] | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.wording = WORDINGS[reason]
        self.values = dict(values or {})
