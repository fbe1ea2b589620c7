"""Who is told how it went, and how a lesson travels."""

from collections.abc import Collection
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah.rules.checks import check_words

LONGEST_LESSON = 2_000  # characters


class Whom(StrEnum):
    REPORTER = "reporter"
    UNIT = "unit"
    AFFECTED = "affected"


WHOM_LABELS: dict[str, str] = {
    Whom.REPORTER: marked("Den som rapporterade"),
    Whom.UNIT: marked("Enheten"),
    Whom.AFFECTED: marked("Den som berördes"),
}


def check_told(whom: Whom, text: str, *, withheld: bool) -> None:
    """Words for whoever reads, or for what the person affected was told. Only that person can be left untold."""
    if withheld and whom is not Whom.AFFECTED:
        sentence = marked("Bara den som berördes kan lämnas utan besked.")
        raise RuleBroken("lex_sarah.tell.withheld", sentence, field="withheld")
    missing = marked("Skriv varför den berörda inte har fått besked.") if withheld else marked("Skriv hur det blev.")
    check_words("text", text, missing)


def check_lesson(text: str, chosen: Collection[int], offered: Collection[int]) -> None:
    """Units by id. RuleBroken for none, and for one that is not offered."""
    check_words("text", text, "Skriv lärdomen.")
    if len(text) > LONGEST_LESSON:
        sentence = marked("Texten är för lång. Korta den till högst {most} tecken.")
        raise RuleBroken("lex_sarah.share.long", sentence, field="text", values={"most": LONGEST_LESSON})
    if not chosen:
        raise RuleBroken("lex_sarah.share.units", "Välj minst en enhet.", field="units")
    if not set(chosen) <= set(offered):
        raise RuleBroken("lex_sarah.share.unit", "Välj bland enheterna i listan.", field="units")
