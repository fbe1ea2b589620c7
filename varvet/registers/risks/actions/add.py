"""Adding a risk: what could happen, why it is thought of, and, where it is known, how likely and how bad."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.once import once
from varvet.registers.risks import rules
from varvet.registers.risks.actions.steps import EDIT
from varvet.registers.risks.models import KIND, Part, Risk


@dataclass(frozen=True)
class Content:
    """What a risk is told with. `texts` are the causes, what it leads to, and what is done already."""

    name: str
    occasion: rules.Occasion
    process: str = ""
    routine: str = ""
    texts: Mapping[Part, str] = field(default_factory=dict)


@dataclass(frozen=True)
class New:
    """A new risk, where, and who has it by name."""

    unit: Unit
    content: Content
    owner: User | None = None
    follows: Record | None = None  # what it is handled instead of, one that whoever adds it may open


@transaction.atomic
def add(*, new: New, key: str, by: User, now: datetime) -> Record:
    """The new risk, or the one the same key made before."""
    check(by, EDIT, new.unit, today=day_of(now))
    rules.check_name(new.content.name)
    check_able(new.owner, new.unit, now)
    return once(key, by=by, create=lambda: make(new, by, now))


def make(new: New, by: User, now: datetime) -> Risk:
    """Inside another action's transaction, which has asked who may."""
    root = new.unit.root or new.unit
    content = new.content
    record = Risk.objects.create(
        kind=KIND,
        reference=next_reference(root, KIND, day_of(now).year),
        root=root,
        unit=new.unit,
        status=rules.Status.IDENTIFIED,
        received_at=now,
        opened_by=by,
        name=content.name.strip(),
        occasion=content.occasion,
        process=content.process.strip(),
        routine=content.routine.strip(),
        owner=new.owner,
    )
    keep(record, content.texts, by=by, now=now)
    if new.follows is not None:
        Link.objects.create(source_id=record.pk, target_id=new.follows.pk, kind=LinkKind.FOLLOWS)
    tell(record, Told.ASSIGNED, to=[new.owner], by=by, now=now)
    spine.commit(record, "identified", by=by)
    return record


def check_able(owner: User | None, unit: Unit, now: datetime) -> None:
    if owner is not None and not can(owner, EDIT, unit, today=day_of(now)):
        sentence = marked("Välj någon som får arbeta med risker i enheten.")
        raise RuleBroken("risk.owner.role", sentence, field="owner")
