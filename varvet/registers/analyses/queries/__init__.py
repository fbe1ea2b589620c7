"""The only reader for the views, always within what the reader may see."""

from varvet.registers.analyses.queries.choices import CHOICES
from varvet.registers.analyses.queries.clocks import (
    APPROVE_BY,
    APPROVE_TERM,
    HELD,
    HOLD_BY,
    clock_of,
    clocks_of,
    due_clocks,
    list_clocks,
)
from varvet.registers.analyses.queries.lists import list_able, list_page, list_periods, quality_areas
from varvet.registers.analyses.queries.points import Led, read_led
from varvet.registers.analyses.queries.report import report_texts
from varvet.registers.analyses.queries.tasks import TITLES, WAITING, list_tasks
from varvet.registers.analyses.queries.visible import (
    answers_before,
    can_do,
    contributes,
    find_answer,
    find_before,
    listed,
    read_answers,
    read_reasons,
    read_whole,
    visible_to,
)

__all__ = [
    "APPROVE_BY",
    "APPROVE_TERM",
    "CHOICES",
    "HELD",
    "HOLD_BY",
    "TITLES",
    "WAITING",
    "Led",
    "answers_before",
    "can_do",
    "clock_of",
    "clocks_of",
    "contributes",
    "due_clocks",
    "find_answer",
    "find_before",
    "list_able",
    "list_clocks",
    "list_page",
    "list_periods",
    "list_tasks",
    "listed",
    "quality_areas",
    "read_answers",
    "read_led",
    "read_reasons",
    "read_whole",
    "report_texts",
    "visible_to",
]
