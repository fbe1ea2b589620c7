"""The only reader for the views, always within what the reader may see."""

from varvet.registers.involvement.queries.clocks import HELD, clock_of, clocks_of, due_clocks, list_clocks
from varvet.registers.involvement.queries.files import may_add, may_remove, page_with_files, reads_all_files
from varvet.registers.involvement.queries.lists import Filters, exported, exported_ids, list_page
from varvet.registers.involvement.queries.people import list_able
from varvet.registers.involvement.queries.report import report_lines
from varvet.registers.involvement.queries.tasks import WAITING, Waiting, list_own, list_tasks
from varvet.registers.involvement.queries.visible import (
    READABLE,
    can_handle,
    list_all_units,
    list_themes,
    read_narratives,
    visible_to,
)

__all__ = [
    "HELD",
    "READABLE",
    "WAITING",
    "Filters",
    "Waiting",
    "can_handle",
    "clock_of",
    "clocks_of",
    "due_clocks",
    "exported",
    "exported_ids",
    "list_able",
    "list_all_units",
    "list_clocks",
    "list_own",
    "list_page",
    "list_tasks",
    "list_themes",
    "may_add",
    "may_remove",
    "page_with_files",
    "read_narratives",
    "reads_all_files",
    "report_lines",
    "visible_to",
]
