"""The clock to IMY as shown: hours left, or how late it is, and until when, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.ui.sentences import length_of
from varvet.kernel.ui.shapes import tone_of
from varvet.kernel.ui.words import TimeUnit, capitalised, swedish_day, time_left
from varvet.registers.privacy_incidents import queries, rules
from varvet.registers.privacy_incidents.models import PrivacyIncident

SECONDS_AN_HOUR = 3600


@dataclass(frozen=True)
class Clock:
    """Whole hours left of how many (below zero is late) until an instant; the words a page without script shows.

    `until` says "till tisdag 24 november kl. 14.05".
    """

    left: int
    total: int
    moment: datetime
    length: str
    tone: str
    says: str
    until: str


def clock(incident: PrivacyIncident, now: datetime) -> Clock | None:
    """Time left to notify IMY; none once it is notified, or decided that it is not."""
    if not rules.imy_waits(incident.progress):
        return None
    deadline = queries.report_by(incident)
    left = int((deadline.moment - now).total_seconds() // SECONDS_AN_HOUR)
    return Clock(
        left=left,
        total=deadline.term.value,
        moment=deadline.moment,
        length=length_of(deadline.term),
        tone=tone_of(left, TimeUnit.HOURS).value,
        says=time_left(left, TimeUnit.HOURS),
        until=until_in_words(deadline.moment, left, timezone.localdate(now)),
    )


def until_in_words(moment: datetime, left: int, today: date) -> str:
    said = moment_in_words(moment, today)
    if left < 0:
        return _("IMY skulle ha fått anmälan senast {moment}").format(moment=said)
    return _("till {moment}").format(moment=said)


def moment_in_words(moment: datetime, today: date) -> str:
    """ "tisdag 24 november kl. 14.05", as clocks in Sweden show it."""
    local = timezone.localtime(moment)
    day = swedish_day(local.date(), today)
    return _("{day} kl. {hour}.{minute}").format(day=day, hour=f"{local:%H}", minute=f"{local:%M}")


def at_the_latest(incident: PrivacyIncident, today: date) -> str:
    """For the receipt: when IMY is to be told at the latest."""
    return capitalised(moment_in_words(queries.report_by(incident).moment, today))
