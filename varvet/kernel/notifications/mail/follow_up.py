"""Following up mail: what has not gone, to whom and why, for those who run the system. Never what it was about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from varvet.kernel.access.models import Assignment
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.notifications.models import Mail
from varvet.kernel.records.errors import RuleBroken

PERMISSION = "operations.view"
SHOWN = 100
RECENT = timedelta(days=1)


@dataclass(frozen=True)
class Counts:
    """Mails to people in the reader's units. `sent` since a day ago."""

    failed: int
    waiting: int
    sent: int


def visible_to(reader: Reader) -> QuerySet[Mail]:
    """Mail to those who have a role in the units that the reader runs the system for."""
    held = Assignment.objects.filter(unit_id__in=reader.units(PERMISSION)).values("user_id")
    return Mail.objects.filter(receiver_id__in=held)


def count(reader: Reader, *, now: datetime) -> Counts:
    """One query."""
    counted = visible_to(reader).aggregate(
        failed=Count("pk", filter=Q(state=Mail.State.FAILED)),
        waiting=Count("pk", filter=Q(state__in=[Mail.State.QUEUED, Mail.State.SENDING])),
        sent=Count("pk", filter=Q(state=Mail.State.SENT, sent_at__gt=now - RECENT)),
    )
    return Counts(**counted)


def list_mail(reader: Reader, states: Collection[str]) -> list[Mail]:
    """The latest tried first, at most 100."""
    rows = visible_to(reader).filter(state__in=states).select_related("receiver")
    return list(rows.order_by("-created_at", "-pk")[:SHOWN])


@transaction.atomic
def resend(mail: Mail, *, reader: Reader, now: datetime) -> None:
    """Puts a failed mail in the queue again, as the same mail. Asked twice, it goes once."""
    reader.require(PERMISSION)
    failed = visible_to(reader).filter(pk=mail.pk, state=Mail.State.FAILED)
    if not failed.update(state=Mail.State.QUEUED, next_try_at=now, attempts=0):
        raise RuleBroken("mail.resend.state", "Mejlet väntar redan på att skickas, eller har kommit fram.")
    subject = trail.Subject(kind="mail", actor_id=reader.user.pk)
    trail.write([trail.event("mail_resent", subject, data={"mail": mail.pk}, at=now)])
