"""The only reader for the views, always within what the reader may see."""

from varvet.registers.activities.queries.calendar import Entry, feed_of, find_feed, list_entries
from varvet.registers.activities.queries.report import report_lines
from varvet.registers.activities.queries.visible import (
    READABLE,
    activities_visible_to,
    can_handle,
    list_able,
    read_narratives,
    units_seen,
    visible_to,
)
from varvet.registers.activities.queries.waiting import HELD, WAITING, clocks_of, list_clocks, list_tasks
from varvet.registers.activities.queries.wheel import (
    Asked,
    count_done,
    count_to_do,
    list_activities,
    list_year,
    occasions_of,
    taken_keys,
    units_offered,
    year_named,
    years_of,
)

__all__ = [
    "HELD",
    "READABLE",
    "WAITING",
    "Asked",
    "Entry",
    "activities_visible_to",
    "can_handle",
    "clocks_of",
    "count_done",
    "count_to_do",
    "feed_of",
    "find_feed",
    "list_able",
    "list_activities",
    "list_clocks",
    "list_entries",
    "list_tasks",
    "list_year",
    "occasions_of",
    "read_narratives",
    "report_lines",
    "taken_keys",
    "units_offered",
    "units_seen",
    "visible_to",
    "year_named",
    "years_of",
]
