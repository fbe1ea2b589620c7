"""Who was told and what was followed up, as read; and who decides in the organisation."""

from datetime import date

from django.db.models import Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.reading import note_reading
from varvet.registers.lex_sarah.models import Delegation, FollowUp, LexSarah
from varvet.registers.lex_sarah.queries.visible import handles


def read_follow_ups(reader: Reader, case: LexSarah) -> list[FollowUp]:
    """For those who handle the case; the reading is noted."""
    if not handles(reader, case):
        return []
    rows = list(case.follow_ups.select_related("judged_by"))
    if rows:
        note_reading(case, "follow_ups", by=reader.user)
    return rows


def list_delegations(root: Unit | None) -> list[Delegation]:
    """Those in force and to come first, then those that have ended."""
    rows = Delegation.objects.filter(root=root).select_related("person", "edited_by")
    return sorted(rows, key=lambda one: (one.last_day is not None, one.point, one.pk))


def list_deciders(root: Unit | None, today: date) -> list[User]:
    """People who hold a role that may decide in the root today, by name."""
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=today)
    roles = [role.code for role in roles_with("lex_sarah.decide")]
    held = Assignment.objects.filter(in_force, unit__root=root, role__in=roles, first_day__lte=today)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("name"))
