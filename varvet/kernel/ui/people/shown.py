"""What the pages of people show: who is here, who is away, and how much each has by name."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from varvet.kernel.access.absences import Deputies, all_deputies
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Absence, Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role
from varvet.kernel.deadlines.absences import LEADS, leads, list_absences
from varvet.kernel.deadlines.handing_over import UNSEEN, list_held
from varvet.kernel.ui.sentences import said


@dataclass(frozen=True)
class Colleague:
    """A person in a list, with the roles they hold there. `gone` when they have none left."""

    number: int
    name: str
    roles: tuple[str, ...]
    away: bool
    gone: bool
    may_say_absent: bool


@dataclass(frozen=True)
class Held:
    """How much somebody has by name in a register; references of what the reader may see."""

    register: str
    count: int
    references: tuple[str, ...]


def list_page(reader: Reader) -> dict[str, object]:
    """Those with a role in the units one leads, today or before, and those who have left."""
    units = _units(reader)
    rows = Assignment.objects.filter(unit__in=units, first_day__lte=reader.today).select_related("user", "unit")
    people: dict[User, list[Assignment]] = {}
    for row in rows.order_by("user__name", "user_id", "pk"):
        people.setdefault(row.user, []).append(row)
    away = all_deputies(reader)
    return {"people": [_colleague(reader, person, held, away) for person, held in people.items()]}


def _units(reader: Reader) -> frozenset[int]:
    """NotAllowed for who leads nobody."""
    units = reader.units(LEADS) | reader.units(UNSEEN)
    if not units:
        raise NotAllowed(_("Sidan är för den som leder en enhet, och för systemförvaltaren."))
    return units


def _colleague(reader: Reader, person: User, held: list[Assignment], away: Deputies) -> Colleague:
    now = [row for row in held if row.last_day is None or row.last_day >= reader.today]
    return Colleague(
        number=person.pk,
        name=person.name,
        roles=tuple(f"{_(get_role(row.role).label)}, {row.unit.name}" for row in now),
        away=person.pk in away,
        gone=not now or not person.is_active,
        may_say_absent=any(reader.can(LEADS, row.unit_id) for row in now),
    )


def get_person(reader: Reader, number: int) -> User:
    """404 for somebody who has never had a role in a unit that one leads."""
    here = Assignment.objects.filter(unit__in=_units(reader), user=number).select_related("user").first()
    if here is None:
        raise Http404
    return here.user


def get_absence(reader: Reader, number: int) -> Absence:
    """One's own, or one of somebody whom one leads; 404 for others."""
    absence = Absence.objects.select_related("user").filter(pk=number).first()
    mine = absence is not None and absence.user_id == reader.user.pk
    if absence is None or not (mine or leads(reader.user, absence.user, today=reader.today)):
        raise Http404
    return absence


def list_colleagues(reader: Reader, person: User) -> list[User]:
    """Those who have a role in the root today, others than the person, by name."""
    in_force = Q(first_day__lte=reader.today) & (Q(last_day__isnull=True) | Q(last_day__gte=reader.today))
    held = Assignment.objects.filter(in_force, unit__root=reader.root)
    rows = User.objects.filter(is_active=True, pk__in=held.values("user_id")).exclude(pk=person.pk)
    return list(rows.order_by("name"))


def absence_page(reader: Reader, person: User, form: object) -> dict[str, object]:
    own = person.pk == reader.user.pk
    return {"form": form, "person": person, "own": own, "absences": list_absences(person, reader.today)}


def hand_over_page(reader: Reader, person: User, form: object) -> dict[str, object]:
    parts = [Held(said(part.register.label), len(part.ids), part.references) for part in list_held(reader, person)]
    return {"form": form, "person": person, "parts": parts, "count": sum(part.count for part in parts)}
