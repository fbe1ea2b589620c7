"""Which sheets a reader sees, what may be done with one, and what was written at the meeting."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import Readable
from varvet.kernel.ui.words import day_and_month, month_and_year
from varvet.registers.meetings.models import KIND, Meeting, Narrative

VIEW, EDIT = "meetings.view", "meetings.edit"


def units_seen(reader: Reader) -> frozenset[int]:
    """The reader's units; for an employee also the unit right above, whose meetings are held with the groups in it."""
    return reader.once("meetings.units", lambda: _with_the_nearest_above(reader))


def _with_the_nearest_above(reader: Reader) -> frozenset[int]:
    own = reader.units(VIEW)
    if reader.has(EDIT):
        return own
    above = {over for unit in own for over in reader.line.above.get(unit, ())}
    return own | above


def visible_to(reader: Reader) -> QuerySet[Meeting]:
    """Sheets of the units whose meetings the reader is at: everybody there reads them."""
    rows = Meeting.objects.filter(root=reader.root, unit_id__in=units_seen(reader))
    return rows.select_related("unit", "root", "responsible")


def listed(reader: Reader) -> QuerySet[Record]:
    """Whose texts those who hold meetings may search; others read them on their sheets."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=units_seen(reader))


READABLE = Readable(EDIT, listed)


def can_edit(reader: Reader, meeting: Meeting) -> bool:
    return reader.can(EDIT, meeting.unit_id)


def read_notes(reader: Reader, meeting: Meeting) -> list[Narrative]:
    """What was written, oldest first; the reading is noted where there is something to read."""
    rows = list(meeting.narratives.order_by("written_at", "pk"))
    if rows:
        note_reading(meeting, "narratives", by=reader.user)
    return rows


def titles_of(ids: Sequence[int]) -> dict[int, str]:
    """What each is called where it stands beside another record: the meeting at which that was raised."""
    found = Meeting.objects.filter(pk__in=ids)
    return {meeting.pk: called(meeting) for meeting in found}


def called(meeting: Meeting) -> str:
    if meeting.held_on is None:
        return _("På bladet till APT i {month}").format(month=month_and_year(meeting.month))
    day = day_and_month(meeting.held_on, meeting.month)
    return _("Lyft på APT {day}").format(day=day)


def list_able(unit: Unit, today: date) -> list[User]:
    """Those who may hold the unit's meetings today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(EDIT)]
    held = Assignment.objects.filter(in_force, unit__root_id=unit.root_id, role__in=roles)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")
    return [user for user in found if can(user, EDIT, unit, today=today)]
