"""The only reader for the views, always within what the reader may see."""

from varvet.registers.deviations.queries.export import exported, exported_ids
from varvet.registers.deviations.queries.files import may_add, may_remove, reads_all_files
from varvet.registers.deviations.queries.lists import (
    Filters,
    chosen_records,
    due_days,
    list_mine,
    list_page,
    list_types,
)
from varvet.registers.deviations.queries.tasks import ASSESS_TERM, assess_by, list_tasks
from varvet.registers.deviations.queries.texts import READABLE
from varvet.registers.deviations.queries.visible import (
    category_list_on,
    list_referrals,
    read_narratives,
    visible_to,
)

__all__ = [
    "ASSESS_TERM",
    "READABLE",
    "Filters",
    "assess_by",
    "category_list_on",
    "chosen_records",
    "due_days",
    "exported",
    "exported_ids",
    "list_mine",
    "list_page",
    "list_referrals",
    "list_tasks",
    "list_types",
    "may_add",
    "may_remove",
    "read_narratives",
    "reads_all_files",
    "visible_to",
]
