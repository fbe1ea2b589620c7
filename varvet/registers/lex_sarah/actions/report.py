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
from varvet.registers.lex_sarah.models import KIND, LexSarah, Part, Reporting

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


@transaction.atomic
def report(*, content: Report, key: str, by: User, now: datetime) -> Record:
    """The new case, or the one the same key made before."""
    check(by, "lex_sarah.report", content.unit, today=day_of(now))
    rules.check_words("what", content.what, "Berätta vad som hände.")
    rules.check_not_ahead("occurred_day", content.occurred_day, day_of(now))
    rules.check_told_by(content.channel, content.told_by)
    drop_draft(owner=by, form=DRAFT)
    return once(key, by=by, create=lambda: _create(content, by, now))


def _create(content: Report, by: User, now: datetime) -> LexSarah:
    case = new_case(content.unit, by=by, now=now, confidentiality=content.confidentiality)
    case.occurred_day, case.law, case.channel = content.occurred_day, content.law, content.channel
    case.confirmed_on = day_of(now) if content.channel is rules.Channel.WEB else None  # the receipt confirms it
    case.save()
    if content.told_by.strip():
        Reporting.objects.create(case=case, told_by=content.told_by.strip())
    keep(
        case,
        {Part.WHAT: content.what, Part.AT_ONCE: content.at_once, Part.INFORMED: content.informed},
        by=by,
        now=now,
    )
    announce(case, Event.ARRIVED, "lex_sarah.investigate", by=by, now=now)
    spine.commit(case, "received", by=by, data={"channel": content.channel})
    return case


def new_case(unit: Unit, *, by: User, now: datetime, confidentiality: str) -> LexSarah:
    """A numbered case, not saved."""
    root = unit.root
    assert root is not None
    return LexSarah(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=unit,
        status=rules.Status.RECEIVED,
        received_at=now,
        opened_by=by,
        confidentiality=confidentiality,
    )
