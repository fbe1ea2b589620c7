"""Which risks a reader sees, and what is read of one."""

from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import Readable
from varvet.registers.risks.models import KIND, Risk

SEE, EDIT, ACCEPT = "risks.view", "risks.edit", "risks.accept"


def visible_to(reader: Reader) -> QuerySet[Risk]:
    """Risks of the reader's units, and those the reader has by name."""
    seen = Q(unit_id__in=reader.units(SEE)) | Q(owner=reader.user)
    return Risk.objects.filter(seen, root=reader.root).select_related("unit", "root", "owner", "accepted_by")


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units(SEE))


READABLE = Readable(SEE, listed)


def can_edit(reader: Reader, risk: Risk) -> bool:
    return reader.can(EDIT, risk.unit_id)


def can_accept(reader: Reader, risk: Risk) -> bool:
    return reader.can(ACCEPT, risk.unit_id)


def read_narratives(reader: Reader, risk: Risk) -> list[Words]:
    """The texts, oldest first; the reading is noted."""
    return narratives.read(risk, by=reader.user)


def list_able(unit: Unit, today: date) -> list[User]:
    """Those who may work with the unit's risks today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(EDIT)]
    held = Assignment.objects.filter(in_force, unit__root_id=unit.root_id, role__in=roles)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")
    return [user for user in found if can(user, EDIT, unit, today=today)]
