"""What somebody has been told, as shown."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from varvet.kernel.notifications.events import KINDS, Event
from varvet.kernel.notifications.models import Notification
from varvet.kernel.notifications.queries import Told
from varvet.kernel.records.registry import get_register


@dataclass(frozen=True)
class Row:
    """A line of the page: what happened to which record. Coded values only."""

    pk: int
    sentence: str
    register: str
    at: datetime
    unread: bool


@dataclass(frozen=True)
class Tab:
    label: str
    href: str
    current: bool
    count: str = ""


def sentence(event: str, reference: str) -> str:
    """What happened, in the language being read."""
    return _(KINDS[Event(event)].sentence).format(reference=reference)


def row(notification: Notification) -> Row:
    return Row(
        pk=notification.pk,
        sentence=sentence(notification.event, notification.record.reference),
        register=_(get_register(notification.kind).label),
        at=notification.created_at,
        unread=notification.read_at is None,
    )


def list_page(told: Told, unread: int, *, unread_only: bool) -> dict[str, object]:
    chosen = "olasta" if unread_only else "alla"
    return {
        "rows": [row(notification) for notification in told.rows],
        "tabs": [
            Tab(_("Olästa"), "?visa=olasta", unread_only, str(unread or "")),
            Tab(_("Alla"), "?visa=alla", not unread_only),
        ],
        "unread": unread,
        "unread_only": unread_only,
        "up_to": told.rows[0].pk if told.rows else 0,
        "next_href": f"?visa={chosen}&efter={told.after}" if told.after else "",
    }
