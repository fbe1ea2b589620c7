"""What a mail says: a sentence with a reference and a link for each thing, never what it is about."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.module_loading import import_string
from django.utils.translation import ngettext

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.notifications.models import Mail, Notification
from varvet.kernel.notifications.queries import visible_to
from varvet.kernel.notifications.shown import sentence

MOST_LINES = 20


@dataclass(frozen=True)
class Line:
    """One thing: the sentence, and where it leads."""

    sentence: str
    href: str


@dataclass(frozen=True)
class Letter:
    """What a mail says; `template` is the name of its .txt and .html."""

    subject: str
    lines: list[Line]
    template: str
    list_href: str


def compose(mail: Mail) -> EmailMultiAlternatives | None:
    """In the receiver's language; None when there is nothing left that they may see and have not read."""
    with translation.override(mail.receiver.language or settings.LANGUAGE_CODE):
        letter = _weekly(mail.receiver) if hasattr(mail, "weekly") else _news(mail)
        return _message(mail, letter) if letter else None


def _weekly(receiver: User) -> Letter | None:
    """What waits is known above: the wiring names who writes the week's mail."""
    write: Callable[[User], Letter | None] = import_string(settings.WEEKLY_LETTER)
    return write(receiver)


def _news(mail: Mail) -> Letter | None:
    lines, told = _lines(mail), settings.SITE_ADDRESS + reverse("notifications:list")
    return Letter(_subject(lines), lines, "notifications/mail", told) if lines else None


def _lines(mail: Mail) -> list[Line]:
    """One for each record and event. Asked when it is sent: a person may have lost their sight of a record since."""
    rows = list(mail.notifications.filter(read_at__isnull=True).select_related("record__root").order_by("pk"))
    seen = _seen(mail.receiver, rows)
    told = {(row.record_id, row.event): row for row in rows if row.pk in seen}
    return [Line(sentence(row.event, row.record.reference), _address(row)) for row in told.values()]


def _seen(receiver: User, rows: list[Notification]) -> set[int]:
    today, ids = timezone.localdate(), [row.pk for row in rows]
    readers = [Reader(receiver, today, slug) for slug in {row.record.root.slug for row in rows}]
    return {pk for reader in readers for pk in visible_to(reader).filter(pk__in=ids).values_list("pk", flat=True)}


def _address(row: Notification) -> str:
    """The root too, for somebody who works in several."""
    return f"{settings.SITE_ADDRESS}{reverse('notifications:follow', args=[row.pk])}?rot={row.record.root.slug}"


def _message(mail: Mail, letter: Letter) -> EmailMultiAlternatives:
    said = {
        "lines": letter.lines[:MOST_LINES],
        "more": max(0, len(letter.lines) - MOST_LINES),
        "list_href": letter.list_href,
        "settings_href": settings.SITE_ADDRESS + reverse("notifications:settings"),
        "language": translation.get_language(),
    }
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=render_to_string(f"{letter.template}.txt", said),
        to=[mail.receiver.email],
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string(f"{letter.template}.html", said), "text/html")
    return message


def _subject(lines: list[Line]) -> str:
    """On one line, whatever a reference holds: a line break would begin a header of its own."""
    if len(lines) == 1:
        return " ".join(lines[0].sentence.split())
    return ngettext("{count} nyhet i Varvet", "{count} nyheter i Varvet", len(lines)).format(count=len(lines))
