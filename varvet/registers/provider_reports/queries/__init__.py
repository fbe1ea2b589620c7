"""The only reader for the views, always within what the reader may see."""

from varvet.registers.provider_reports.queries.clocks import (
    HELD,
    REQUEST_TERM,
    clock_of,
    clocks_of,
    due_clocks,
    list_clocks,
)
from varvet.registers.provider_reports.queries.export import exported, exported_ids
from varvet.registers.provider_reports.queries.files import may_add, may_remove, page_with_files, reads_all_files
from varvet.registers.provider_reports.queries.lists import HANDLERS, ME, NOBODY, Filters, list_page
from varvet.registers.provider_reports.queries.people import list_able
from varvet.registers.provider_reports.queries.providers import get_provider, list_providers, offered
from varvet.registers.provider_reports.queries.tasks import list_tasks
from varvet.registers.provider_reports.queries.visible import (
    READABLE,
    FollowUpRead,
    can_handle,
    category_list_on,
    find_follow_up,
    list_types,
    read_follow_ups,
    read_narratives,
    visible_to,
)

__all__ = [
    "HANDLERS",
    "HELD",
    "ME",
    "NOBODY",
    "READABLE",
    "REQUEST_TERM",
    "Filters",
    "FollowUpRead",
    "can_handle",
    "category_list_on",
    "clock_of",
    "clocks_of",
    "due_clocks",
    "exported",
    "exported_ids",
    "find_follow_up",
    "get_provider",
    "list_able",
    "list_clocks",
    "list_page",
    "list_providers",
    "list_tasks",
    "list_types",
    "may_add",
    "may_remove",
    "offered",
    "page_with_files",
    "read_follow_ups",
    "read_narratives",
    "reads_all_files",
    "visible_to",
]
