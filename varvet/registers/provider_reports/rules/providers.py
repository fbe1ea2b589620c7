"""What a provider in the root's list must be: a name, and a number that can be one."""

import re
from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

NUMBER = re.compile(r"[0-9]{6}-?[0-9]{4}")
LONGEST_NAME, LONGEST_CONTRACT = 120, 120


def tidy_number(written: str) -> str:
    """An organisation number as 556012-5790; empty for none. RuleBroken for what can be no such number."""
    bare = written.strip()
    if not bare:
        return ""
    if not NUMBER.fullmatch(bare) or not _checks(bare.replace("-", "")):
        sentence = marked("Numret är inget organisationsnummer. Skriv det som 556012-5790.")
        raise RuleBroken("provider.number", sentence, field="organisation_number")
    digits = bare.replace("-", "")
    return f"{digits[:6]}-{digits[6:]}"


def _checks(digits: str) -> bool:
    """By the check digit, and by the third: below 2 it would be somebody's personal number."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return int(digits[2]) >= 2 and sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def check_provider_row(name: str, first_day: date, last_day: date | None) -> None:
    if not name.strip():
        raise RuleBroken("provider.name", "Skriv utförarens namn.", field="name")
    if last_day is not None and last_day < first_day:
        raise RuleBroken("provider.last_day", "Sista dagen är före den första.", field="last_day")
