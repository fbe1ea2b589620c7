"""The only reader for the views, always within what the reader may see."""

from varvet.registers.feedback.queries.lists import READABLE, Filters, list_page
from varvet.registers.feedback.queries.public import (
    answer_days,
    count_attempts,
    find_by_code,
    find_by_hash,
    find_public_unit,
    find_sent,
    get_made,
    is_asked,
    list_public_units,
    read_told,
    source_of,
)
from varvet.registers.feedback.queries.tasks import answer_by, clocks_of, list_clocks, list_tasks, read_answer_by
from varvet.registers.feedback.queries.visible import EXCLUDED, read_narratives, visible_to

__all__ = [
    "EXCLUDED",
    "READABLE",
    "Filters",
    "answer_by",
    "answer_days",
    "clocks_of",
    "count_attempts",
    "find_by_code",
    "find_by_hash",
    "find_public_unit",
    "find_sent",
    "get_made",
    "is_asked",
    "list_clocks",
    "list_page",
    "list_public_units",
    "list_tasks",
    "read_answer_by",
    "read_narratives",
    "read_told",
    "source_of",
    "visible_to",
]
