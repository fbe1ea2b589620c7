"""What a person has been told, as far as they may still see the records it is about."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.registry import list_registers

SIZE = 50
COUNTED = 100


@dataclass(frozen=True)
class Told:
    """A page of what somebody has been told, the newest first. `after` is the next page's place, None on the last."""

    rows: list[Notification]
    after: int | None


def visible_to(reader: Reader) -> QuerySet[Notification]:
    """The reader's own, in the root worked in; a record that one no longer sees leaves no trace, nor in a count."""
    seen = Q(pk__in=[])
    for register in list_registers():
        own = register.visible_to(reader).filter(pk=OuterRef("record_id")).order_by()
        seen |= Q(Exists(own), kind=register.kind)
    return Notification.objects.filter(seen, receiver=reader.user)


def count_unread(reader: Reader) -> int:
    """One query; counting stops at 100."""
    return visible_to(reader).filter(read_at__isnull=True).order_by()[:COUNTED].count()


def list_page(reader: Reader, *, unread_only: bool, after: int | None) -> Told:
    rows = visible_to(reader).select_related("record").order_by("-pk")
    if unread_only:
        rows = rows.filter(read_at__isnull=True)
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = list(rows[: SIZE + 1])
    return Told(found[:SIZE], found[SIZE - 1].pk if len(found) > SIZE else None)
