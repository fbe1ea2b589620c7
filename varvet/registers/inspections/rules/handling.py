"""What each step needs: pure decisions, RuleBroken with a sentence where it is not there."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.personal_data import Sort as Found
from varvet.kernel.law.personal_data import find_personal
from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.inspections.rules.codes import Sort
from varvet.registers.inspections.rules.states import Event, check_now, suits

LONGEST_SUBJECT, LONGEST_LINE, LONGEST_SHORT, SHORTEST = 200, 400, 120, 3


@dataclass(frozen=True)
class Period:
    """What time is looked at; None where nobody has said."""

    first: date | None = None
    last: date | None = None


def check_suits(event: Event, sort: str, status: str) -> None:
    """RuleBroken where the state does not let it happen, or the sort has no such step."""
    check_now(event, status)
    if not suits(event, sort, status):
        sentence = marked("Det steget hör inte till den här sortens granskning.")
        raise RuleBroken(f"inspection.{event}.sort", sentence)


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("inspection", field, text, missing)


def check_line(field: str, text: str, missing: str, most: int = LONGEST_LINE) -> None:
    """A line about the organisation: lists and the report show it, so it never carries a personal number."""
    if len(text.strip()) < SHORTEST:
        raise RuleBroken(f"inspection.{field}.empty", missing, field=field)
    check_short(field, text, most)


def check_short(field: str, text: str, most: int = LONGEST_LINE) -> None:
    """As `check_line`, for what may be left empty."""
    if len(text) > most:
        sentence = marked("Skriv högst {most} tecken.")
        raise RuleBroken(f"inspection.{field}.long", sentence, field=field, values={"most": most})
    if any(found.sort is Found.PERSONAL_NUMBER for found in find_personal(text)):
        sentence = marked("Det ser ut som ett personnummer. Skriv om verksamheten, aldrig om en person.")
        raise RuleBroken(f"inspection.{field}.personal", sentence, field=field)


def check_period(period: Period) -> None:
    if period.first and period.last and period.last < period.first:
        sentence = marked("Periodens sista dag är före den första. Kontrollera datumen.")
        raise RuleBroken("inspection.period_last.before", sentence, field="period_last")


def check_provider(sort: str, provider: str) -> None:
    if sort == Sort.CONTRACT and len(provider.strip()) < SHORTEST:
        sentence = marked("Skriv vilken utförare avtalet är med.")
        raise RuleBroken("inspection.provider.empty", sentence, field="provider")


def check_not_ahead(field: str, day: date, today: date) -> None:
    if day > today:
        sentence = marked("Dagen har inte varit än. Kontrollera datumet.")
        raise RuleBroken(f"inspection.{field}.ahead", sentence, field=field)


def check_not_before(field: str, day: date, earlier: date | None) -> None:
    if earlier is not None and day < earlier:
        sentence = marked("Dagen är före det som hände innan. Kontrollera datumet.")
        raise RuleBroken(f"inspection.{field}.before", sentence, field=field)


def check_ahead(field: str, day: date, today: date) -> None:
    if day < today:
        sentence = marked("Dagen har redan varit. Välj i dag eller en senare dag.")
        raise RuleBroken(f"inspection.{field}.past", sentence, field=field)
