"""Taking over history: improvements followed elsewhere, with their own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import history, spine
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.words import areas_of
from varvet.registers.improvements.models import KIND, AreaTouched, Improvement, Part


@dataclass(frozen=True)
class History:
    """An improvement as another source had it. The first quality area is the primary.

    Where the source does not say, it was decided the day it came in, started when decided, given up when decided.
    """

    unit: Unit
    what: str
    quality_areas: tuple[str, ...]
    received_at: datetime
    status: rules.Status
    decided_on: date | None = None
    due_on: date | None = None
    carried_out_on: date | None = None
    effect: str = ""
    effect_words: str = ""
    effect_judged_on: date | None = None
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False
    started_on: date | None = None
    given_up_on: date | None = None

    @property
    def days(self) -> rules.Days:
        decided = self.decided_on or day_of(self.received_at)
        begun = self.status in {rules.Status.ONGOING, rules.Status.DONE}
        given_up = self.status in rules.GIVEN_UP
        return rules.Days(
            decided_on=decided,
            started_on=self.started_on or (decided if begun else None),
            carried_out_on=self.carried_out_on,
            effect_judged_on=self.effect_judged_on,
            given_up_on=(self.given_up_on or decided) if given_up else None,
        )


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[Improvement]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each was received."""
    history.check_import(rows, root, by=by, now=now)
    for row in rows:
        rules.check_what(row.what)
        rules.check_days(row.status, row.days, row.effect)
    references = history.references_for(rows, root, KIND)
    improvements = [_improvement(row, reference, root) for row, reference in zip(rows, references, strict=True)]
    spine.insert_children(improvements)
    pairs = list(zip(rows, improvements, strict=True))
    AreaTouched.objects.bulk_create(
        [area for row, improvement in pairs for area in areas_of(improvement, row.quality_areas)], batch_size=500
    )
    history.add_texts(rows, improvements)
    spine.commit_new(improvements, "imported", by=by)
    return improvements


def _improvement(row: History, reference: str, root: Unit) -> Improvement:
    days = row.days
    return Improvement(
        kind=KIND,
        reference=reference,
        root=root,
        unit=row.unit,
        status=row.status,
        received_at=row.received_at,
        what=row.what.strip(),
        decided_on=days.decided_on,
        due_on=row.due_on,
        started_on=days.started_on,
        carried_out_on=days.carried_out_on,
        effect=row.effect,
        effect_words=row.effect_words,
        effect_judged_on=days.effect_judged_on,
        given_up_on=days.given_up_on,
    )
