"""What an inspection is coded with: its sort, and what the one who inspected found."""

from collections.abc import Iterable
from enum import StrEnum

from varvet.kernel.law.words import marked


class Sort(StrEnum):
    EXTERNAL = "external"
    QUESTIONS = "questions"
    INTERNAL = "internal"
    CONTRACT = "contract"
    OWN = "own"


SORT_LABELS: dict[str, str] = {
    Sort.EXTERNAL: marked("Extern tillsyn eller granskning"),
    Sort.QUESTIONS: marked("Frågor utifrån att svara på"),
    Sort.INTERNAL: marked("Intern granskning"),
    Sort.CONTRACT: marked("Avtalsuppföljning"),
    Sort.OWN: marked("Uppföljning av egen regi"),
}
FROM_OUTSIDE = frozenset({Sort.EXTERNAL, Sort.QUESTIONS})  # somebody else asks, and is answered


class Finding(StrEnum):
    """The gravest first."""

    CRITICISM = "criticism"
    REMARK = "remark"
    RECOMMENDATION = "recommendation"
    NOTHING = "nothing"


FINDING_LABELS: dict[str, str] = {
    Finding.CRITICISM: marked("Kritik"),
    Finding.REMARK: marked("Påpekande"),
    Finding.RECOMMENDATION: marked("Rekommendation"),
    Finding.NOTHING: marked("Utan anmärkning"),
}


def gravest(findings: Iterable[str]) -> str:
    """Empty where nothing is said yet."""
    found = set(findings)
    return next((str(kind) for kind in Finding if kind in found), "")


def needs_action(kind: str) -> bool:
    return kind != Finding.NOTHING
