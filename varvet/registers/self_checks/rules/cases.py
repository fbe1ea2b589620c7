"""The states of a case that a round looks at."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.registers.self_checks.rules.round import SEX_LABELS


class CaseState(StrEnum):
    TO_REVIEW = "to_review"
    REVIEWED = "reviewed"
    LEFT_OUT = "left_out"  # replaced by another, with a reason


CASE_LABELS: dict[str, str] = {
    CaseState.TO_REVIEW: marked("Att granska"),
    CaseState.REVIEWED: marked("Granskad"),
    CaseState.LEFT_OUT: marked("Utbytt"),
}
SEX_OF_CASE = list(SEX_LABELS.items())
