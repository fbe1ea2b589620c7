"""Deciding on an improvement: what, why, for which quality areas, by whom and when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.words import areas_of
from varvet.registers.improvements.models import KIND, AreaTouched, Improvement, Part


@dataclass(frozen=True)
class Decision:
    """`what` never names a person. The first quality area is the primary.

    `follows` is what led to it, if anything, and `part` what of that it answers, in the words of that record's own
    register: a cause, say.
    """

    unit: Unit
    what: str
    why: str
    quality_areas: tuple[str, ...]
    decided_on: date
    due_on: date | None = None
    owner: User | None = None
    follows: Record | None = None
    part: str = ""


@transaction.atomic
def decide(*, content: Decision, key: str, by: User, now: datetime) -> Record:
    """The new improvement, or the one the same key made before."""
    check(by, "improvements.edit", content.unit, today=day_of(now))
    rules.check_what(content.what)
    rules.check_decision(content.decided_on, content.due_on, day_of(now))
    return once(key, by=by, create=lambda: _create(content, by, now))


def _create(content: Decision, by: User, now: datetime) -> Improvement:
    root = content.unit.root
    assert root is not None
    improvement = Improvement.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=content.unit,
        status=rules.Status.PLANNED,
        received_at=now,
        opened_by=by,
        what=content.what.strip(),
        owner=content.owner,
        decided_on=content.decided_on,
        due_on=content.due_on,
    )
    AreaTouched.objects.bulk_create(areas_of(improvement, content.quality_areas))
    if content.follows:
        Link.objects.create(source=improvement, target=content.follows, kind=LinkKind.FOLLOWS, part=content.part)
    keep(improvement, {Part.WHY: content.why}, by=by, now=now)
    spine.commit(improvement, "decided", by=by)
    return improvement
