"""Which activities and occasions a reader sees, and what is read of one."""

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
from varvet.registers.activities.models import KIND, Activity, Occasion

VIEW, EDIT = "activities.view", "activities.edit"


def units_seen(reader: Reader) -> frozenset[int]:
    """The reader's units and those above them: what is planned for a whole department concerns each unit in it."""
    return reader.once("activities.units", lambda: _with_those_above(reader))


def _with_those_above(reader: Reader) -> frozenset[int]:
    seen: set[int] = set(reader.units(VIEW))
    level = seen
    while level:
        level = {over for unit in level for over in reader.line.above.get(unit, ())} - seen
        seen = seen | level
    return frozenset(seen)


def visible_to(reader: Reader) -> QuerySet[Occasion]:
    rows = Occasion.objects.filter(root=reader.root, unit_id__in=units_seen(reader))
    return rows.select_related("unit", "root", "activity", "responsible", "made")


def activities_visible_to(reader: Reader) -> QuerySet[Activity]:
    rows = Activity.objects.filter(root=reader.root, unit_id__in=units_seen(reader))
    return rows.select_related("unit", "root", "responsible", "changed_by")


def listed(reader: Reader) -> QuerySet[Record]:
    """Whose texts the reader may search: those of the reader's own units."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units(VIEW))


READABLE = Readable(EDIT, listed)


def can_handle(reader: Reader, occasion: Occasion) -> bool:
    """As the action `check_may`."""
    own = occasion.responsible_id == reader.user.pk and reader.can(VIEW, occasion.unit_id)
    return own or reader.can(EDIT, occasion.unit_id)


def read_narratives(reader: Reader, occasion: Occasion) -> list[Words]:
    """The texts, oldest first; each reading is noted. What a unit above wrote is not read from below."""
    if not reader.can(VIEW, occasion.unit_id):
        return []
    return narratives.read(occasion, by=reader.user)


def list_able(unit: Unit, today: date) -> list[User]:
    """Those who read the wheel of the unit today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(VIEW)]
    held = Assignment.objects.filter(in_force, unit__root_id=unit.root_id, role__in=roles)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")
    return [user for user in found if can(user, VIEW, unit, today=today)]
