"""The only reader for the views, always within what the reader may see."""

from varvet.registers.meetings.queries.overview import Overview, UnitRow, overview, sheets_of
from varvet.registers.meetings.queries.sheet import SheetLine, list_lines
from varvet.registers.meetings.queries.silence import silence_of
from varvet.registers.meetings.queries.trend import Month, trend_of
from varvet.registers.meetings.queries.visible import (
    READABLE,
    called,
    can_edit,
    list_able,
    read_notes,
    titles_of,
    visible_to,
)
from varvet.registers.meetings.queries.waiting import HELD, WAITING, clocks_of, list_clocks, list_tasks

__all__ = [
    "HELD",
    "READABLE",
    "WAITING",
    "Month",
    "Overview",
    "SheetLine",
    "UnitRow",
    "called",
    "can_edit",
    "clocks_of",
    "list_able",
    "list_clocks",
    "list_lines",
    "list_tasks",
    "overview",
    "read_notes",
    "sheets_of",
    "silence_of",
    "titles_of",
    "trend_of",
    "visible_to",
]
