"""What was announced reaches people: each announcement once, however many workers there are."""

from django.db import transaction

from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Announcement
from varvet.kernel.notifications.telling import tell_nearest

AT_A_TIME = 500


def waits() -> bool:
    return Announcement.objects.exists()


def spread() -> int:
    """Tells what is announced, the oldest first; returns how many announcements were told."""
    waiting = list(Announcement.objects.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME])
    return sum(_spread(pk) for pk in waiting)


@transaction.atomic
def _spread(pk: int) -> int:
    """People are found and told, and the announcement goes, all or nothing; 0 when another worker was first."""
    said = (
        Announcement.objects.select_for_update(of=("self",)).select_related("record__root", "by").filter(pk=pk).first()
    )
    if said is None:
        return 0
    tell_nearest(said.record, Event(said.event), said.permission, by=said.by, now=said.happened_at)
    said.delete()
    return 1
