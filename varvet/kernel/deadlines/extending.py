"""Giving more time, with a written reason: the ladder begins anew from the new last day."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.deadlines.models import Extension
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import Clock, get_register


@transaction.atomic
def extend(*, record: Record, code: str, until: date, reason: str, by: User, now: datetime) -> Extension:
    """RuleBroken also when the day is no later than the one that holds."""
    model = get_register(record.kind).model
    current = model._base_manager.select_for_update().get(pk=record.pk)
    clock = get_extendable(current, code, by=by, today=day_of(now))
    _check(clock, until, reason, day_of(now))
    given = Extension.objects.create(
        record_id=current.pk, clock=code, until=until, reason=reason.strip(), given_at=now, given_by=by
    )
    spine.commit(current, "extended", by=by, data={"clock": code, "until": until.isoformat()})
    return given


def get_extendable(record: Record, code: str, *, by: User, today: date) -> Clock:
    """The clock as it stands. NotAllowed for who may not; RuleBroken when it does not run or cannot be extended."""
    found = [clock for clock in clocks_of(record) if clock.code == code]
    if not found:
        raise RuleBroken("deadline.not_running", "Det finns ingen tid att förlänga i det här läget.")
    check(by, found[0].permission, record.unit, today=today)
    if not found[0].extendable:
        raise RuleBroken("deadline.fixed", "Tiden står i lagen och kan inte förlängas här.")
    return found[0]


def _check(clock: Clock, until: date, reason: str, today: date) -> None:
    if until <= max(clock.due, today):
        raise RuleBroken("deadline.until", "Välj en dag efter den sista dagen och efter i dag.", field="until")
    if not reason.strip():
        raise RuleBroken("deadline.reason", "Skriv varför tiden behöver förlängas.", field="reason")


def read_extensions(record: Record, code: str, *, by: User) -> list[Extension]:
    """What has been given before, the latest first; reading the reasons is noted."""
    given = list(Extension.objects.filter(record=record.pk, clock=code).order_by("-pk"))
    if given:
        note_reading(record, "extensions", by=by)
    return given
