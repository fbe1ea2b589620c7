"""Taking over history: deviations already handled elsewhere, with their own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import history, spine
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.describe import Between, CareEvent, code_collaboration, keep_health_care
from varvet.registers.deviations.models import KIND, Channel, Deviation, Mention, Part


@dataclass(frozen=True)
class History:
    """A deviation as another system had it. The first category is the primary."""

    unit: Unit
    received_at: datetime
    status: rules.Status
    occurred_day: date | None = None
    nature: str = rules.Nature.DEVIATION
    worry: int | None = None
    huvudman: str = ""
    direction: str = ""
    quality_area: str = ""
    severity: str = ""
    outcome: str = ""
    category_list: CategoryList | None = None
    categories: tuple[Category, ...] = ()
    assessed_on: date | None = None
    investigated_on: date | None = None
    closed_at: datetime | None = None
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False
    care: CareEvent | None = None
    between: Between | None = None


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[Deviation]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each was received."""
    history.check_import(rows, root, by=by, now=now)
    references = history.references_for(rows, root, KIND)
    deviations = [_deviation(row, reference, root) for row, reference in zip(rows, references, strict=True)]
    spine.insert_children(deviations)
    Mention.objects.bulk_create(
        [
            Mention(deviation=deviation, category=category, primary=number == 0)
            for row, deviation in zip(rows, deviations, strict=True)
            for number, category in enumerate(row.categories)
        ],
        batch_size=500,
    )
    add_details(rows, deviations)
    history.add_texts(rows, deviations)
    spine.commit_new(deviations, "imported", by=by)
    return deviations


def add_details(rows: Sequence[History], deviations: Sequence[Deviation]) -> None:
    """What was coded of health care and of collaboration. Nothing is begun: what was to be handed over has been."""
    for row, deviation in zip(rows, deviations, strict=True):
        if row.care is not None:
            keep_health_care(deviation, row.care, row.received_at)
        if row.between is not None:
            code_collaboration(deviation, row.between, row.received_at)


def _deviation(row: History, reference: str, root: Unit) -> Deviation:
    closed_on = day_of(row.closed_at) if row.closed_at else None
    return Deviation(
        kind=KIND,
        reference=reference,
        root=root,
        unit=row.unit,
        status=row.status,
        occurred_day=row.occurred_day,
        received_at=row.received_at,
        closed_at=row.closed_at,
        channel=Channel.IMPORTED,
        nature=row.nature,
        worry=row.worry,
        huvudman=row.huvudman,
        direction=row.between.direction if row.between else row.direction,
        quality_area=row.quality_area,
        severity=row.severity,
        outcome=row.outcome,
        category_list=row.category_list,
        assessed_on=row.assessed_on,
        investigated_on=row.investigated_on,
        told_on=closed_on if Part.FEEDBACK in row.texts else None,
        closed_on=closed_on,
    )
