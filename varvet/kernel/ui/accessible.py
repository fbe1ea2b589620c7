"""What the law asks of the page about accessibility: how far the pages come, how that is known, and whom to tell."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.organisation.tree import list_roots

ASSESSED_ON = date(2026, 11, 22)  # when those who build the program last went through the list below
CONTACT = "accessibility_contact"

SHORTCOMINGS = (
    marked("Dokument som någon har bifogat kan sakna taggar för uppläsning."),
    marked("Rapporten som PDF är taggad, men breda tabeller kan vara svåra att följa."),
    marked("Rapporter, lagens ord och organisationens egna listor finns bara på svenska."),
    marked("Du loggas ut efter tio timmar utan varning. Det som är sparat som utkast finns kvar."),
    marked("Sidorna är inte prövade av personer som använder skärmläsare varje dag."),
    marked("Ingen oberoende granskning är gjord än."),
)
TESTED = (
    marked("Varje sida prövas med ett verktyg som hittar fel mot WCAG, på telefon och dator."),
    marked("Ljust och mörkt utseende prövas, och sidor i dubbel storlek."),
    marked("Att rapportera prövas med bara tangentbord, och utan JavaScript."),
    marked("Kontrasten räknas ut för varje färg som används."),
    marked("Våra egna meningar är högst tjugo ord långa."),
)


@dataclass(frozen=True)
class Responsible:
    """An organisation that answers for its pages, and where it is told of faults (empty when it has not said)."""

    name: str
    contact: str

    @property
    def is_email(self) -> bool:
        return "@" in self.contact


def list_responsible(request: HttpRequest, today: date) -> list[Responsible]:
    """The reader's own organisation; all of them for who is not logged in, since the page belongs to each."""
    reader: Reader | None = getattr(request, "reader", None)
    own = reader.root if reader else None
    return [_responsible(root, today) for root in ([own] if own else list_roots())]


def _responsible(root: Unit, today: date) -> Responsible:
    return Responsible(root.name, str(get_setting(root, CONTACT, today)))
