"""What may happen to a deviation and when: pure decisions, values in, value or RuleBroken out."""

from varvet.registers.deviations.rules.closing import Missing, before_closing, check_closing
from varvet.registers.deviations.rules.reporting import DAY_MISSING, When, check_when, check_words, event_day
from varvet.registers.deviations.rules.states import (
    MOVES,
    NATURE_LABELS,
    OPEN,
    STARTS,
    STATUS_LABELS,
    STEPS,
    Event,
    Nature,
    Status,
    check_transition,
    may,
)
from varvet.registers.deviations.rules.tallies import check_tally, counted_on

__all__ = [
    "DAY_MISSING",
    "MOVES",
    "NATURE_LABELS",
    "OPEN",
    "STARTS",
    "STATUS_LABELS",
    "STEPS",
    "Event",
    "Missing",
    "Nature",
    "Status",
    "When",
    "before_closing",
    "check_closing",
    "check_tally",
    "check_transition",
    "check_when",
    "check_words",
    "counted_on",
    "event_day",
    "may",
]
