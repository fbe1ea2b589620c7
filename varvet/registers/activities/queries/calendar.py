"""What a person's calendar holds: the wheels of their roots, and what waits for them by name anywhere."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Q
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.clocks import due_day_of, list_clocks
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, get_register
from varvet.registers.activities.models import KIND, Feed, Occasion
from varvet.registers.activities.queries.visible import VIEW, visible_to
from varvet.registers.activities.rules import Status

BACK, AHEAD = timedelta(days=90), timedelta(days=400)
CANCELLED_SHOWN = timedelta(days=60)  # so that calendars that ask seldom have time to take them away
MOST = 400  # events of a root


@dataclass(frozen=True)
class Entry:
    """A day of the calendar. `label` is the activity's name or the kind of register: never a person, never a text.

    `number` rises with each change; `uid` is the same whatever becomes of it.
    """

    uid: str
    label: str
    reference: str
    day: date
    href: str
    number: int
    changed_at: datetime
    cancelled: bool = False
    is_deadline: bool = False


def find_feed(digest: str) -> Feed | None:
    """None where nobody has it, or the person no longer works here."""
    return Feed.objects.filter(digest=digest, person__is_active=True).select_related("person").first()


def feed_of(person: User) -> Feed | None:
    return Feed.objects.filter(person=person).first()


def list_entries(person: User, today: date) -> list[Entry]:
    """Of every root where the person has a role today, in order of days."""
    found = [entry for root in Reader(person, today).roots for entry in _of_root(person, root, today)]
    return sorted(found, key=lambda entry: (entry.day, entry.uid))


def _of_root(person: User, root: Unit, today: date) -> Iterator[Entry]:
    reader = Reader(person, today, root.slug)
    if reader.has(VIEW):
        yield from _occasions(reader, root, today)
    yield from _deadlines(reader, root, today)


def _occasions(reader: Reader, root: Unit, today: date) -> Iterator[Entry]:
    lately = Q(changed_at__date__gte=today - CANCELLED_SHOWN) | ~Q(status=Status.CANCELLED)
    rows = visible_to(reader).filter(lately, due_on__gte=today - BACK, due_on__lte=today + AHEAD)
    for row in rows.order_by("due_on", "pk")[:MOST]:
        yield _entry_of(row, root)


def _entry_of(row: Occasion, root: Unit) -> Entry:
    return Entry(
        uid=_uid(root, row.pk, "occasion"),
        label=row.name,
        reference=row.reference,
        day=row.due_on,
        href=reverse("activities:page", args=[row.reference]),
        number=row.version,
        changed_at=row.changed_at,
        cancelled=row.status == Status.CANCELLED,
    )


def _deadlines(reader: Reader, root: Unit, today: date) -> Iterator[Entry]:
    """What the person has by name. Without anything but the number and the register: a calendar is read by others."""
    mine = reader.user.pk
    clocks = [clock for clock in list_clocks(root) if clock.holder_id == mine and mine not in clock.not_for]
    records = _seen(reader, {clock.record_id for clock in clocks})
    events = AuditEvent.objects.filter(record_id__in=records)
    changed = dict(events.order_by().values_list("record_id").annotate(at=Max("at")))
    near = (c for c in clocks if c.record_id in records and today - BACK <= due_day_of(c) <= today + AHEAD)
    for clock in list(near)[:MOST]:
        record = records[clock.record_id]
        yield _deadline(clock, record, root, changed.get(record.pk, record.received_at))


def _seen(reader: Reader, ids: Collection[int]) -> dict[int, Record]:
    """Those the person may still open: what they are shut out from leaves no trace here either."""
    records = Record.objects.exclude(kind=KIND).in_bulk(ids)
    kinds = {record.kind for record in records.values()}
    seen = {
        pk
        for kind in kinds
        for pk in get_register(kind).visible_to(reader).filter(pk__in=records).values_list("pk", flat=True)
    }
    return {pk: record for pk, record in records.items() if pk in seen}


def _deadline(clock: Clock, record: Record, root: Unit, changed_at: datetime) -> Entry:
    register = get_register(record.kind)
    return Entry(
        uid=_uid(root, record.pk, clock.code),
        label=register.label,
        reference=record.reference,
        day=due_day_of(clock),
        href=reverse(register.page, args=[record.reference]),
        number=record.version,
        changed_at=changed_at,
        is_deadline=True,
    )


def _uid(root: Unit, record_id: int, what: str) -> str:
    return f"{root.slug}-{record_id}-{what}"
