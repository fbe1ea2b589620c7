"""The only reader for the views, always within what the reader may see."""

from varvet.registers.risks.queries.export import EXPORT, exported, exported_ids
from varvet.registers.risks.queries.importing import read_list, waiting_list
from varvet.registers.risks.queries.lists import (
    SIZE,
    Filters,
    Risks,
    Stage,
    children_of,
    chosen,
    count_cells,
    list_page,
    titles_of,
)
from varvet.registers.risks.queries.read import CameTrue, came_true, find_record, list_happenings
from varvet.registers.risks.queries.visible import (
    READABLE,
    can_accept,
    can_edit,
    list_able,
    read_narratives,
    visible_to,
)
from varvet.registers.risks.queries.waiting import HELD, WAITING, clocks_of, due_clocks, list_clocks, list_tasks

__all__ = [
    "EXPORT",
    "HELD",
    "READABLE",
    "SIZE",
    "WAITING",
    "CameTrue",
    "Filters",
    "Risks",
    "Stage",
    "came_true",
    "can_accept",
    "can_edit",
    "children_of",
    "chosen",
    "clocks_of",
    "count_cells",
    "due_clocks",
    "exported",
    "exported_ids",
    "find_record",
    "list_able",
    "list_clocks",
    "list_happenings",
    "list_page",
    "list_tasks",
    "read_list",
    "read_narratives",
    "titles_of",
    "visible_to",
    "waiting_list",
]
