"""Reporting: a misconduct, or a palpable risk of one, becomes a received case, once, however often it is sent."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import announce
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.drafts import drop_draft
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import KIND, ByCode, LexSarah, Part, Reporting

DRAFT = "lex_sarah.report"


@dataclass(frozen=True)
class Report:
    """What the reporter wrote. `confidentiality` shuts the unit's manager out when the case is about them.

    `told_by` is whoever told it, by telephone or letter, in the words of the person who writes it down.
    """

    unit: Unit
    what: str
    occurred_day: date | None = None
    at_once: str = ""
    informed: str = ""
    law: rules.Law = rules.Law.SOL
    confidentiality: Confidentiality = Confidentiality.NORMAL
    channel: rules.Channel = rules.Channel.WEB
    told_by: str = ""


@dataclass(frozen=True)
class Reporter:
    """Who reports: somebody with an account, or whoever got the code of which `follow_hash` is kept, by link `link`."""

    user: User | None = None
    follow_hash: str = ""
    link: int | None = None


@transaction.atomic
def report(*, content: Report, key: str, by: User, now: datetime) -> Record:
    """The new case, or the one the same key made before."""
    check(by, "lex_sarah.report", content.unit, today=day_of(now))
    check_report(content, now)
    drop_draft(owner=by, form=DRAFT)
    return once(key, by=by, create=lambda: create_case(content, Reporter(by), now))


def check_report(content: Report, now: datetime) -> None:
    rules.check_words("what", content.what, "Berätta vad som hände.")
    rules.check_not_ahead("occurred_day", content.occurred_day, day_of(now))
    rules.check_told_by(content.channel, content.told_by)


def create_case(content: Report, reporter: Reporter, now: datetime) -> LexSarah:
    """A case of a report that has been checked."""
    by = reporter.user
    case = new_case(content.unit, reporter=by, now=now, confidentiality=content.confidentiality)
    case.occurred_day, case.law, case.channel = content.occurred_day, content.law, content.channel
    case.confirmed_on = day_of(now) if content.channel in rules.BY_THEMSELVES else None  # the receipt confirms it
    case.save()
    if reporter.follow_hash:
        ByCode.objects.create(case=case, follow_hash=reporter.follow_hash)
    if content.told_by.strip():
        Reporting.objects.create(case=case, told_by=content.told_by.strip())
    keep(
        case,
        {Part.WHAT: content.what, Part.AT_ONCE: content.at_once, Part.INFORMED: content.informed},
        by=by,
        now=now,
    )
    announce(case, Event.ARRIVED, "lex_sarah.investigate", by=by, now=now)
    by_link = {"link": reporter.link} if reporter.link else {}
    spine.commit(case, "received", by=by, data={"channel": content.channel, **by_link})
    return case


def new_case(unit: Unit, *, reporter: User | None, now: datetime, confidentiality: str) -> LexSarah:
    """A numbered case, not saved. Whose it is to follow is whoever reported it."""
    root = unit.root
    assert root is not None
    return LexSarah(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=unit,
        status=rules.Status.RECEIVED,
        received_at=now,
        opened_by=reporter,
        confidentiality=confidentiality,
    )
