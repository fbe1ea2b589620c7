"""What may happen to a lex Sarah case and when: pure decisions, values in, value or RuleBroken out."""

from varvet.registers.lex_sarah.rules.checks import (
    check_impartial,
    check_not_ahead,
    check_words,
)
from varvet.registers.lex_sarah.rules.codes import (
    LAW_LABELS,
    MISCONDUCT_OR_RISK,
    NOT_OPENED_LABELS,
    OUTCOME_LABELS,
    TO_AUTHORITY,
    Law,
    NotOpened,
    Outcome,
)
from varvet.registers.lex_sarah.rules.course import (
    Course,
    check_course,
    check_serious,
    check_told_authority,
)
from varvet.registers.lex_sarah.rules.states import (
    MOVES,
    OPEN,
    STARTS,
    STATUS_LABELS,
    STEPS,
    Event,
    Status,
    check_transition,
    may,
)

__all__ = [
    "LAW_LABELS",
    "MISCONDUCT_OR_RISK",
    "MOVES",
    "NOT_OPENED_LABELS",
    "OPEN",
    "OUTCOME_LABELS",
    "STARTS",
    "STATUS_LABELS",
    "STEPS",
    "TO_AUTHORITY",
    "Course",
    "Event",
    "Law",
    "NotOpened",
    "Outcome",
    "Status",
    "check_course",
    "check_impartial",
    "check_not_ahead",
    "check_serious",
    "check_told_authority",
    "check_transition",
    "check_words",
    "may",
]
