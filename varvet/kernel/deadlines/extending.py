"""Giving more time, with a written reason: the ladder begins anew from the new last day."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.deadlines.clocks import clocks_of, due_day_of
from varvet.kernel.deadlines.models import EXTENDED, Extension, Pause
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, get_register


@transaction.atomic
def extend(*, record: Record, code: str, until: date, reason: str, by: User, now: datetime) -> Extension:
    """RuleBroken also when the day is no later than the one that holds."""
    current = locked(record)
    clock = get_extendable(current, code, by=by, today=day_of(now))
    _check(clock, until, reason, day_of(now))
    given = Extension.objects.create(
        record_id=current.pk, clock=code, until=until, reason=reason.strip(), given_at=now, given_by=by
    )
    spine.commit(current, EXTENDED, by=by, data={"clock": code, "until": until.isoformat()})
    return given


def locked(record: Record) -> Any:
    """As its own register's, as it is now; nobody else gives it time until this transaction ends."""
    return get_register(record.kind).model._base_manager.select_for_update().get(pk=record.pk)


def get_extendable(record: Record, code: str, *, by: User, today: date) -> Clock:
    """NotAllowed for who may not; RuleBroken when it does not run, cannot be extended, or stands."""
    clock = get_running(record, code, by=by, today=today)
    if not clock.extendable:
        raise RuleBroken("deadline.fixed", marked("Tiden står i lagen och kan inte förlängas här."))
    if Pause.objects.filter(record=record.pk, clock=code, first_day__lte=today, until__gt=today).exists():
        raise RuleBroken("deadline.stands", marked("Tiden är pausad. Låt den gå igen först."))
    return clock


def get_running(record: Record, code: str, *, by: User, today: date) -> Clock:
    """The clock as it stands. NotAllowed for who may not touch it; RuleBroken when it does not run."""
    found = [clock for clock in clocks_of(record) if clock.code == code]
    if not found:
        raise RuleBroken("deadline.not_running", marked("Det finns ingen tid att förlänga i det här läget."))
    check(by, found[0].permission, record.unit, today=today)
    return found[0]


def _check(clock: Clock, until: date, reason: str, today: date) -> None:
    if until <= max(due_day_of(clock), today):
        raise RuleBroken("deadline.until", marked("Välj en dag efter den sista dagen och efter i dag."), field="until")
    if not reason.strip():
        raise RuleBroken("deadline.reason", marked("Skriv varför tiden behöver förlängas."), field="reason")
