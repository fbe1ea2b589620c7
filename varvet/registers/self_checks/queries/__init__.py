"""The only reader for the views, always within what the reader may see."""

from varvet.registers.self_checks.queries.round import (
    MAY_PERFORM,
    PERFORM,
    READABLE,
    Filters,
    clocks_of,
    list_clocks,
    list_page,
    list_tasks,
    questions_on,
    read_narratives,
    report_lines,
    title,
    visible_to,
)

__all__ = [
    "MAY_PERFORM",
    "PERFORM",
    "READABLE",
    "Filters",
    "clocks_of",
    "list_clocks",
    "list_page",
    "list_tasks",
    "questions_on",
    "read_narratives",
    "report_lines",
    "title",
    "visible_to",
]
