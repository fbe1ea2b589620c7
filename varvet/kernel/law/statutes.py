"""The acts, and which paragraph of which act follows from the day something happened."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from varvet.kernel.law import shipped
from varvet.kernel.law.shipped import HowChecked

STATUTES_FILE = "statutes.json"
SECTIONS_FILE = "section_map.json"


@dataclass(frozen=True)
class Statute:
    """An act or regulation. `cited_as` stands before the section: SoL, SoL (2001:453)."""

    id: str
    cited_as: str
    title: str
    valid_from: date | None
    valid_to: date | None
    status: HowChecked
    note: str


@dataclass(frozen=True)
class SectionChange:
    """Where a duty stood and where it stands now; the same twice where it has not moved."""

    key: str
    topic: str
    old_statute: str
    old_section: str
    new_statute: str
    new_section: str
    status: HowChecked
    note: str


class NoParagraph(LookupError):
    """Nobody has said where the topic is regulated."""


def is_certain(row: Statute | SectionChange) -> bool:
    """Only what was seen in the statute text may be shown without a warning."""
    return row.status.certain


@cache
def shipped_statutes() -> tuple[Statute, ...]:
    return tuple(_statute(row) for row in shipped.read(STATUTES_FILE)["statutes"])


@cache
def section_changes() -> tuple[SectionChange, ...]:
    return tuple(_change(row) for row in shipped.read(SECTIONS_FILE)["changes"])


def get_statute(statute_id: str) -> Statute:
    """KeyError for an act that is not shipped."""
    return {statute.id: statute for statute in shipped_statutes()}[statute_id]


def get_change(topic: str) -> SectionChange:
    found = [change for change in section_changes() if change.key == topic]
    if not found:
        raise NoParagraph(topic)
    return found[0]


def paragraph_for(topic: str, event_day: date) -> str:
    """The citation that holds for what happened on a day: the old act until its last day, then the new."""
    change = get_change(topic)
    begins = get_statute(change.new_statute).valid_from
    if begins is None or event_day >= begins:
        return new_citation(change)
    return old_citation(change)


def old_citation(change: SectionChange) -> str:
    return f"{get_statute(change.old_statute).cited_as} {change.old_section}"


def new_citation(change: SectionChange) -> str:
    return f"{get_statute(change.new_statute).cited_as} {change.new_section}"


def _statute(row: dict[str, Any]) -> Statute:
    return Statute(
        id=row["id"],
        cited_as=row["cited_as"],
        title=row["title"],
        valid_from=shipped.day(row.get("valid_from")),
        valid_to=shipped.day(row.get("valid_to")),
        status=HowChecked(row["status"]),
        note=row.get("note", ""),
    )


def _change(row: dict[str, Any]) -> SectionChange:
    return SectionChange(
        key=row["key"],
        topic=row["topic"],
        old_statute=row["old_statute"],
        old_section=row["old_section"],
        new_statute=row["new_statute"],
        new_section=row["new_section"],
        status=HowChecked(row["status"]),
        note=row.get("note", ""),
    )
