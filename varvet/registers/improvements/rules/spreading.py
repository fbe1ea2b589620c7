"""Spreading an improvement to other units, and changing many at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

SPREAD = "spread"  # what a copy says of the one it follows
NEXT = "next"  # what an improvement says of the one that had no effect


@dataclass(frozen=True)
class Spreading:
    """The days of what is spread: decided, in place or to be, and when its effect is judged."""

    decided_on: date
    in_place_on: date | None
    judged_on: date


def judged_on(origin: Spreading, decided_on: date, due_on: date | None) -> date:
    """As long after a copy is to be in place as it is, or was to be, for the one it comes from."""
    after = origin.judged_on - (origin.in_place_on or origin.decided_on)
    return (due_on or decided_on) + max(after, timedelta())


@dataclass(frozen=True)
class Change:
    """What is changed of many at once; None leaves it as it is."""

    owner_id: int | None = None
    due_on: date | None = None
    starts: bool = False

    @property
    def is_nothing(self) -> bool:
        return self.owner_id is None and self.due_on is None and not self.starts


def check_spreading(wanted: Collection[int], taken: Collection[int], part: str) -> None:
    """`wanted` and `taken` are ids of units; `part` is what the improvement says of what it follows."""
    if part == SPREAD:
        raise RuleBroken("improvement.spread.copy", marked("Sprid den första åtgärden, inte en kopia av den."))
    if not wanted:
        raise RuleBroken("improvement.spread.none", marked("Välj minst en enhet."), field="units")
    if set(wanted) & set(taken):
        raise RuleBroken("improvement.spread.twice", marked("En av enheterna har den redan."), field="units")


def check_change(change: Change) -> None:
    if change.is_nothing:
        raise RuleBroken("improvement.many.nothing", marked("Välj vad som ska ändras."))
