"""One-time keys: a form sent twice makes one record and shows the first receipt."""

import secrets
from collections.abc import Callable
from typing import TypeVar

from django.db import connection, transaction
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import OneTimeKey, Record

R = TypeVar("R", bound=Record)


def new_key() -> str:
    return secrets.token_urlsafe(24)


def once(key: str, *, by: User | None, create: Callable[[], R]) -> Record:
    """Runs `create` the first time a key is seen, and returns its record every time after.

    The key's row is written first, so that a second sender waits for the first and finds its record. Without a person
    the key alone tells whose form it was: then it must be one that nobody else can know.
    """
    with transaction.atomic(savepoint=False):  # what goes wrong inside undoes the whole action
        used = _take(key, by)
        if used is not None:
            record = create()
            OneTimeKey.objects.filter(pk=used).update(record_id=record.pk)
            return record
    earlier = find_made(key, by=by)
    if earlier is None:
        raise RuleBroken("once.used", marked("Formuläret är redan använt. Öppna det på nytt."))
    return earlier


def _take(key: str, by: User | None) -> int | None:
    """The id of the key's row, or None when the key is taken; waits for whoever is just taking it."""
    used_at = OneTimeKey._meta.get_field("used_at").get_db_prep_value(timezone.now(), connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO records_onetimekey (key, user_id, used_at) VALUES (%s, %s, %s) "
            "ON CONFLICT (key) DO NOTHING RETURNING id",
            [key, by.pk if by else None, used_at],
        )
        row = cursor.fetchone()
    return int(row[0]) if row else None


def find_made(key: str, *, by: User | None) -> Record | None:
    """What the person's form with this key made; without a person, what a form sent without an account made."""
    used = OneTimeKey.objects.filter(key=key, user=by, record__isnull=False).select_related("record").first()
    return used.record if used else None
