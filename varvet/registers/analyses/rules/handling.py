"""What each step needs: pure decisions, RuleBroken with a sentence where it is not there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.personal_data import Sort as Found
from varvet.kernel.law.personal_data import find_personal
from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken

LONGEST_LINE, LONGEST_QUESTION, SHORTEST, MOST_PEOPLE, MOST_OWN = 300, 160, 3, 500, 20


class Conclusion(StrEnum):
    """Good examples, and what needs to become better."""

    GOOD = "good"
    DEVELOP = "develop"


CONCLUSION_LABELS: dict[str, str] = {
    Conclusion.GOOD: marked("Gott exempel"),
    Conclusion.DEVELOP: marked("Behöver utvecklas"),
}


@dataclass(frozen=True)
class Progress:
    """How far an analysis has come. `unsettled` are the numbers of conclusions that lead to nothing yet."""

    last_day: date
    answered: int
    unsettled: tuple[int, ...] = ()


@dataclass(frozen=True)
class Missing:
    """Something to do before it can be approved: a sentence with its values, and the conclusion where it is one."""

    sentence: str
    values: tuple[tuple[str, object], ...] = ()
    conclusion: int = 0


def before_approving(progress: Progress, today: date) -> list[Missing]:
    found = []
    if progress.last_day >= today:
        sentence = marked("Perioden är inte slut. Analysen kan fastställas efter {day}.")
        found.append(Missing(sentence, (("day", progress.last_day.isoformat()),)))
    if not progress.answered:
        found.append(Missing(marked("Ingen fråga är besvarad.")))
    settle = marked("Slutsats {number} har ingen åtgärd och inget skäl.")
    return found + [Missing(settle, (("number", number),), number) for number in progress.unsettled]


def check_approving(missing: Sequence[Missing]) -> None:
    if missing:
        first = missing[0]
        raise RuleBroken("analysis.approve.missing", first.sentence, values=dict(first.values))


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("analysis", field, text, missing)


def check_line(field: str, text: str, missing: str, most: int = LONGEST_LINE) -> None:
    """A line about the organisation, which improvements and the report show."""
    if len(text.strip()) < SHORTEST:
        raise RuleBroken(f"analysis.{field}.empty", missing, field=field)
    if len(text) > most:
        sentence = marked("Skriv högst {most} tecken.")
        raise RuleBroken(f"analysis.{field}.long", sentence, field=field, values={"most": most})
    if any(found.sort is Found.PERSONAL_NUMBER for found in find_personal(text)):
        sentence = marked("Det ser ut som ett personnummer. Skriv om verksamheten, aldrig om en person.")
        raise RuleBroken(f"analysis.{field}.personal", sentence, field=field)


def check_chosen(field: str, chosen: str, known: Collection[str]) -> None:
    if chosen not in known:
        raise RuleBroken(f"analysis.{field}.list", marked("Välj i listan."), field=field)


def check_begun(first_day: date, today: date) -> None:
    if first_day > today:
        sentence = marked("Perioden har inte börjat. Välj en period som har börjat.")
        raise RuleBroken("analysis.period.ahead", sentence, field="period")


def check_ahead(field: str, day: date, today: date) -> None:
    if day < today:
        sentence = marked("Dagen har redan varit. Välj i dag eller en senare dag.")
        raise RuleBroken(f"analysis.{field}.past", sentence, field=field)


def check_held(day: date, first_day: date, today: date) -> None:
    if day > today:
        sentence = marked("Dagen har inte varit än. Kontrollera datumet.")
        raise RuleBroken("analysis.held_on.ahead", sentence, field="held_on")
    if day < first_day:
        sentence = marked("Dagen är före perioden. Kontrollera datumet.")
        raise RuleBroken("analysis.held_on.before", sentence, field="held_on")


def check_took_part(number: int) -> None:
    if not 1 <= number <= MOST_PEOPLE:
        sentence = marked("Skriv hur många som deltog, mellan 1 och {most}.")
        raise RuleBroken("analysis.took_part.range", sentence, field="took_part", values={"most": MOST_PEOPLE})
