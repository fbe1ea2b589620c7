"""What may happen to a piece of feedback and when: pure decisions, values in, value or RuleBroken out."""

from varvet.registers.feedback.rules.course import Course, check_course
from varvet.registers.feedback.rules.handling import (
    Ending,
    check_answer_register,
    check_diary_number,
    check_ending,
    check_words,
)
from varvet.registers.feedback.rules.sorts import CHANNEL_LABELS, SORT_LABELS, Channel, Sort
from varvet.registers.feedback.rules.states import (
    MOVES,
    OPEN,
    STARTS,
    STATUS_LABELS,
    STEPS,
    UNANSWERED,
    Event,
    Status,
    check_transition,
    may,
)

__all__ = [
    "CHANNEL_LABELS",
    "MOVES",
    "OPEN",
    "SORT_LABELS",
    "STARTS",
    "STATUS_LABELS",
    "STEPS",
    "UNANSWERED",
    "Channel",
    "Course",
    "Ending",
    "Event",
    "Sort",
    "Status",
    "check_answer_register",
    "check_course",
    "check_diary_number",
    "check_ending",
    "check_transition",
    "check_words",
    "may",
]
