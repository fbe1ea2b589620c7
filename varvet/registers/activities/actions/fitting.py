"""An activity's occasions made to agree with its rule: new ones made, coming ones dated anew, what has been left alone.

Called when an activity is written and by the nightly job, inside a transaction in which the activity is locked. Asked
again it changes nothing, so that a job that was killed is simply run once more.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import quality_years
from varvet.registers.activities import rules
from varvet.registers.activities.actions.making import able, make
from varvet.registers.activities.actions.steps import finish
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.rules import Repeat, Slot, Span, Status

AHEAD = timedelta(days=100)  # of a quality year its occasions are there
Key = tuple[str, date]


@dataclass(frozen=True)
class Fitted:
    """How many occasions were made, changed and withdrawn."""

    made: int = 0
    changed: int = 0
    withdrawn: int = 0


def fit(activity: Activity, *, by: User | None, now: datetime, was: int | None = None) -> Fitted:
    """`was` is who was responsible before a change: the coming ones that were theirs get the new one."""
    today = day_of(now)
    wanted = _wanted(activity, today)
    rows = list(Occasion._base_manager.select_for_update().filter(activity=activity, withdrawn=False).order_by("pk"))
    coming = [row for row in rows if row.status == Status.PLANNED and row.due_on >= today]
    gone = [row for row in coming if not _fits(row, activity, wanted)]
    for row in gone:
        _withdraw(row, by, now)
    kept = [row for row in coming if row not in gone]
    changed = sum(_rewrite(row, activity, wanted.get(_key(row)), (by, now, was)) for row in kept)
    have = {_key(row) for row in rows if row not in gone}
    made = make(activity, [slot for key, slot in wanted.items() if key not in have], by, now)
    return Fitted(made, changed, len(gone))


def _key(row: Occasion) -> Key:
    return (row.repeat, row.period)


def _wanted(activity: Activity, today: date) -> dict[Key, Slot]:
    """From the day the rule holds until the end of the quality year, the next one too when it is near."""
    years = quality_years(activity.root)
    first = max(activity.first_day, activity.ruled_since)
    until = years.of(today + AHEAD).last  # of what is repeated; what is due after holidays may lie just behind it
    named = (years.named(year) for year in range(first.year - 1, until.year + 2))
    spans = [Span(year.first, year.last) for year in named]
    last = activity.last_day or date.max
    is_once = activity.repeat == Repeat.ONCE
    return {
        (activity.repeat, slot.period): slot
        for slot in rules.slots(activity.rule, spans)
        if first <= slot.due <= last and (is_once or slot.period <= until)
    }


def _fits(row: Occasion, activity: Activity, wanted: dict[Key, Slot]) -> bool:
    """What somebody moved stays moved, while the activity goes on as often as before."""
    if row.moved_from is None:
        return _key(row) in wanted
    return row.repeat == activity.repeat and row.due_on <= (activity.last_day or date.max)


def _withdraw(row: Occasion, by: User | None, now: datetime) -> None:
    row.status, row.withdrawn, row.closed_at = Status.CANCELLED, True, now
    finish(row, "withdrawn", by=by, now=now)


def _rewrite(
    row: Occasion, activity: Activity, slot: Slot | None, change: tuple[User | None, datetime, int | None]
) -> bool:
    by, now, was = change
    before = _said(row)
    row.name, row.sort, row.makes = activity.name, activity.sort, activity.makes
    if slot is not None and row.moved_from is None:
        row.due_on = slot.due
    row.starts_on = row.due_on - timedelta(days=activity.days_ahead)
    if row.responsible_id == was:
        row.responsible = able(activity, day_of(now))
    if _said(row) == before:
        return False
    finish(row, "replanned", by=by, now=now)
    return True


def _said(row: Occasion) -> tuple[object, ...]:
    return (row.name, row.sort, row.makes, row.starts_on, row.due_on, row.responsible_id)
