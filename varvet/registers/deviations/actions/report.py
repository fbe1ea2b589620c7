"""Reporting: what happened becomes a received deviation, once, however often the form is sent."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.drafts import drop_draft
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import tell_those_who_handle
from varvet.registers.deviations.models import KIND, Channel, Deviation, Part

DRAFT = "deviations.report"


@dataclass(frozen=True)
class Report:
    """What the reporter wrote. `day` only when `when` is another day; `seconds` from opening the form to sending."""

    unit: Unit
    what: str
    when: rules.When
    worry: int
    day: date | None = None
    clock: time | None = None
    affected: str = ""
    done: str = ""
    seconds: int | None = None


@transaction.atomic
def report(*, content: Report, key: str, by: User, now: datetime) -> Record:
    """The new deviation, or the one the same key made before."""
    check(by, "deviations.report", content.unit, today=day_of(now))
    rules.check_words(content.what)
    rules.check_when(content.when, content.day, day_of(now))
    record = once(key, by=by, create=lambda: _create(content, by, now))
    drop_draft(owner=by, form=DRAFT)
    return record


def _create(content: Report, by: User, now: datetime) -> Deviation:
    root = content.unit.root
    assert root is not None
    day = rules.event_day(content.when, content.day, day_of(now))
    deviation = Deviation.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=content.unit,
        status=rules.Status.RECEIVED,
        occurred_day=day,
        occurred_time=content.clock if day else None,
        received_at=now,
        opened_by=by,
        worry=content.worry,
        channel=Channel.WEB,
        seconds_to_report=content.seconds,
    )
    parts = {Part.WHAT: content.what, Part.AFFECTED: content.affected, Part.DONE: content.done}
    keep(deviation, parts, by=by, now=now)
    tell_those_who_handle(deviation, Event.ARRIVED, by=by, now=now)
    spine.commit(deviation, "received", by=by)
    return deviation
