"""What the page of a case says of its decision and what followed."""

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.narratives import Words
from varvet.registers.lex_sarah.models import LexSarah, Part
from varvet.registers.lex_sarah.views.shown_ending import after_decision

GROUNDS = (Part.DECISION, Part.SENT_BACK)
SAID = (Part.FEEDBACK, Part.TO_UNIT, Part.TO_AFFECTED, Part.UNTOLD, Part.REOPENED)


def part(reader: Reader, case: LexSarah, words: list[Words]) -> dict[str, object]:
    return {
        "grounds": [one for one in words if one.part in GROUNDS],
        "said_after": [one for one in words if one.part in SAID],
        **after_decision(reader, case),
    }
