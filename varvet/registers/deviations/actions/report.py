"""Reporting: what happened becomes a received deviation, once, however often the form is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.models import Sign
from varvet.kernel.questions.suspicions import notice, notice_words
from varvet.kernel.records import spine
from varvet.kernel.records.drafts import drop_draft
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import unnumbered
from varvet.kernel.records.once import once
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.telling import announce_arrival
from varvet.registers.deviations.models import KIND, Channel, Deviation, Part, Reporting, UnitLink, Worry
from varvet.registers.deviations.rules import reporting

DRAFT = "deviations.report"
PERMISSION = "deviations.report"


@dataclass(frozen=True)
class Origin:
    """How a report came in: for which colleague or for whom else it was made, or by which link and follow-up code."""

    channel: Channel = Channel.WEB
    on_behalf_of: User | None = None
    told_by: str = ""
    link: UnitLink | None = None
    follow_hash: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.on_behalf_of or self.told_by or self.link)


@dataclass(frozen=True)
class Report:
    """What the reporter wrote. `day` and `clock` only when `when` is another day. No `worry` where nobody was asked.

    `seconds` from opening the form to sending; None when it is not known, as for what is registered for others.
    """

    unit: Unit
    what: str
    when: rules.When
    worry: int | None
    day: date | None = None
    clock: time | None = None
    affected: str = ""
    done: str = ""
    seconds: int | None = None
    origin: Origin = Origin()


@transaction.atomic
def report(*, content: Report, key: str, by: User, now: datetime) -> Record:
    """The new deviation, or the one the same key made before."""
    check(by, PERMISSION, content.unit, today=day_of(now))
    check_report(content, now)
    drop_draft(owner=by, form=DRAFT)
    return once(key, by=by, create=lambda: create_deviation(content, by=by, now=now))


def check_report(content: Report, now: datetime) -> None:
    """RuleBroken when it cannot be taken in, whoever sent it."""
    rules.check_words(content.what)
    rules.check_when(content.when, content.day, day_of(now))
    reporting.check_clock(content.day, content.clock, timezone.localtime(now))
    colleague = content.origin.on_behalf_of
    if colleague and not can(colleague, PERMISSION, content.unit, today=day_of(now)):
        raise RuleBroken("deviation.colleague", "Kollegan arbetar inte i enheten. Välj en annan.", field="colleague")


def create_deviation(content: Report, *, by: User | None, now: datetime) -> Deviation:
    root = content.unit.root
    assert root is not None
    day = rules.event_day(content.when, content.day, day_of(now))
    deviation = Deviation.objects.create(
        kind=KIND,
        reference=unnumbered(),
        root=root,
        unit=content.unit,
        status=rules.Status.RECEIVED,
        occurred_day=day,
        occurred_time=reporting.event_time(content.when, content.clock),
        received_at=now,
        opened_by=by,
        worry=content.worry,
        channel=content.origin.channel,
        seconds_to_report=content.seconds,
    )
    _keep_origin(deviation, content.origin)
    parts = {Part.WHAT: content.what, Part.AFFECTED: content.affected, Part.DONE: content.done}
    keep(deviation, parts, by=by, now=now)
    _notice(deviation, parts.values(), now)
    announce_arrival(deviation, by=by, now=now)
    spine.commit_made(deviation, "received", by=by, data={"channel": content.origin.channel})
    return deviation


def _notice(deviation: Deviation, texts: Iterable[str], now: datetime) -> None:
    """What may be lex Sarah is noticed as it comes in, before anybody has read it."""
    if deviation.worry == Worry.VERY:
        notice(deviation, Sign.WORRIED, now=now)
    notice_words(deviation, texts, now=now)


def _keep_origin(deviation: Deviation, origin: Origin) -> None:
    if not origin.says_something:
        return
    Reporting.objects.create(
        deviation=deviation,
        on_behalf_of=origin.on_behalf_of,
        told_by=origin.told_by.strip() or None,
        link=origin.link,
        follow_hash=origin.follow_hash,
    )
