"""The tables of staff meetings, and what a sheet would hold now."""

from varvet.registers.meetings.models.fresh import fresh_entries, line_of, sheet_before, units_of
from varvet.registers.meetings.models.meeting import KIND, Line, Meeting, Narrative, Part

__all__ = ["KIND", "Line", "Meeting", "Narrative", "Part", "fresh_entries", "line_of", "sheet_before", "units_of"]
