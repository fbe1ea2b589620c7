"""Asking for a figure from below: insight counts, named in settings, and whoever asks does not know it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import Measure, Value, list_measures

COMPARABLE = frozenset({Value.COUNT, Value.SHARE})  # those whose change can be weighed against chance


@dataclass(frozen=True)
class Wanted:
    """A measure in a unit and all below it, both days included."""

    measure: str
    unit: Unit
    first: date
    last: date
    by: str = ""  # one of the measure's breakdowns, where each value of it is wanted too


@dataclass(frozen=True)
class Counted:
    """A count, or a share (0-1) with what it is a share of. None where nothing was measured.

    `values` are what it was broken down to, as stored, the largest first.
    Records that shut somebody in the unit's line out are not in it: everybody there may be told.
    """

    value: float | None
    part: int | None = None
    whole: int | None = None
    values: tuple[tuple[str, int], ...] = ()


NOTHING = Counted(None)


def count(wanted: Wanted) -> Counted:
    """Nothing for a measure that no register declares any more."""
    if all(measure.code != wanted.measure for measure in list_measures()):
        return NOTHING
    answer: Callable[[Wanted], Counted] = import_string(settings.FIGURES)
    return answer(wanted)


def count_together(wanted: Sequence[Wanted]) -> list[Counted]:
    """As `count`, for many figures with a few questions to the database; in the order they were asked."""
    declared = {measure.code for measure in list_measures()}
    known = [one for one in wanted if one.measure in declared]
    answer: Callable[[Sequence[Wanted]], list[Counted]] = import_string(settings.FIGURES_TOGETHER)
    found = dict(zip(known, answer(known), strict=True))
    return [found.get(one, NOTHING) for one in wanted]


def list_comparable() -> list[Measure]:
    """Measures of a unit that can be set beside one another before and after something was done."""
    return [m for m in list_measures() if m.value in COMPARABLE and "unit" in m.breakdowns]


def label_of(code: str) -> str:
    """What a measure is called; its code when no register declares it any more."""
    return next((measure.label for measure in list_measures() if measure.code == code), code)
