"""A calendar as a file that calendar programs subscribe to: whole days, so that no change of clocks moves them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from varvet.kernel.ui.sentences import said
from varvet.registers.activities.queries import Entry

MAKER = "-//Varvet//arshjul//SV"
ASK_AGAIN = timedelta(hours=6)


def written(entries: Sequence[Entry], address: str, now: datetime) -> bytes:
    """`address` begins the links to pages."""
    calendar = Calendar()
    for name, value in {"prodid": MAKER, "version": "2.0", "calscale": "GREGORIAN", "method": "PUBLISH"}.items():
        calendar.add(name, value)
    calendar.add("x-wr-calname", _("Varvet: årshjul och tider"))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, address, now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, address: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{urlsplit(settings.SITE_ADDRESS).hostname or 'varvet'}")
    event.add("summary", _summary(entry))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("sequence", entry.number)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add("url", f"{address}{entry.href}")
    return event


def _summary(entry: Entry) -> str:
    if entry.is_deadline:
        return _("{reference}: sista dag, {register}").format(
            reference=entry.reference, register=said(entry.label).lower()
        )
    return entry.label
