"""Who of those named can do what is asked today, themselves or by a deputy."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.absences import all_deputies
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role

Named = tuple[int, int]  # a unit's id, and the id of the person something in it is with


@dataclass(frozen=True)
class _Able:
    """Who is still here, and in which units each of them may do what is asked."""

    units: dict[int, frozenset[int]]

    def stands(self, user_id: int, unit_id: int) -> bool:
        return unit_id in self.units.get(user_id, frozenset())


def not_standing(named: Collection[Named], permission: str, reader: Reader) -> set[Named]:
    """Those of them who have left, may no longer do it there, or are away with nobody in their stead who may.

    Without a permission, whoever has a role in the reader's root may. Three questions, however many are named.
    """
    people = {person for _, person in named}
    away = all_deputies(reader)
    able = _able(people | {one.pk for person in people for one in away.get(person, [])}, permission, reader)
    return {(unit, person) for unit, person in named if not _does(unit, person, away, able)}


def _does(unit: int, person: int, away: dict[int, list[User]], able: _Able) -> bool:
    instead = [one.pk for one in away[person]] if person in away else [person]
    return able.stands(person, unit) and any(able.stands(one, unit) for one in instead)


def _able(people: set[int], permission: str, reader: Reader) -> _Able:
    held: dict[int, set[int]] = {}
    for row in _assignments(people, reader.today).filter(unit__root=reader.root):
        if not permission or permission in get_role(row.role).permissions:
            held.setdefault(row.user_id, set()).add(row.unit_id if permission else row.unit.root_id or row.unit_id)
    return _Able({person: frozenset().union(*map(reader.below, units)) for person, units in held.items()})


def _assignments(people: set[int], day: date) -> QuerySet[Assignment]:
    in_force = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    return Assignment.objects.filter(in_force, user__in=people, user__is_active=True).select_related("unit")
