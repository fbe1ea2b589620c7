"""Registering: what a provider has told the board becomes a record, once, however often the form is sent."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import announce
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import unnumbered
from varvet.kernel.records.once import once
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.steps import HANDLE, REGISTER
from varvet.registers.provider_reports.models import KIND, TYPES, Part, Provider, ProviderReport


@dataclass(frozen=True)
class About:
    """What is known of the report, and may be known better later. `unit` is ours that it concerns."""

    unit: Unit
    provider: Provider | None
    law: rules.Law = rules.Law.SOL
    occurred_day: date | None = None
    ours: rules.Known = rules.Known.UNKNOWN
    category_list: CategoryList | None = None
    category: Category | None = None
    case_reference: str = ""


@dataclass(frozen=True)
class Information:
    """What the provider has told, by what channel and when."""

    about: About
    what: str
    informed_on: date
    channel: rules.Channel = rules.Channel.LETTER
    at_once: str = ""
    confidentiality: Confidentiality = Confidentiality.NORMAL


@transaction.atomic
def register(*, content: Information, key: str, by: User, now: datetime) -> Record:
    """The new record, or the one the same key made before."""
    check(by, REGISTER, content.about.unit, today=day_of(now))
    rules.check_words("what", content.what, "Berätta vad utföraren har informerat om.")
    rules.check_not_ahead("informed_on", content.informed_on, day_of(now))
    check_about(content.about, content.about.unit.root_id, content.informed_on)
    return once(key, by=by, create=lambda: _create(content, by, now))


def check_about(about: About, root_id: int | None, informed_on: date) -> None:
    """RuleBroken where a day cannot be, or where provider or type belongs to another root than the record."""
    rules.check_happened(about.occurred_day, informed_on)
    if about.provider is not None and about.provider.root_id != root_id:
        raise RuleBroken("provider_report.provider.root", "Välj en utförare i listan.", field="provider")
    listed = about.category_list
    of_root = listed is None or (listed.root_id == root_id and listed.key == TYPES)
    in_list = about.category is None or (listed is not None and about.category.list_id == listed.pk)
    if not of_root or not in_list:
        raise RuleBroken("provider_report.category.list", "Typen finns inte i listan. Välj en annan.", field="category")


def fill(report: ProviderReport, about: About) -> None:
    """Sets, unsaved, what is known."""
    report.unit, report.provider, report.law = about.unit, about.provider, about.law
    report.occurred_day, report.ours = about.occurred_day, about.ours
    report.category = about.category
    report.category_list = about.category_list if about.category else None


def new_report(unit: Unit, received_at: datetime, *, by: User, confidentiality: str) -> ProviderReport:
    """A received report that waits for its number, not saved."""
    root = unit.root
    assert root is not None
    return ProviderReport(
        kind=KIND,
        reference=unnumbered(),
        root=root,
        unit=unit,
        status=rules.Status.RECEIVED,
        received_at=received_at,
        opened_by=by,
        confidentiality=confidentiality,
    )


def _create(content: Information, by: User, now: datetime) -> ProviderReport:
    received_at = moment_of(content.informed_on, now)
    report = new_report(content.about.unit, received_at, by=by, confidentiality=content.confidentiality)
    fill(report, content.about)
    report.channel = content.channel
    report.save()
    texts = {Part.WHAT: content.what, Part.AT_ONCE: content.at_once, Part.CASE: content.about.case_reference}
    keep(report, texts, by=by, now=now)
    announce(report, Told.ARRIVED, HANDLE, by=by, now=now)
    spine.commit_made(report, "received", by=by, data={"channel": content.channel})
    return report


def moment_of(day: date, now: datetime) -> datetime:
    """Noon of an earlier day, since nobody knows the time; now for today."""
    return now if day == day_of(now) else datetime.combine(day, time(12), tzinfo=STOCKHOLM)
