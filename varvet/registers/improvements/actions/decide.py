"""Deciding on an improvement: what, why, for which quality areas, by whom and when, and how its effect is seen."""

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
from varvet.registers.improvements.actions.plan_effect import keep_plan
from varvet.registers.improvements.actions.words import areas_of
from varvet.registers.improvements.models import KIND, AreaTouched, Improvement, Part


@dataclass(frozen=True)
class OriginPage:
    """What it begins from where that is no record: what it is called, and its address in this installation."""

    words: str
    address: str


@dataclass(frozen=True)
class Decision:
    """`what` never names a person. The first quality area is the primary; `cause` is one of rules.Cause or empty.

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
    cause: str = ""
    plan: rules.Plan | None = None
    origin: OriginPage | None = None


@transaction.atomic
def decide(*, content: Decision, key: str, by: User, now: datetime) -> Record:
    """The new improvement, or the one the same key made before."""
    check(by, "improvements.edit", content.unit, today=day_of(now))
    check_content(content, day_of(now))
    return once(key, by=by, create=lambda: create(content, by, now))


def check_content(content: Decision, today: date) -> None:
    rules.check_what(content.what)
    rules.check_decision(content.decided_on, content.due_on, today)
    if content.origin is not None:
        rules.check_origin_page(content.origin.words, content.origin.address)


def create(content: Decision, by: User, now: datetime, event: str = "decided") -> Improvement:
    """Within an action that has asked whether it may."""
    root, today = content.unit.root, day_of(now)
    assert root is not None
    improvement = Improvement.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, today.year),
        root=root,
        unit=content.unit,
        status=rules.Status.PLANNED,
        received_at=now,
        opened_by=by,
        what=content.what.strip(),
        owner=content.owner,
        decided_on=content.decided_on,
        due_on=content.due_on,
        cause=content.cause,
        origin_words=content.origin.words.strip() if content.origin else "",
        origin_address=content.origin.address if content.origin else "",
    )
    AreaTouched.objects.bulk_create(areas_of(improvement, content.quality_areas))
    if content.follows:
        Link.objects.create(source=improvement, target=content.follows, kind=LinkKind.FOLLOWS, part=content.part)
    if content.plan:
        keep_plan(improvement, content.plan, today=today)
    keep(improvement, {Part.WHY: content.why}, by=by, now=now)
    spine.commit(improvement, event, by=by)
    return improvement
