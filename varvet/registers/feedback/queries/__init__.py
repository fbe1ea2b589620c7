"""The only reader for the views, always within what the reader may see."""

from varvet.registers.feedback.queries.lists import READABLE, Filters, list_page
from varvet.registers.feedback.queries.tasks import answer_by, clocks_of, list_clocks, list_tasks, read_answer_by
from varvet.registers.feedback.queries.visible import EXCLUDED, read_narratives, visible_to

__all__ = [
    "EXCLUDED",
    "READABLE",
    "Filters",
    "answer_by",
    "clocks_of",
    "list_clocks",
    "list_page",
    "list_tasks",
    "read_answer_by",
    "read_narratives",
    "visible_to",
]
