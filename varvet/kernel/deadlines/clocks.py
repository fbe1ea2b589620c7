"""The clocks that run in a root: what each register says is to be done by when, with the time given in addition."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from varvet.kernel.deadlines.models import Extension
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, get_register, list_registers


def list_clocks(root: Unit) -> list[Clock]:
    clocks = [clock for register in list_registers() if register.clocks for clock in register.clocks(root)]
    return with_extensions(clocks)


def clocks_of(record: Record) -> list[Clock]:
    """Those that run for one record."""
    register = get_register(record.kind)
    found = register.clocks(record.root) if register.clocks else []
    return with_extensions([clock for clock in found if clock.record_id == record.pk])


def extended_until(record_ids: Collection[int], clock: str) -> dict[int, date]:
    """Record id -> the day until which the clock has been extended, for those that have."""
    rows = Extension.objects.filter(record__in=record_ids, clock=clock).order_by("pk")
    return dict(rows.values_list("record_id", "until"))


def with_extensions(clocks: list[Clock]) -> list[Clock]:
    """One query. The latest that was given holds, where it is later than the first day set."""
    if not clocks:
        return []
    rows = Extension.objects.filter(record__in={clock.record_id for clock in clocks}).order_by("pk")
    until = {(record, code): day for record, code, day in rows.values_list("record_id", "clock", "until")}
    return [replace(clock, due=max(clock.due, until.get((clock.record_id, clock.code), clock.due))) for clock in clocks]
