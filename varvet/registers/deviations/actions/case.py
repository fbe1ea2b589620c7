"""A case as it is locked and moved: a deviation with the reports that are handled together with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import MAY_HANDLE
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Event

PERMISSIONS = dict.fromkeys(Event, MAY_HANDLE) | {
    Event.CLOSE: "deviations.close",
    Event.REOPEN: "deviations.reopen",
}


@dataclass(frozen=True)
class Case:
    """The deviation one works with, and the reports joined to it, all locked."""

    lead: Deviation
    joined: tuple[Deviation, ...]

    def move(self, status: str, changes: Mapping[str, object]) -> None:
        """Saves the state of all; `changes` are the fields that change in each."""
        for deviation in self.all:
            deviation.status = status
            for name, value in changes.items():
                setattr(deviation, name, value)
            deviation.save()

    @property
    def all(self) -> tuple[Deviation, ...]:
        return (self.lead, *self.joined)

    def commit(self, event: str, *, by: User, data: dict[str, object] | None = None) -> Deviation:
        for deviation in (*self.joined, self.lead):
            spine.commit(deviation, event, by=by, data=data)
        return self.lead


def open_case(deviation: Deviation, event: Event, *, version: int, by: User, now: datetime) -> Case:
    """May the person, is it the version known, and can it happen now: then the case, locked."""
    check(by, PERMISSIONS[event], deviation.unit, today=day_of(now))
    lead, joined = spine.lock_with(deviation, Q(joined_to_id=deviation.pk), version=version)
    rules.check_own_case(lead.joined_to_id is not None)
    rules.check_now(event, lead.status)
    return Case(lead, tuple(joined))


def open_one(deviation: Deviation, event: Event, *, version: int, by: User, now: datetime) -> Deviation:
    """As `open_case`, for what is done to one report alone, whatever case it is handled in."""
    check(by, PERMISSIONS[event], deviation.unit, today=day_of(now))
    current = spine.lock(deviation, version=version)
    rules.check_now(event, current.status)
    return current


def open_two(
    deviation: Deviation, other: Deviation, event: Event, *, version: int, by: User, now: datetime
) -> tuple[Deviation, Deviation]:
    """As `open_one`, with another to tie it to, where the person must be allowed the same."""
    rules.check_another(deviation.pk, other.pk)
    for each in (deviation, other):
        check(by, PERMISSIONS[event], each.unit, today=day_of(now))
    current, [found] = spine.lock_with(deviation, Q(pk=other.pk), version=version)
    rules.check_now(event, current.status)
    return current, found
