"""Mail as shown to those who run the system: to whom, when and why, never what it was about."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.notifications.mail import delivery, follow_up
from varvet.kernel.notifications.models import Mail
from varvet.kernel.notifications.shown import Tab

STATES = {
    "misslyckade": [Mail.State.FAILED],
    "vantar": [Mail.State.QUEUED, Mail.State.SENDING],
    "skickade": [Mail.State.SENT],
}


@dataclass(frozen=True)
class Row:
    """`number` is the mail's own; the record's reference would tell who has to do with what."""

    number: int
    address: str
    state: str
    error: str
    tried_at: datetime | None
    tries: str


def page(reader: Reader, asked: str, *, now: datetime) -> dict[str, object]:
    chosen = asked if asked in STATES else "misslyckade"
    counts = follow_up.count(reader, now=now)
    return {
        "heading": _heading(counts.failed),
        "no_server": delivery.backend() == delivery.FILES,
        "tabs": [
            Tab(_("Misslyckade"), "?visa=misslyckade", chosen == "misslyckade", str(counts.failed or "")),
            Tab(_("Väntar"), "?visa=vantar", chosen == "vantar", str(counts.waiting or "")),
            Tab(_("Skickade"), "?visa=skickade", chosen == "skickade"),
        ],
        "rows": [_row(mail) for mail in follow_up.list_mail(reader, STATES[chosen])],
        "may_resend": chosen == "misslyckade",
    }


def _heading(failed: int) -> str:
    if not failed:
        return _("Alla mejl har kommit iväg")
    return ngettext("{count} mejl kom inte fram", "{count} mejl kom inte fram", failed).format(count=failed)


def _row(mail: Mail) -> Row:
    return Row(
        number=mail.pk,
        address=mail.receiver.email,
        state=str(mail.get_state_display()),
        error=mail.error,
        tried_at=mail.tried_at,
        tries=ngettext("{count} försök", "{count} försök", mail.attempts).format(count=mail.attempts),
    )
