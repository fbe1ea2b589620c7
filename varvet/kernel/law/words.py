"""The law in plain Swedish: a value with its unit, a span of days, and how a row was checked."""

from datetime import date

from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import Term, TermUnit


def marked(text: str) -> str:
    """Marks a text of the interface for translation where Django cannot be imported; it is translated when shown."""
    return text


CHECK_BEFORE_USE = "Kontrollera före användning"

ONE = {
    TermUnit.HOURS: "timme",
    TermUnit.DAYS: "dag",
    TermUnit.WORKING_DAYS: "arbetsdag",
    TermUnit.MONTHS: "månad",
    TermUnit.YEARS: "år",
}
MANY = {
    TermUnit.HOURS: "timmar",
    TermUnit.DAYS: "dagar",
    TermUnit.WORKING_DAYS: "arbetsdagar",
    TermUnit.MONTHS: "månader",
    TermUnit.YEARS: "år",
}
CHECKED = {
    HowChecked.STATUTE_TEXT: "Sedd i författningstexten",
    HowChecked.SECONDARY_SOURCE: "Sedd i en annan källa än författningen",
    HowChecked.MUNICIPAL_DOCUMENTS: "Nämnd i kommuners dokument",
    HowChecked.GENERAL_KNOWLEDGE: "Allmän kunskap",
    HowChecked.NOT_STATED: "Det är inte noterat hur raden är kontrollerad",
    HowChecked.DECIDED_LOCALLY: "Eget mål, beslutat hos er",
}


def unit_word(unit: TermUnit, value: int) -> str:
    return ONE[unit] if value == 1 else MANY[unit]


def length(term: Term) -> str:
    """Value and unit as people say them: 4 månader."""
    return f"{term.value} {unit_word(term.unit, term.value)}"


def validity(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{first.isoformat()} till {last.isoformat()}"
    if first:
        return f"från {first.isoformat()}"
    if last:
        return f"till och med {last.isoformat()}"
    return "datum inte noterat"


def how_checked(status: HowChecked) -> str:
    """How the row was checked; a row that needs a check before use says so first."""
    if status.needs_check:
        return f"{CHECK_BEFORE_USE}. {CHECKED[status]}."
    return CHECKED[status]
