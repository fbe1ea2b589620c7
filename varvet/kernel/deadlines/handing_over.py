"""Handing over: everything open that a person has by name goes to another, register by register, when they leave."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Absence, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit import trail
from varvet.kernel.deadlines.absences import KIND, LEADS
from varvet.kernel.deadlines.holding import ids_held, is_held
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.holding import Reassign
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Register, list_registers

UNSEEN = "people.hand_over_unseen"  # moves what one may not read, and sees only how much it is


@dataclass(frozen=True)
class Part:
    """What somebody holds in a register, as far as the one who asks may move it. References of what they may see."""

    register: Register
    ids: tuple[int, ...]
    references: tuple[str, ...]

    @property
    def unseen(self) -> int:
        return len(self.ids) - len(self.references)


@dataclass(frozen=True)
class Handover:
    """Whose work goes to whom, why, by whom and when."""

    person: User
    to: User
    reason: str
    by: User
    now: datetime


@dataclass(frozen=True)
class Outcome:
    """How many were moved, and how many stayed since the one who was to get them may not have them."""

    moved: int
    left: int


def list_held(reader: Reader, person: User) -> list[Part]:
    """What the reader may move of what a person holds. NotAllowed for who moves nobody's work here."""
    if not (reader.has(LEADS) or reader.has(UNSEEN)):
        raise NotAllowed(_("Det gör den som leder enheten, eller systemförvaltaren."))
    parts = (_part(register, reader, person) for register in list_registers())
    return [part for part in parts if part.ids]


def _part(register: Register, reader: Reader, person: User) -> Part:
    held = ids_held(register, reader.root, person) if reader.root else set()
    if not held:
        return Part(register, (), ())
    seen = register.visible_to(reader).filter(pk__in=held, unit_id__in=reader.units(LEADS))
    known = dict(seen.order_by("pk").values_list("pk", "reference"))
    blind = Record.objects.filter(pk__in=held, unit_id__in=reader.units(UNSEEN)).exclude(pk__in=known)
    hidden = list(blind.order_by("pk").values_list("pk", flat=True))
    return Part(register, (*known, *hidden), tuple(known.values()))


def hand_over(reader: Reader, handover: Handover) -> Outcome:
    """Each record in a transaction of its own: sent again, what was moved is not moved twice, and the rest is tried."""
    _check(handover)
    done = [_move(part.register, pk, handover) for part in list_held(reader, handover.person) for pk in part.ids]
    _give_deputyships(handover)
    outcome = Outcome(moved=done.count(True), left=done.count(False))
    subject = trail.Subject(kind=KIND, actor_id=handover.by.pk)
    data = {"person": handover.person.pk, "to": handover.to.pk, "moved": outcome.moved, "left": outcome.left}
    trail.write([trail.event("handed_over", subject, data=data)])
    return outcome


def _check(handover: Handover) -> None:
    if handover.to.pk == handover.person.pk:
        raise RuleBroken("handover.self", marked("Välj någon annan."), field="to")
    if not handover.to.is_active:
        raise RuleBroken("handover.inactive", marked("Välj någon som arbetar kvar."), field="to")
    if not handover.reason.strip():
        raise RuleBroken("handover.reason", marked("Skriv varför arbetet lämnas över."), field="reason")


def _move(register: Register, pk: int, handover: Handover) -> bool | None:
    """None when another was first. False when it cannot go to that person, and stays for somebody else."""
    if register.reassign is None:
        return False
    try:
        return _give(register, register.reassign, pk, handover)
    except (RuleBroken, NotAllowed):
        return False


@transaction.atomic
def _give(register: Register, reassign: Reassign, pk: int, handover: Handover) -> bool | None:
    record = register.model._base_manager.select_for_update().get(pk=pk)
    if not is_held(register, record, handover.person):
        return None
    reassign(record, handover.to, handover.reason.strip(), handover.by, handover.now)
    return True


@transaction.atomic
def _give_deputyships(handover: Handover) -> None:
    """Whoever was to be stood in for by the one who leaves is stood in for by the one who takes over."""
    coming = Absence.objects.filter(deputy=handover.person, last_day__gte=day_of(handover.now))
    coming.filter(user=handover.to).update(deputy=None)
    coming.exclude(user=handover.to).update(deputy=handover.to)
