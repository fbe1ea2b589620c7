"""Letting the time stand, with a written reason, until a day; and letting it go on before that day."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.deadlines.clocks import due_day_of
from varvet.kernel.deadlines.extending import get_running, locked
from varvet.kernel.deadlines.models import PAUSED, RESUMED, Pause
from varvet.kernel.law.days import add_months, day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock

LONGEST_TERM = "paus_langst"  # in months


@transaction.atomic
def pause(*, record: Record, code: str, until: date, reason: str, by: User, now: datetime) -> Pause:
    """The time stands from today; on the day `until` it goes on by itself."""
    current, today = locked(record), day_of(now)
    get_pausable(current, code, by=by, today=today)
    _check(until, reason, today)
    _check_length(current, until, today)
    given = Pause.objects.create(
        record_id=current.pk,
        clock=code,
        first_day=today,
        until=until,
        reason=reason.strip(),
        paused_at=now,
        paused_by=by,
    )
    spine.commit(current, PAUSED, by=by, data={"clock": code, "until": until.isoformat()})
    return given


@transaction.atomic
def resume(*, record: Record, code: str, reason: str, by: User, now: datetime) -> Pause:
    """The time goes on today."""
    current, today = locked(record), day_of(now)
    get_running(current, code, by=by, today=today)
    standing = find_pause(current, code, today)
    if standing is None:
        raise RuleBroken("deadline.not_paused", marked("Tiden är inte pausad."))
    if not reason.strip():
        raise RuleBroken("deadline.reason", marked("Skriv varför tiden ska gå igen."), field="reason")
    standing.until, standing.resumed_at, standing.resumed_by = today, now, by
    standing.resumed_reason = reason.strip()
    standing.save()
    spine.commit(current, RESUMED, by=by, data={"clock": code, "until": today.isoformat()})
    return standing


def get_pausable(record: Record, code: str, *, by: User, today: date) -> Clock:
    """NotAllowed for who may not; RuleBroken when it does not run, cannot be paused, stands already or has passed."""
    clock = get_running(record, code, by=by, today=today)
    if not clock.pausable:
        raise RuleBroken("deadline.unpausable", marked("Tiden står i lagen och kan inte pausas här."))
    if find_pause(record, code, today):
        raise RuleBroken("deadline.paused", marked("Tiden är redan pausad."))
    if due_day_of(clock) < today:
        raise RuleBroken("deadline.late", marked("Tiden har redan gått ut. Ge mer tid i stället."))
    return clock


def find_pause(record: Record, code: str, today: date) -> Pause | None:
    """The pause in which the time stands today."""
    return Pause.objects.filter(record=record.pk, clock=code, first_day__lte=today, until__gt=today).first()


def _check(until: date, reason: str, today: date) -> None:
    if until <= today:
        raise RuleBroken("deadline.until", marked("Välj en dag efter i dag."), field="until")
    if not reason.strip():
        raise RuleBroken("deadline.reason", marked("Skriv varför tiden behöver pausas."), field="reason")


def _check_length(record: Record, until: date, today: date) -> None:
    """A pause is no way to put a case away."""
    months = get_term(LONGEST_TERM, root=record.root, on=today).value
    if until > add_months(today, months):
        wording = marked("Pausa i högst {months} månader. Pausa igen om det behövs.")
        raise RuleBroken("deadline.pause.long", wording, field="until", values={"months": months})
