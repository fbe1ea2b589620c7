"""Drafts: what somebody has begun to write, theirs alone until they send it."""

import json
from datetime import date, datetime, timedelta

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Draft

KEPT = timedelta(days=30)


def save_draft(*, owner: User, form: str, content: dict[str, str], now: datetime) -> Draft:
    """Keeps the latest; an earlier draft of the same form is replaced."""
    values = {
        "content": json.dumps(content, ensure_ascii=False),
        "saved_at": now,
        "expires_on": day_of(now) + KEPT,
    }
    return Draft.objects.update_or_create(owner=owner, form=form, defaults=values)[0]


def get_draft(*, owner: User, form: str, today: date) -> dict[str, str]:
    """Field -> text; empty when there is none or its day has passed."""
    draft = Draft.objects.filter(owner=owner, form=form, expires_on__gte=today).first()
    content: dict[str, str] = json.loads(draft.content) if draft else {}
    return content


def drop_draft(*, owner: User, form: str) -> None:
    Draft.objects.filter(owner=owner, form=form).delete()


def remove_expired(*, today: date) -> int:
    return Draft.objects.filter(expires_on__lt=today).delete()[0]
