"""Reminding: everybody who has something to do by a day that is near or past, and of terms in hours by the hour."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import transaction

from varvet.kernel.deadlines.clocks import list_clocks
from varvet.kernel.deadlines.ladder import Rung, Step, hour_ladder_on, ladder_on, reached, reached_in_hours
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.law.days import day_of, is_working_day
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import Holding, tell_above, tell_holder
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.organisation.tree import Line, line_on, list_roots
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock

EVENTS = {
    Rung.BEFORE: Event.DUE_SOON,
    Rung.DUE: Event.DUE,
    Rung.OVERDUE: Event.OVERDUE,
    Rung.ABOVE: Event.ESCALATED,
}
IN_HOURS = {**EVENTS, Rung.BEFORE: Event.HOURS_LEFT, Rung.DUE: Event.OVERDUE}
Key = tuple[int, str, str, str, int]


@dataclass(frozen=True)
class Due:
    """A clock that has reached a step of its ladder."""

    clock: Clock
    step: Step

    @property
    def key(self) -> Key:
        return (self.clock.record_id, self.clock.code, self.by_when, self.step.rung, self.step.number)

    @property
    def by_when(self) -> str:
        """As a reminder keeps it: the same moment is written in one way."""
        due = self.clock.due
        return (due.astimezone(UTC) if isinstance(due, datetime) else due).isoformat()

    @property
    def event(self) -> Event:
        return (IN_HOURS if isinstance(self.clock.due, datetime) else EVENTS)[self.step.rung]


def remind_all(*, now: datetime) -> int:
    """Of what is due by a day, on working days. Returns how many steps somebody has been reminded of now.

    Run again, or by two workers at once, it reminds nobody twice.
    """
    return _remind(_reached_days, now) if is_working_day(day_of(now)) else 0


def remind_hours(*, now: datetime) -> int:
    """Of what is due by the hour, as `remind_all`, but also at nights and on days off: the hours run then too."""
    return _remind(_reached_hours, now)


def _remind(found: Callable[[Unit, datetime], Iterable[Due]], now: datetime) -> int:
    return sum(_remind_root(root, list(found(root, now)), now) for root in list_roots())


def _reached_days(root: Unit, now: datetime) -> Iterable[Due]:
    today = day_of(now)
    ladder = ladder_on(read_terms(root), today)
    for clock in list_clocks(root):
        if not isinstance(clock.due, datetime):
            yield from (Due(clock, step) for step in reached(clock.due, today, ladder))


def _reached_hours(root: Unit, now: datetime) -> Iterable[Due]:
    ladder = hour_ladder_on(read_terms(root), day_of(now))
    for clock in list_clocks(root):
        if isinstance(clock.due, datetime) and isinstance(clock.started, datetime):
            yield from (Due(clock, step) for step in reached_in_hours(clock.started, clock.due, now, ladder))


def _remind_root(root: Unit, found: list[Due], now: datetime) -> int:
    if not found:
        return 0
    every = _each_level(root, found, day_of(now))
    done = _done(every)
    return sum(_remind_one(due, now) for due in every if due.key not in done)


def _each_level(root: Unit, found: list[Due], today: date) -> list[Due]:
    """Of the levels above, each up to the highest reached, so that none is passed over; none above the root."""
    above = {due.clock.record_id for due in found if due.step.rung is Rung.ABOVE}
    units = dict(Record.objects.filter(pk__in=above).values_list("pk", "unit_id"))
    line = line_on({root.pk}, today)
    every = []
    for due in found:
        if due.step.rung is not Rung.ABOVE:
            every.append(due)
            continue
        levels = min(due.step.number, _height(line, units[due.clock.record_id]))
        every += [Due(due.clock, Step(Rung.ABOVE, number)) for number in range(1, levels + 1)]
    return every


def _height(line: Line, unit_id: int) -> int:
    """How many levels there are above a unit."""
    seen, level, height = {unit_id}, line.above.get(unit_id, set()), 0
    while level:
        height, seen = height + 1, seen | level
        level = {over for unit in level for over in line.above.get(unit, ())} - seen
    return height


def _done(found: list[Due]) -> set[Key]:
    ids = {due.clock.record_id for due in found}
    rows = Reminder.objects.filter(record__in=ids).values_list("record_id", "clock", "due", "rung", "number")
    return set(rows)


@transaction.atomic
def _remind_one(due: Due, now: datetime) -> bool:
    """The step's row and the notices are written together: both or none, and by one worker alone."""
    clock = due.clock
    _, new = Reminder.objects.get_or_create(
        record_id=clock.record_id,
        clock=clock.code,
        due=due.by_when,
        rung=due.step.rung,
        number=due.step.number,
        defaults={"reminded_at": now},
    )
    if new:
        _tell(due, now)
    return new


def _tell(due: Due, now: datetime) -> None:
    clock = due.clock
    record = Record.objects.select_related("root", "unit").get(pk=clock.record_id)
    holding = Holding(record, clock.holder_id, clock.permission, clock.not_for)
    if due.step.rung is Rung.ABOVE:
        tell_above(holding, due.event, level=due.step.number, now=now)
        return
    tell_holder(holding, due.event, by=None, now=now)
