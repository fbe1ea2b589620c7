"""The root's list of private providers: added and corrected, with a row in the trail."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import sort_key
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.models import KIND, Provider

EDIT_PROVIDERS = "provider_reports.edit_providers"


@dataclass(frozen=True)
class Listed:
    """A provider as listed. What has ended keeps its row."""

    name: str
    first_day: date
    organisation_number: str = ""
    contract: str = ""
    last_day: date | None = None


@transaction.atomic
def save_provider(*, root: Unit, provider: Provider | None, content: Listed, by: User, now: datetime) -> Provider:
    """A new one when `provider` is None. ValueError for a provider of another root."""
    check(by, EDIT_PROVIDERS, root, today=day_of(now))
    rules.check_provider_row(content.name, content.first_day, content.last_day)
    row = provider or Provider(root=root)
    if row.root_id != root.pk:
        raise ValueError("a provider is listed in one root")
    row.name, row.sort_key = content.name.strip(), sort_key(content.name.strip())
    row.organisation_number = rules.tidy_number(content.organisation_number)
    row.contract = content.contract.strip()
    row.first_day, row.last_day = content.first_day, content.last_day
    _save(row)
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=root.pk)
    trail.write([trail.event("provider_saved", subject, data={"provider": row.pk, "new": provider is None})])
    return row


def _save(row: Provider) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise RuleBroken("provider.name.taken", "Utföraren finns redan i listan.", field="name") from error
