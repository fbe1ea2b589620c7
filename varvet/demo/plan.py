"""What a demo consists of, so that all are loaded the same way."""

from collections.abc import Callable
from dataclasses import dataclass

from varvet.demo.expected import Expected
from varvet.demo.published import Published
from varvet.demo.site import Choice, ListPlan, PersonPlan, Site, UnitPlan


@dataclass(frozen=True)
class Chapter:
    """One kind of records; `write` returns how many it made. The title is for the command line."""

    title: str
    write: Callable[[Site, Published], int]


@dataclass(frozen=True)
class DemoPlan:
    """A published report and how it becomes a root with records. The first person writes the history."""

    name: str
    organisation: UnitPlan
    people: tuple[PersonPlan, ...]
    lists: tuple[ListPlan, ...]
    choices: Callable[[Published], tuple[Choice, ...]]
    chapters: tuple[Chapter, ...]
    expected: Callable[[Published], list[Expected]]
    writer: str
