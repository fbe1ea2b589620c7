"""Deviations of the past as histories: how they were handled, and what somebody could have written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from varvet.demo.days import afternoon, later
from varvet.demo.dice import Dice
from varvet.demo.narratives import tell
from varvet.demo.site import Site
from varvet.kernel.law.days import day_of
from varvet.registers.deviations import actions
from varvet.registers.deviations.actions import Between, CareEvent, History
from varvet.registers.deviations.models import Deviation, Part
from varvet.registers.deviations.rules import Nature, Status

LIST = "deviation_type"
WORRY = {1: 1.0, 2: 4.0, 3: 3.0, 4: 1.0}
SEVERITY = {"none": 4.0, "minor": 4.0, "moderate": 1.5, "serious": 0.3}


@dataclass(frozen=True)
class Case:
    """What the published figures decide about a deviation; `codes` are categories, the first the primary.

    A code begins with the theme its words are drawn from: "collaboration-internal"; without codes it is `theme`.
    """

    unit: str
    received_at: datetime
    codes: tuple[str, ...] = ()
    quality_area: str = ""
    nature: str = Nature.DEVIATION
    direction: str = ""
    huvudman: str = ""
    outcome: str = ""
    theme: str = ""
    care: CareEvent | None = None
    between: Between | None = None


@dataclass(frozen=True)
class Handling:
    """How far it has come and on which days."""

    status: Status
    assessed_on: date
    investigated_on: date | None = None
    closed_on: date | None = None


def closed(case: Case, dice: Dice, *, before: date | None = None) -> Handling:
    """A handling that ended; `before` is the day by which it must have."""
    assessed = later(day_of(case.received_at), 0, 4, dice)
    investigated = later(assessed, 1, 25, dice)
    finished = later(investigated, 1, 30, dice)
    if before is not None and finished > before:
        assessed, investigated, finished = (min(day, before) for day in (assessed, investigated, finished))
    return Handling(Status.CLOSED, assessed, investigated, finished)


def history(case: Case, handling: Handling, site: Site, dice: Dice) -> History:
    coded = site.lists[LIST]
    return History(
        unit=site.units[case.unit],
        received_at=case.received_at,
        status=handling.status,
        occurred_day=_occurred(case.received_at, dice),
        nature=case.nature,
        worry=dice.weighted(WORRY),
        huvudman=case.huvudman,
        direction=case.direction,
        quality_area=case.quality_area,
        severity=dice.weighted(SEVERITY),
        outcome=case.outcome,
        category_list=coded.row if case.codes else None,
        categories=tuple(coded.by_code[code] for code in case.codes),
        assessed_on=handling.assessed_on,
        investigated_on=handling.investigated_on,
        closed_at=afternoon(handling.closed_on) if handling.closed_on else None,
        texts=_texts(case.theme or case.codes[0], handling.status, dice),
        synthetic=True,
        care=case.care,
        between=case.between,
    )


def waiting(unit: str, received_at: datetime, theme: str, site: Site, dice: Dice) -> History:
    """One that nobody has assessed yet: no category, no kind."""
    story = tell("deviations", theme, dice)
    return History(
        unit=site.units[unit],
        received_at=received_at,
        status=Status.RECEIVED,
        occurred_day=_occurred(received_at, dice),
        nature="",
        worry=dice.weighted(WORRY),
        texts={Part.WHAT: story.what, Part.DONE: story.done},
        synthetic=True,
    )


def write(rows: Sequence[History], site: Site) -> list[Deviation]:
    """Saves them in the order they came in."""
    in_order = sorted(rows, key=lambda row: row.received_at)
    return actions.import_history(rows=in_order, root=site.root, by=site.by, now=site.now)


def _occurred(received_at: datetime, dice: Dice) -> date:
    return day_of(received_at) - timedelta(days=dice.weighted({0: 5.0, 1: 3.0, 2: 1.0, 4: 0.5}))


def _texts(theme: str, status: Status, dice: Dice) -> dict[Part, str]:
    story = tell("deviations", theme.partition("-")[0], dice)
    texts = {Part.WHAT: story.what, Part.DONE: story.done}
    if status is Status.CLOSED:
        texts |= {Part.LESSON: story.lesson, Part.FEEDBACK: story.feedback}
    return texts
