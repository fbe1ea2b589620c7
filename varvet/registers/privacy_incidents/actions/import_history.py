"""Taking over history: incidents already handled elsewhere, with their own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.records import history, spine
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.actions.assess import check_category
from varvet.registers.privacy_incidents.models import KIND, Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Answer


@dataclass(frozen=True)
class History:
    """An incident as another system had it; the days must agree with the state.

    Assessing and deciding are one day there, and whether people were told is not known.
    """

    unit: Unit
    received_at: datetime
    status: rules.Status
    category: Category | None = None
    assessed_on: date | None = None
    reported_to_imy_on: date | None = None
    closed_at: datetime | None = None
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[PrivacyIncident]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each became known."""
    history.check_import(rows, root, by=by, now=now)
    references = history.references_for(rows, root, KIND)
    incidents = [_incident(row, reference, root) for row, reference in zip(rows, references, strict=True)]
    for row, incident in zip(rows, incidents, strict=True):
        check_category(row.category, root.pk)
        rules.check_course(row.status, incident.course)
    spine.insert_children(incidents)
    history.add_texts(rows, incidents)
    spine.commit_new(incidents, "imported", by=by)
    return incidents


def _incident(row: History, reference: str, root: Unit) -> PrivacyIncident:
    return PrivacyIncident(
        kind=KIND,
        reference=reference,
        root=root,
        unit=row.unit,
        status=row.status,
        received_at=row.received_at,
        closed_at=row.closed_at,
        category=row.category,
        category_list=row.category.list if row.category else None,
        assessed_on=row.assessed_on,
        decided_on=row.assessed_on,
        notify=(Answer.YES if row.reported_to_imy_on else Answer.NO) if row.assessed_on else "",
        reported_to_imy_on=row.reported_to_imy_on,
        closed_on=day_of(row.closed_at) if row.closed_at else None,
    )
