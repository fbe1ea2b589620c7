"""Taking over history: what private providers told of before, already handled elsewhere, with its own days."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import history, spine
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.register import About, check_about, moment_of
from varvet.registers.provider_reports.models import KIND, Part, Provider, ProviderReport

ENDED = rules.Status.CLOSED  # what is taken over was ended where it was handled


@dataclass(frozen=True)
class History:
    """A report as it was handled elsewhere, and ended there. A day is None for what was not done, or nobody noted.

    `outcome` goes with the investigation; without one, the agreement says that there was no basis.
    """

    unit: Unit
    provider: Provider
    received_at: datetime
    assessed_on: date
    agreement: rules.Agreement
    closed_on: date
    category_list: CategoryList | None = None
    category: Category | None = None
    law: rules.Law = rules.Law.SOL
    channel: rules.Channel = rules.Channel.OTHER
    ours: rules.Known = rules.Known.UNKNOWN
    requested_on: date | None = None
    investigation_on: date | None = None
    outcome: str = ""
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False

    @property
    def days(self) -> tuple[date | None, ...]:
        """In the order they must follow each other."""
        return (
            day_of(self.received_at),
            self.requested_on,
            self.investigation_on,
            self.assessed_on,
            self.closed_on,
        )


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[ProviderReport]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each was received."""
    history.check_import(rows, root, by=by, now=now)
    for row in rows:
        check_about(_about(row), root.pk, day_of(row.received_at))
        rules.check_history(row.days, today=day_of(now))
        rules.check_outcome(row.outcome, row.agreement, investigated=row.investigation_on is not None)
    references = history.references_for(rows, root, KIND)
    reports = [_report(row, reference, root, now) for row, reference in zip(rows, references, strict=True)]
    spine.insert_children(reports)
    history.add_texts(rows, reports)
    spine.commit_new(reports, "imported", by=by)
    return reports


def _about(row: History) -> About:
    return About(row.unit, row.provider, row.law, category_list=row.category_list, category=row.category)


def _report(row: History, reference: str, root: Unit, now: datetime) -> ProviderReport:
    return ProviderReport(
        kind=KIND,
        reference=reference,
        root=root,
        unit=row.unit,
        status=ENDED,
        received_at=row.received_at,
        closed_at=moment_of(row.closed_on, now),
        provider=row.provider,
        law=row.law,
        channel=row.channel,
        ours=row.ours,
        category_list=row.category_list if row.category else None,
        category=row.category,
        requested_on=row.requested_on,
        investigation_due_on=row.investigation_on or row.requested_on if row.requested_on else None,
        investigation_on=row.investigation_on,
        outcome=row.outcome,
        assessed_on=row.assessed_on,
        agreement=row.agreement,
        closed_on=row.closed_on,
    )
