"""What a root may choose: each choice with its words, its shape, and what a right value is."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from varvet.kernel.law.harm import fault_in_never, fault_in_words
from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.organisation.models import Unit

LONGEST_LINE, MOST_LINES = 160, 500
FIRST_MONTH, LAST_MONTH = 1, 12
CODE = re.compile(r"[^\W_]{1,8}")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
NUMBER = re.compile(r"[+0-9][0-9 \-]{5,}")


class Shape(StrEnum):
    """How a value is written, and what type it is kept as."""

    TEXT = "text"  # str
    CONTACT = "contact"  # str: an e-mail address or a telephone number
    MONTH = "month"  # int, 1-12
    YES_NO = "yes_no"  # bool
    LINES = "lines"  # list of str, one a line
    CODED = "coded"  # codes with names, one of them a line: "A: Trygghet"
    ONE = "one"  # one of the codes that can be chosen
    SOME = "some"  # list of them


class Group(StrEnum):
    """Under which heading a choice stands."""

    ORGANISATION = "organisation"
    QUALITY = "quality"
    DEVIATIONS = "deviations"
    LEX_SARAH = "lex_sarah"
    OTHERS = "others"


GROUP_LABELS: dict[str, str] = {
    Group.ORGANISATION: marked("Organisationen"),
    Group.QUALITY: marked("Kvalitetsarbetet"),
    Group.LEX_SARAH: marked("Lex Sarah"),
    Group.DEVIATIONS: marked("Avvikelser"),
    Group.OTHERS: marked("Övriga register"),
}


def no_fault(_value: Any) -> Sentence | None:
    return None


@dataclass(frozen=True)
class SettingCard:
    """One choice of a root's. Texts are marked; `changes` says what comes of choosing anew.

    What is chosen among has its codes in `labels`, or in another choice of the root's, named by `among`. `fault` is
    what a value must be besides its shape.
    """

    key: str
    label: str
    help: str
    changes: str
    group: Group
    shape: Shape
    labels: Mapping[str, str] = field(default_factory=dict)
    among: str = ""
    fault: Callable[[Any], Sentence | None] = no_fault


@dataclass(frozen=True)
class ListCard:
    """A root's own list of categories. Texts are marked.

    `counted` are codes the program counts apart: every version has them. `multiple` is whether a record may have
    several, for a list that has no version yet.
    """

    key: str
    label: str
    help: str
    group: Group
    counted: frozenset[str] = frozenset()
    multiple: bool = False


@dataclass(frozen=True)
class PageCard:
    """A page of its own where a root arranges something; `now` says in a few words how it stands on a day."""

    label: str
    help: str
    group: Group
    url_name: str
    permission: str
    now: Callable[[Unit, date], str]


Card = SettingCard | ListCard | PageCard


def fault_of(card: SettingCard, value: Any, labels: Mapping[str, str]) -> Sentence | None:
    """What is wrong with a value, in a sentence; None for one that can be chosen. `labels` are what can be chosen."""
    if card.shape in {Shape.ONE, Shape.SOME}:
        return _among(value if isinstance(value, list) else [value], labels)
    found = FAULTS[card.shape](value) if card.shape in FAULTS else None
    return found or card.fault(value)


def _among(codes: Sequence[str], labels: Mapping[str, str]) -> Sentence | None:
    return None if set(codes) <= set(labels) else Sentence(marked("Välj bland det som finns."))


def _text(value: str) -> Sentence | None:
    if len(value) > LONGEST_LINE:
        return Sentence(marked("Skriv högst {most} tecken."), {"most": LONGEST_LINE})
    return None


def _contact(value: str) -> Sentence | None:
    if value and not ADDRESS.fullmatch(value) and not NUMBER.fullmatch(value):
        return Sentence(marked("Skriv en e-postadress eller ett telefonnummer."))
    return _text(value)


def _month(value: int) -> Sentence | None:
    return None if FIRST_MONTH <= value <= LAST_MONTH else Sentence(marked("Välj en månad."))


def _lines(value: Sequence[str]) -> Sentence | None:
    if any(len(line) > LONGEST_LINE for line in value):
        return Sentence(marked("Skriv högst {most} tecken på varje rad."), {"most": LONGEST_LINE})
    if len(value) > MOST_LINES:
        return Sentence(marked("Skriv högst {most} rader."), {"most": MOST_LINES})
    return None


def _coded(value: Mapping[str, str]) -> Sentence | None:
    wrong = next((code for code, name in value.items() if not CODE.fullmatch(code) or not name), None)
    if wrong is not None:
        sentence = marked("Skriv en kod, ett kolon och ett namn på varje rad. Det här går inte: {line}")
        return Sentence(sentence, {"line": wrong[:LONGEST_LINE]})
    return _lines(list(value.values()))


FAULTS: dict[Shape, Callable[[Any], Sentence | None]] = {
    Shape.TEXT: _text,
    Shape.CONTACT: _contact,
    Shape.MONTH: _month,
    Shape.LINES: _lines,
    Shape.CODED: _coded,
}

SETTINGS = (
    SettingCard(
        "organisation_name",
        marked("Organisationens namn"),
        marked("Så som det ska stå i rapporter och brev, till exempel Socialförvaltningen."),
        marked("Nya rapporter och brev får namnet. Det som är fastställt ändras inte."),
        Group.ORGANISATION,
        Shape.TEXT,
    ),
    SettingCard(
        "owner_name",
        marked("Kommunen"),
        marked("Kommunens namn, till exempel Alingsås kommun."),
        marked("Nya rapporter får namnet. Det som är fastställt ändras inte."),
        Group.ORGANISATION,
        Shape.TEXT,
    ),
    SettingCard(
        "department_name",
        marked("Avdelningen"),
        marked("Om rapporterna gäller en avdelning: avdelningens namn. Annars tomt."),
        marked("Nya rapporter får namnet. Det som är fastställt ändras inte."),
        Group.ORGANISATION,
        Shape.TEXT,
    ),
    SettingCard(
        "addressee",
        marked("Nämnden"),
        marked("Vem rapporterna lämnas till, till exempel Socialnämnden."),
        marked("Nya rapporter och brev får namnet. Det som är fastställt ändras inte."),
        Group.ORGANISATION,
        Shape.TEXT,
    ),
    SettingCard(
        "accessibility_contact",
        marked("Kontakt om tillgänglighet"),
        marked("E-postadress eller telefonnummer dit vem som helst kan höra av sig."),
        marked("Den står på sidan om tillgänglighet, som alla kan läsa."),
        Group.ORGANISATION,
        Shape.CONTACT,
    ),
    SettingCard(
        "quality_year_first_month",
        marked("Kvalitetsåret börjar i"),
        marked("Ett kvalitetsår är tolv månader och heter efter det år då det slutar."),
        marked("Rapporter, åtgärder och jämförelser räknas på de nya åren från och med det år dagen ligger i."),
        Group.QUALITY,
        Shape.MONTH,
    ),
    SettingCard(
        "quality_areas",
        marked("Kvalitetsområden"),
        marked("Ett område på varje rad: kod, kolon och namn. Till exempel A: Trygghet och säkerhet."),
        marked("Nya bedömningar väljer bland dem. Det som redan är bedömt behåller sin kod."),
        Group.QUALITY,
        Shape.CODED,
    ),
    SettingCard(
        "focus_areas",
        marked("Årets fokusområden"),
        marked("De kvalitetsområden som ni arbetar särskilt med det året."),
        marked("De märks ut i årets kvalitetsberättelse."),
        Group.QUALITY,
        Shape.SOME,
        among="quality_areas",
    ),
    SettingCard(
        "harm_words",
        marked("Ord som kan tyda på skada eller övergrepp"),
        marked(
            'Ett ord på varje rad. Ordet räknas i alla böjningar, "inom citattecken" bara som det står. '
            "En stjärna står för resten av en sammansättning: blåmärk* eller *skada."
        ),
        marked("Öppna rapporter läses igenom på nytt. Den som handlägger får ta ställning till det som hittas."),
        Group.LEX_SARAH,
        Shape.LINES,
        fault=fault_in_words,
    ),
    SettingCard(
        "harm_words_never",
        marked("Ord som aldrig räknas som skada"),
        marked("Ett helt ord på varje rad, så som det står i texten. De går före orden i den andra listan."),
        marked("Nya texter läses med listan. Det som redan är uppmärksammat ligger kvar tills någon tar ställning."),
        Group.LEX_SARAH,
        Shape.LINES,
        fault=fault_in_never,
    ),
)
