"""What each step needs: pure decisions, RuleBroken with a sentence where it is not there."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.personal_data import Sort as Found
from varvet.kernel.law.personal_data import find_personal
from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.involvement.rules.answers import Result

LONGEST_WHOM, LONGEST_RESULT = 120, 200
MOST_PEOPLE = 100_000
FEW = 5  # fewer than so many might be known by those around them: the report never says how many they were


@dataclass(frozen=True)
class People:
    """How many were invited and how many took part; None where nobody counted."""

    invited: int | None = None
    took_part: int | None = None


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("activity", field, text, missing)


def check_whom(whom: str) -> None:
    """A group, in one line: it stands in lists and in the report."""
    if len(whom.strip()) < 3:
        raise RuleBroken("activity.whom.empty", marked("Skriv vilken grupp det gällde."), field="whom")
    if len(whom) > LONGEST_WHOM:
        sentence = marked("Skriv högst {most} tecken om gruppen.")
        raise RuleBroken("activity.whom.long", sentence, field="whom", values={"most": LONGEST_WHOM})
    _check_no_number("whom", whom)


def check_result(result: Result, line: str) -> None:
    """What was changed, or why nothing was, in one line: it stands in the report."""
    if len(line.strip()) < 3:
        sentence = marked("Skriv kort vad som ändrades.")
        if result is Result.NO_CHANGE:
            sentence = marked("Skriv kort varför inget ändrades.")
        raise RuleBroken("activity.result_line.empty", sentence, field="result_line")
    if len(line) > LONGEST_RESULT:
        sentence = marked("Skriv högst {most} tecken.")
        raise RuleBroken("activity.result_line.long", sentence, field="result_line", values={"most": LONGEST_RESULT})
    _check_no_number("result_line", line)


def _check_no_number(field: str, text: str) -> None:
    """A line that is shown widely never carries a personal number; what may be a name is only asked about."""
    if any(found.sort is Found.PERSONAL_NUMBER for found in find_personal(text)):
        sentence = marked("Det ser ut som ett personnummer. Skriv om gruppen, aldrig om en person.")
        raise RuleBroken(f"activity.{field}.personal", sentence, field=field)


def check_people(people: People) -> None:
    counts = (("invited", people.invited), ("took_part", people.took_part))
    for field, number in counts:
        if number is not None and not 0 <= number <= MOST_PEOPLE:
            raise RuleBroken(f"activity.{field}.number", marked("Skriv ett rimligt antal."), field=field)
    if people.invited is not None and people.took_part is not None and people.took_part > people.invited:
        sentence = marked("Fler kan inte ha deltagit än de som bjöds in. Lämna inbjudna tomt vid öppen inbjudan.")
        raise RuleBroken("activity.took_part.more", sentence, field="took_part")


def check_held(day: date, today: date) -> None:
    if day > today:
        sentence = marked("Dagen har inte varit än. Planera aktiviteten i stället.")
        raise RuleBroken("activity.day.ahead", sentence, field="day")


def check_planned(day: date, today: date) -> None:
    if day < today:
        sentence = marked("Dagen har redan varit. Skriv in aktiviteten som genomförd i stället.")
        raise RuleBroken("activity.day.past", sentence, field="day")


def check_told(told_on: date, held_on: date, today: date) -> None:
    if told_on > today:
        sentence = marked("Dagen har inte varit än. Kontrollera datumet.")
        raise RuleBroken("activity.told_on.ahead", sentence, field="told_on")
    if told_on < held_on:
        sentence = marked("Dagen är före aktiviteten. Kontrollera datumet.")
        raise RuleBroken("activity.told_on.before", sentence, field="told_on")


def is_few(number: int) -> bool:
    return 0 < number < FEW
