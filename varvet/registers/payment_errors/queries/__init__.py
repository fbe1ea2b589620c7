"""The only reader for the views, always within what the reader may see."""

from varvet.registers.payment_errors.queries.choices import CHOICES
from varvet.registers.payment_errors.queries.goal import Goal, read_goal
from varvet.registers.payment_errors.queries.lists import Filters, children_of, list_page
from varvet.registers.payment_errors.queries.visible import (
    READABLE,
    can_handle,
    list_able,
    read_narratives,
    visible_to,
)
from varvet.registers.payment_errors.queries.waiting import HELD, clocks_of, due_clocks, list_clocks, list_tasks

__all__ = [
    "CHOICES",
    "HELD",
    "READABLE",
    "Filters",
    "Goal",
    "can_handle",
    "children_of",
    "clocks_of",
    "due_clocks",
    "list_able",
    "list_clocks",
    "list_page",
    "list_tasks",
    "read_goal",
    "read_narratives",
    "visible_to",
]
