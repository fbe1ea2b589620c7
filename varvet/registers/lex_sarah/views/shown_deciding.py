"""What the page of a case says of its decision and what followed."""

from varvet.kernel.records.narratives import Words
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import LexSarah, Part


def part(case: LexSarah, words: list[Words]) -> dict[str, object]:
    return {
        "outcome_label": rules.OUTCOME_LABELS.get(case.outcome, ""),
        "grounds": [one for one in words if one.part == Part.DECISION],
    }
