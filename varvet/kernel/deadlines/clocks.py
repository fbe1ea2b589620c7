"""The clocks that run in a root: what each register says is to be done by when, with the time given in addition."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from varvet.kernel.deadlines.models import Extension, Pause
from varvet.kernel.law.days import add_working_days, day_of, due, working_days_between
from varvet.kernel.law.terms import Term, TermUnit, may_be_extended, may_be_paused
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.open import clocks_of_root, clocks_of_waiting
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, get_register, list_registers

Given = dict[tuple[int, str], list[Extension | Pause]]


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
    """With the time that has been given: two queries. A clock in hours stands as it is, whatever has been written."""
    ids = {clock.record_id for clock in clocks if not isinstance(clock.due, datetime)}
    if not ids:
        return clocks
    given = read_given(ids)
    return [_moved(clock, given.get((clock.record_id, clock.code), [])) for clock in clocks]


def ids_with_time_given(code: str) -> set[int]:
    """Ids of records whose clock of that code has been given time, in whatever root."""
    of_code = (rows.filter(clock=code) for rows in (Extension.objects, Pause.objects))
    return {pk for rows in of_code for pk in rows.values_list("record_id", flat=True)}


def read_given(record_ids: Collection[int]) -> Given:
    """(record, clock) -> what has been given, in the order it was."""
    rows: list[Extension | Pause] = [
        *Extension.objects.filter(record__in=record_ids).defer("reason").order_by("pk"),
        *Pause.objects.filter(record__in=record_ids).defer("reason", "resumed_reason").order_by("pk"),
    ]
    found: Given = {}
    for row in sorted(rows, key=given_at):
        found.setdefault((row.record_id, row.clock), []).append(row)
    return found


def given_at(row: Extension | Pause) -> datetime:
    return row.given_at if isinstance(row, Extension) else row.paused_at


def _moved(clock: Clock, given: list[Extension | Pause]) -> Clock:
    if isinstance(clock.due, datetime):
        return clock
    day = clock.due
    for row in given:
        day = max(day, row.until) if isinstance(row, Extension) else _after_pause(day, row, clock.counted_in)
    return replace(clock, due=day)


def _after_pause(day: date, pause: Pause, counted_in: TermUnit) -> date:
    """As much later as the time stood: working days for a term in working days, else calendar days."""
    if counted_in is not TermUnit.WORKING_DAYS:
        return day + (pause.until - pause.first_day)
    stood = working_days_between(pause.first_day - timedelta(days=1), pause.until - timedelta(days=1))
    return add_working_days(day, stood)
