"""One-time keys: a form sent twice makes one record and shows the first receipt."""

import secrets
from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, transaction

from varvet.kernel.access.models import User
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
    earlier = find_made(key, by=by)
    if earlier:
        return earlier
    try:
        with transaction.atomic():
            used = OneTimeKey.objects.create(key=key, user=by)
            record = create()
            OneTimeKey.objects.filter(pk=used.pk).update(record_id=record.pk)
            return record
    except IntegrityError as error:
        earlier = find_made(key, by=by)
        if earlier is not None:
            return earlier
        if OneTimeKey.objects.filter(key=key).exists():
            raise RuleBroken("once.used", "Formuläret är redan använt. Öppna det på nytt.") from error
        raise


def find_made(key: str, *, by: User | None) -> Record | None:
    """What the person's form with this key made; without a person, what a form sent without an account made."""
    used = OneTimeKey.objects.filter(key=key, user=by, record__isnull=False).select_related("record").first()
    return used.record if used else None
