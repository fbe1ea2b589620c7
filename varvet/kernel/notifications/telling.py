"""Telling people: rows written in the transaction of what happened, so that nothing is lost and nothing is untrue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import connection
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, day_of
from varvet.kernel.notifications.choices import chosen_among, mode_of
from varvet.kernel.notifications.events import KINDS, Event, MailMode, Side
from varvet.kernel.notifications.models import Announcement, Notification
from varvet.kernel.notifications.people import Receivers, Sight
from varvet.kernel.records.models import Record

GATHERED_FOR = timedelta(minutes=1)  # what happens close together goes in one mail
DAILY_AT = time(7, 0)


@dataclass(frozen=True)
class Holding:
    """A record with whom it is with by name, if anybody, what is asked of that person, and who takes no part in it."""

    record: Record
    holder_id: int | None
    permission: str
    not_for: frozenset[int] = frozenset()


def tell(
    record: Record, event: Event, *, to: Iterable[User | None], by: User | None, now: datetime | None = None
) -> list[User]:
    """Tells those of `to` who may see the record, the one who did it excepted. Returns whom it told.

    Of what asks for work, the deputy of somebody who is away is told too.
    Must run inside the action's transaction: what is undone is told to nobody. None in `to` is somebody unknown,
    such as a reporter without an account.
    """
    moment = _moment(now)
    sight = Sight(record, day_of(moment))
    seeing = [user for user in to if user and sight.sees(user)]
    if KINDS[event].side is Side.HANDLING:
        seeing = sight.present(seeing).users
    return _write(record, event, _chosen(seeing, event), by, moment)


def tell_holder(holding: Holding, event: Event, *, by: User | None, now: datetime | None = None) -> list[User]:
    """Tells whoever has the record by name and, when they are away, their deputy; when nobody of them is at work, or
    whoever had it may not have it any longer, also those nearest."""
    moment, record = _moment(now), holding.record
    sight = Sight(record, day_of(moment), holding.not_for)
    holder = User.objects.filter(pk=holding.holder_id).first() if holding.holder_id else None
    able = [holder] if holder is not None and sight.is_with(holder, holding.permission) else []
    present = sight.present(able, holding.permission)
    if present.here:
        return _write(record, event, _chosen(present.users, event), by, moment)
    nearest = sight.receivers(holding.permission, event)
    to = Receivers([*present.users, *nearest.users], {**chosen_among(present.users, event), **nearest.chosen})
    return _write(record, event, to, by, moment)


def tell_nearest(
    record: Record, event: Event, permission: str, *, by: User | None, now: datetime | None = None
) -> list[User]:
    """Tells those nearest the record's unit who hold the permission, and those above who have asked for it."""
    moment = _moment(now)
    found = Sight(record, day_of(moment)).receivers(permission, event)
    return _write(record, event, found, by, moment)


def announce(record: Record, event: Event, permission: str, *, by: User | None, now: datetime | None = None) -> None:
    """As `tell_nearest`, but whoever does it waits for one row only: the worker finds the people a moment later."""
    moment = _moment(now)
    Announcement.objects.create(record=record, event=event, permission=permission, by=by, happened_at=moment)


def tell_above(holding: Holding, event: Event, *, level: int = 1, now: datetime) -> list[User]:
    """Tells the managers of those nearest, or with a higher level the managers of those."""
    found = Sight(holding.record, day_of(now), holding.not_for).levels_up(holding.permission, level)
    return _write(holding.record, event, _chosen(found, event), None, _moment(now))


def _moment(now: datetime | None) -> datetime:
    if not connection.in_atomic_block:
        raise RuntimeError("people are told inside the action's transaction")
    return now or timezone.now()


def _chosen(users: list[User], event: Event) -> Receivers:
    return Receivers(users, chosen_among(users, event) if users else {})


def _write(record: Record, event: Event, to: Receivers, by: User | None, moment: datetime) -> list[User]:
    told = list({user.pk: user for user in to.users if by is None or user.pk != by.pk}.values())
    modes = {user.pk: mode_of(to.chosen.get(user.pk), event) for user in told}
    if told:
        Notification.objects.bulk_create(_row(user, record, event, moment, modes[user.pk]) for user in told)
    return told


def _row(user: User, record: Record, event: Event, moment: datetime, mode: MailMode) -> Notification:
    return Notification(
        receiver=user,
        record_id=record.pk,
        kind=record.kind,
        event=event,
        created_at=moment,
        mail_due_at=mail_due(mode, moment),
    )


def mail_due(mode: MailMode, moment: datetime) -> datetime | None:
    """When a mail of it is to go; daily ones the next morning, Swedish time."""
    if mode is MailMode.NEVER:
        return None
    if mode is MailMode.AT_ONCE:
        return moment + GATHERED_FOR
    local = moment.astimezone(STOCKHOLM)
    morning = datetime.combine(local.date(), DAILY_AT, STOCKHOLM)
    return morning if local < morning else datetime.combine(local.date() + timedelta(days=1), DAILY_AT, STOCKHOLM)
