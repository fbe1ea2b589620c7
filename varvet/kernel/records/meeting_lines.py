"""What a register brings to a unit's staff meeting (APT): a line of its sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Section(StrEnum):
    """Where on the sheet it stands, in the order of the sheet."""

    HAPPENED = "happened"
    ACTIONS = "actions"
    RESULTS = "results"
    ROUTINES = "routines"
    AHEAD = "ahead"


@dataclass(frozen=True)
class MeetingAsked:
    """Units of one root, the days in which something came in, both included, and by when what is to be done is due."""

    root_id: int
    unit_ids: frozenset[int]
    first: date
    last: date
    due_by: date


@dataclass(frozen=True)
class MeetingLine:
    """Everybody in the unit may read it: codes, and plain words about the work that lists show. Never a person.

    It is called `title` (a marked text), the category with this id, or `name` (plain words about the work): what is
    given. `sentence` is marked and filled with `values`. Lines of a register with the same `group` become one. What
    `came_in` in the days asked of is counted as received, and as raised when it has been talked about. A record that
    shuts somebody in the unit's line out is never a line.
    """

    section: Section
    record_id: int
    title: str = ""
    category_id: int | None = None
    name: str = ""
    sentence: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
    group: str = ""
    due_on: date | None = None
    is_good: bool = False
    came_in: bool = False
    count: int = 1  # more where one record stands for many happenings
    numbered: bool = True  # whether its number is said on the sheet
