"""The secret address of a person's calendar: made and shown once, replaced, removed, and counted when it is read."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.registers.activities.models import KIND, Feed

AN_HOUR = timedelta(hours=1)
CALENDAR = "calendar"  # what is read, in the trail of readings
MOST_READS = 30  # an hour; calendars ask a few times an hour at most


def digest_of(secret: str) -> str:
    """The secret has 256 bits of its own, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_feed(*, by: User, now: datetime) -> str:
    """A new secret, which is kept nowhere; the address before it leads nowhere from now on."""
    secret = secrets.token_urlsafe(32)
    fresh = {"digest": digest_of(secret), "made_at": now, "read_at": None, "hour": None, "reads": 0}
    Feed.objects.update_or_create(person=by, defaults=fresh)
    _tell("calendar_made", by)
    return secret


@transaction.atomic
def remove_feed(*, by: User) -> None:
    if Feed.objects.filter(person=by).delete()[0]:
        _tell("calendar_removed", by)


def note_read(feed: Feed, *, now: datetime) -> bool:
    """Whether it may be read once more within the hour. The first reading of each hour is noted in the trail."""
    if feed.hour is None or now - feed.hour >= AN_HOUR:
        Feed.objects.filter(pk=feed.pk).update(hour=now, reads=1, read_at=now)
        trail.write_reading(kind=CALENDAR, record_id=feed.pk, part="calendar", actor_id=feed.person_id)
        return True
    counted = Feed.objects.filter(pk=feed.pk, reads__lt=MOST_READS).update(reads=F("reads") + 1, read_at=now)
    return bool(counted)


def _tell(event: str, by: User) -> None:
    trail.write([trail.event(event, trail.Subject(kind=KIND, actor_id=by.pk))])
