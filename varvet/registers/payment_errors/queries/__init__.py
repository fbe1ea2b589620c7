"""The only reader for the views, always within what the reader may see."""

from varvet.registers.payment_errors.queries.choices import CHOICES
from varvet.registers.payment_errors.queries.files import may_add, may_remove, page_with_files, reads_all_files
from varvet.registers.payment_errors.queries.goal import Goal, read_goal
from varvet.registers.payment_errors.queries.lists import Filters, children_of, exported, exported_ids, list_page
from varvet.registers.payment_errors.queries.visible import (
    READABLE,
    REPORTED,
    can_handle,
    list_able,
    list_mine,
    read_narratives,
    visible_to,
)
from varvet.registers.payment_errors.queries.waiting import HELD, clocks_of, due_clocks, list_clocks, list_tasks

__all__ = [
    "CHOICES",
    "HELD",
    "READABLE",
    "REPORTED",
    "Filters",
    "Goal",
    "can_handle",
    "children_of",
    "clocks_of",
    "due_clocks",
    "exported",
    "exported_ids",
    "list_able",
    "list_clocks",
    "list_mine",
    "list_page",
    "list_tasks",
    "may_add",
    "may_remove",
    "page_with_files",
    "read_goal",
    "read_narratives",
    "reads_all_files",
    "visible_to",
]
