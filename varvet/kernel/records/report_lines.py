"""A record as a line, or a text, of the annual report."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ReportLine:
    """A record as a line of the annual report: what was decided or checked, where, how it went. Never a person."""

    record_id: int
    code: str
    title: str
    unit_name: str
    quality_areas: tuple[str, ...]
    state: str
    result: str
    day: date | None = None
    unit_ids: tuple[int, ...] = ()  # it is told of in these, where a chapter is of some units only
    goal: str = ""  # what is to be fulfilled
    method: str = ""
    is_open: bool = False  # something was left to do when the period ended
    due: date | None = None  # by when
    left_on: date | None = None  # the day nothing more was to be done
    notes: tuple[str, ...] = ()  # whole sentences: what else became of it


@dataclass(frozen=True)
class ReportText:
    """What a unit itself has written about a period and offers to the annual report: headings, each with its text.

    `conclusions` are whole sentences, with the figure each leans on. Never a person.
    """

    record_id: int
    reference: str
    title: str
    unit_ids: tuple[int, ...]  # the unit and all below it
    day: date
    parts: tuple[tuple[str, str], ...]
    conclusions: tuple[str, ...] = ()
