"""What was sent to IMY and what IMY answered: the notification, what was added to it, and the ruling."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents.actions.case import open_case
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident, Supplement
from varvet.registers.privacy_incidents.models.deadline import imy_deadline
from varvet.registers.privacy_incidents.rules import Event, Ruling, deciding


@dataclass(frozen=True)
class Notice:
    """A notification: when it was sent, by whom, IMY's number if it is known yet, and whether more follows."""

    sent_at: datetime
    sent_by: User
    number: str = ""
    more_follows: bool = False
    why_late: str = ""


@dataclass(frozen=True)
class Addition:
    """What was added to a notification, on what day, and whether it was the last."""

    sent_on: date
    text: str = ""
    last: bool = False


@dataclass(frozen=True)
class Answered:
    """What IMY answered, on what day, under what number."""

    ruling: Ruling
    ruled_on: date
    number: str = ""
    text: str = ""


@transaction.atomic
def notify(*, incident: PrivacyIncident, notice: Notice, version: int, by: User, now: datetime) -> PrivacyIncident:
    """Registers that it was sent, outside the program; two who do it at once make one notification."""
    current = open_case(incident, Event.NOTIFY, version=version, by=by, now=now)
    deciding.check_to_notify(current.notify, notified=current.reported_to_imy_on is not None)
    deciding.check_notified(notice.sent_at, current.received_at, now)
    in_time = notice.sent_at <= imy_deadline(current, read_terms(current.root)).moment
    deciding.check_delay(in_time=in_time, why_late=notice.why_late)
    current.notified_at, current.reported_to_imy_on = notice.sent_at, day_of(notice.sent_at)
    current.notified_by, current.in_time = notice.sent_by, in_time
    current.imy_number, current.more_follows = notice.number.strip(), notice.more_follows
    current.save()
    keep(current, {Part.WHY_LATE: "" if in_time else notice.why_late}, by=by, now=now)
    spine.commit(current, "notified", by=by, data={"in_time": in_time, "more_follows": notice.more_follows})
    return current


@transaction.atomic
def supplement(
    *, incident: PrivacyIncident, addition: Addition, version: int, by: User, now: datetime
) -> PrivacyIncident:
    current = open_case(incident, Event.SUPPLEMENT, version=version, by=by, now=now)
    deciding.check_supplement(
        addition.sent_on, current.reported_to_imy_on, day_of(now), more_follows=current.more_follows
    )
    Supplement.objects.create(incident=current, sent_on=addition.sent_on, sent_by=by, last=addition.last)
    current.more_follows = not addition.last
    current.save()
    keep(current, {Part.ADDED: addition.text}, by=by, now=now)
    spine.commit(current, "supplemented", by=by, data={"last": addition.last})
    return current


@transaction.atomic
def write_ruling(
    *, incident: PrivacyIncident, answered: Answered, version: int, by: User, now: datetime
) -> PrivacyIncident:
    current = open_case(incident, Event.RULING, version=version, by=by, now=now)
    deciding.check_ruling(current.reported_to_imy_on)
    deciding.check_between("ruled_on", answered.ruled_on, current.reported_to_imy_on or answered.ruled_on, day_of(now))
    current.ruling, current.ruled_on = answered.ruling, answered.ruled_on
    current.imy_number = answered.number.strip() or current.imy_number
    current.save()
    keep(current, {Part.RULING: answered.text}, by=by, now=now)
    spine.commit(current, "ruled", by=by, data={"ruling": answered.ruling})
    return current
