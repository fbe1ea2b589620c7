"""What is asked of what people write: words that are there, days that have been, and no interest of their own."""

from datetime import date

from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken


def check_impartial(*, impartial: bool) -> None:
    """Whoever investigates or decides says first that they have no interest of their own in the case."""
    if not impartial:
        raise RuleBroken("lex_sarah.impartial", "Intyga att du inte är jävig i ärendet.", field="impartial")


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("lex_sarah", field, text, missing)


def check_not_ahead(field: str, day: date | None, today: date) -> None:
    """Nothing reported has happened on a day to come."""
    if day is not None and day > today:
        raise RuleBroken(f"lex_sarah.{field}.ahead", "Dagen har inte varit än. Kontrollera datumet.", field=field)
