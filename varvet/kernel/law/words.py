"""The law in plain Swedish: a value with its unit, a span of days, and how a row was checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import Term, TermUnit


def marked(text: str) -> str:
    """Marks a text of the interface for translation where Django cannot be imported; it is translated when shown."""
    return text


@dataclass(frozen=True)
class Sentence:
    """A marked sentence with {names}, and what stands in their place: said in the reader's language when shown."""

    wording: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.wording.format(**self.values)


CHECK_BEFORE_USE = marked("Kontrollera före användning")

ONE = {
    TermUnit.HOURS: marked("timme"),
    TermUnit.DAYS: marked("dag"),
    TermUnit.WORKING_DAYS: marked("arbetsdag"),
    TermUnit.MONTHS: marked("månad"),
    TermUnit.YEARS: marked("år"),
}
MANY = {
    TermUnit.HOURS: marked("timmar"),
    TermUnit.DAYS: marked("dagar"),
    TermUnit.WORKING_DAYS: marked("arbetsdagar"),
    TermUnit.MONTHS: marked("månader"),
    TermUnit.YEARS: marked("år"),
}
CHECKED = {
    HowChecked.STATUTE_TEXT: marked("Sedd i författningstexten"),
    HowChecked.SECONDARY_SOURCE: marked("Sedd i en annan källa än författningen"),
    HowChecked.MUNICIPAL_DOCUMENTS: marked("Nämnd i kommuners dokument"),
    HowChecked.GENERAL_KNOWLEDGE: marked("Allmän kunskap"),
    HowChecked.NOT_STATED: marked("Det är inte noterat hur raden är kontrollerad"),
    HowChecked.DECIDED_LOCALLY: marked("Eget mål, beslutat hos er"),
}


def unit_word(unit: TermUnit, value: int) -> str:
    return ONE[unit] if value == 1 else MANY[unit]


def length(term: Term) -> str:
    """Value and unit as people say them: 4 månader."""
    return f"{term.value} {unit_word(term.unit, term.value)}"


def validity_wording(first: date | None, last: date | None) -> str:
    """The words around the days of a span, with {first} and {last} in their place."""
    if first and last:
        return marked("{first} till {last}")
    if first:
        return marked("från {first}")
    return marked("till och med {last}") if last else marked("datum inte noterat")


def validity(first: date | None, last: date | None) -> str:
    return validity_wording(first, last).format(first=first, last=last)


def how_checked(status: HowChecked) -> str:
    """How the row was checked; a row that needs a check before use says so first."""
    if status.needs_check:
        return f"{CHECK_BEFORE_USE}. {CHECKED[status]}."
    return CHECKED[status]
