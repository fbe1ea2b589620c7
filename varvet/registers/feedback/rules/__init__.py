"""What may happen to a piece of feedback and when: pure decisions, values in, value or RuleBroken out."""

from varvet.registers.feedback.rules.course import Course, check_course
from varvet.registers.feedback.rules.handling import (
    Ending,
    check_answer_register,
    check_diary_number,
    check_ending,
    check_words,
)
from varvet.registers.feedback.rules.sorts import (
    CHANNEL_LABELS,
    CONTENTMENT_LABELS,
    SORT_LABELS,
    SPEAKER_LABELS,
    Channel,
    Contentment,
    Sort,
    Speaker,
)
from varvet.registers.feedback.rules.states import (
    MOVES,
    OPEN,
    STARTS,
    STATUS_LABELS,
    STEPS,
    UNANSWERED,
    Event,
    Status,
    check_event,
    check_transition,
    may,
)

__all__ = [
    "CHANNEL_LABELS",
    "CONTENTMENT_LABELS",
    "MOVES",
    "OPEN",
    "SORT_LABELS",
    "SPEAKER_LABELS",
    "STARTS",
    "STATUS_LABELS",
    "STEPS",
    "UNANSWERED",
    "Channel",
    "Contentment",
    "Course",
    "Ending",
    "Event",
    "Sort",
    "Speaker",
    "Status",
    "check_answer_register",
    "check_course",
    "check_diary_number",
    "check_ending",
    "check_event",
    "check_transition",
    "check_words",
    "may",
]
