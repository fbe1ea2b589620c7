"""What is asked of what people write: words that are there, days that have been, and no interest of their own."""

from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.codes import BY_THEMSELVES, Channel


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


def check_told_by(channel: Channel, told_by: str) -> None:
    """What came by telephone or letter came from somebody: who, or that nobody knows."""
    if channel not in BY_THEMSELVES and not told_by.strip():
        raise RuleBroken("lex_sarah.told_by.empty", "Skriv vem som berättade, eller att det är okänt.", field="told_by")


LONGEST_NUMBER = 60  # characters of another system's number


def check_change(before: int | None, after: int | None, reason: str) -> None:
    """Who investigates is changed with a reason; naming the first needs none."""
    if before == after:
        raise RuleBroken("lex_sarah.assign.same", "Välj någon annan än den som utreder nu.", field="investigator")
    if before is not None and not reason.strip():
        raise RuleBroken("lex_sarah.assign.reason", "Skriv varför utredaren byts.", field="reason")


def check_information(day: date | None, words: str, occurred: date | None, today: date) -> None:
    """How the affected person was told, or why not; on a day that has been, and not before it happened."""
    if day is None:
        check_words("words", words, marked("Skriv varför den berörda inte har informerats."))
        return
    check_words("words", words, marked("Skriv hur den berörda fick veta det."))
    check_not_ahead("day", day, today)
    if occurred is not None and day < occurred:
        raise RuleBroken("lex_sarah.day.before", "Dagen är före händelsen. Kontrollera datumet.", field="day")


def check_case_number(number: str) -> None:
    if len(number.strip()) > LONGEST_NUMBER:
        sentence = marked("Numret är för långt. Skriv högst {most} tecken.")
        raise RuleBroken("lex_sarah.number.long", sentence, field="number", values={"most": LONGEST_NUMBER})
