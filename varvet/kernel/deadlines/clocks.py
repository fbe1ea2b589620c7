"""The clocks that run in a root: what each register says is to be done by when, with the time given in addition."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter

from django.db.models import DateField, Q, Value

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.models import Extension, Pause
from varvet.kernel.law.days import add_working_days, day_of, due, working_days_between
from varvet.kernel.law.terms import Term, TermUnit, may_be_extended, may_be_paused
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.open import clocks_of_root, clocks_of_waiting
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, get_register, list_registers


@dataclass(frozen=True)
class Time:
    """More time until a day, or a pause from one day until another; and when it was given."""

    at: datetime
    until: date
    first_day: date | None = None


Given = dict[tuple[int, str], list[Time]]


@dataclass(frozen=True)
class Duty:
    """What a clock is for: which record, which code within the register, who may do it, and who has it by name."""

    record_id: int
    code: str
    permission: str
    holder_id: int | None = None


def set_clock(duty: Duty, start: date | datetime, term: Term) -> Clock:
    """A clock as first set, by the term in force on the day of the start."""
    return Clock(
        duty.record_id,
        duty.code,
        started=start,
        due=due(start, term),
        permission=duty.permission,
        holder_id=duty.holder_id,
        extendable=may_be_extended(term),
        pausable=may_be_paused(term),
        counted_in=term.unit,
    )


def list_clocks(root: Unit) -> list[Clock]:
    clocks = [clock for register in list_registers() if register.clocks for clock in register.clocks(root)]
    return with_extensions([*clocks, *clocks_of_root(root)])


def clocks_of(record: Record) -> list[Clock]:
    """Those that run for one record, which may be given as its own register's or as the common one."""
    register = get_register(record.kind)
    waiting = clocks_of_waiting(record)
    if register.clocks_of:
        return with_extensions([*register.clocks_of(register.model._base_manager.get(pk=record.pk)), *waiting])
    found = register.clocks(record.root) if register.clocks else []
    return with_extensions([*(clock for clock in found if clock.record_id == record.pk), *waiting])


def due_day_of(clock: Clock) -> date:
    """The Swedish day on which it is due."""
    return day_of(clock.due) if isinstance(clock.due, datetime) else clock.due


def start_day_of(clock: Clock) -> date:
    return day_of(clock.started) if isinstance(clock.started, datetime) else clock.started


def with_extensions(clocks: list[Clock]) -> list[Clock]:
    """With the time that has been given: one query. A clock in hours stands as it is, whatever has been written."""
    ids = {clock.record_id for clock in clocks if not isinstance(clock.due, datetime)}
    if not ids:
        return clocks
    given = read_given(ids)
    return [_moved(clock, given.get((clock.record_id, clock.code), [])) for clock in clocks]


def with_extensions_for(reader: Reader, clocks: list[Clock]) -> list[Clock]:
    """As `with_extensions`, for clocks of the reader's root: what was given there is read once for all registers."""
    given = reader.once("time_given", lambda: _read(Q(record__root=reader.root)))
    return [_moved(clock, given.get((clock.record_id, clock.code), [])) for clock in clocks]


def ids_with_time_given(code: str) -> set[int]:
    """Ids of records whose clock of that code has been given time, in whatever root."""
    of_code = (rows.filter(clock=code) for rows in (Extension.objects, Pause.objects))
    return {pk for rows in of_code for pk in rows.values_list("record_id", flat=True)}


def read_given(record_ids: Collection[int]) -> Given:
    """(record, clock) -> what has been given, in the order it was."""
    return _read(Q(record__in=record_ids))


def _read(which: Q) -> Given:
    """One query, which reads no reasons."""
    none = Value(None, output_field=DateField())
    more = Extension.objects.filter(which).annotate(day=none)
    pauses = Pause.objects.filter(which)
    rows = more.values_list("record_id", "clock", "day", "until", "given_at").union(
        pauses.values_list("record_id", "clock", "first_day", "until", "paused_at"), all=True
    )
    found: Given = {}
    for record, code, first_day, until, at in rows:
        found.setdefault((record, code), []).append(Time(at, until, first_day))
    return {key: sorted(times, key=attrgetter("at")) for key, times in found.items()}


def _moved(clock: Clock, given: list[Time]) -> Clock:
    if isinstance(clock.due, datetime):
        return clock
    day = clock.due
    for time in given:
        day = max(day, time.until) if time.first_day is None else _after_pause(day, time, clock.counted_in)
    return replace(clock, due=day)


def _after_pause(day: date, pause: Time, counted_in: TermUnit) -> date:
    """As much later as the time stood: working days for a term in working days, else calendar days."""
    first = pause.first_day or pause.until
    if counted_in is not TermUnit.WORKING_DAYS:
        return day + (pause.until - first)
    return add_working_days(day, working_days_between(first - timedelta(days=1), pause.until - timedelta(days=1)))
