"""What an occasion counts as: planned and not_done on its due day, done on the day it was done.

A cancelled one is counted as that alone, on the day it was due; a withdrawn one is counted nowhere.
"""

from varvet.kernel.records.registry import FactRow
from varvet.registers.activities.models import Occasion
from varvet.registers.activities.rules import Status

RELATED = ()
HAPPENINGS = ("planned", "done", "not_done", "cancelled")


def facts(occasion: Occasion) -> list[FactRow]:
    """`kind` is the sort. Of what was done, `numerator` is 1 when it was in time and `days` how late it was."""
    if occasion.withdrawn:
        return []
    if occasion.status == Status.CANCELLED:
        return [_row(occasion, "cancelled")]
    planned = _row(occasion, "planned")
    if occasion.status == Status.NOT_DONE:
        return [planned, _row(occasion, "not_done")]
    return [planned] if occasion.done_on is None else [planned, _done(occasion)]


def _done(occasion: Occasion) -> FactRow:
    assert occasion.done_on is not None
    late = (occasion.done_on - occasion.due_on).days
    return FactRow(
        happening="done",
        day=occasion.done_on,
        unit_id=occasion.unit_id,
        kind=occasion.sort,
        numerator=int(late <= 0),
        denominator=1,
        days=max(0, late),
    )


def _row(occasion: Occasion, happening: str) -> FactRow:
    return FactRow(happening=happening, day=occasion.due_on, unit_id=occasion.unit_id, kind=occasion.sort)
