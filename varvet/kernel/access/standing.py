"""Who of those named can do what is asked today, themselves or by a deputy."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.absences import Deputies, all_deputies
from varvet.kernel.access.models import Assignment
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role

Named = tuple[int, int]  # a unit's id, and the id of the person something in it is with


@dataclass(frozen=True)
class _Able:
    """Who is still here, and in which units each of them may do what is asked."""

    units: dict[int, frozenset[int]]

    def stands(self, user_id: int, unit_id: int) -> bool:
        return unit_id in self.units.get(user_id, frozenset())


@dataclass(frozen=True)
class Standing:
    """What some people and their deputies hold today. Two questions, however many they are."""

    reader: Reader
    away: Deputies
    held: tuple[Assignment, ...]

    def lost(self, named: Collection[Named], permission: str) -> set[Named]:
        """Those who have left, may no longer do it there, or are away with nobody in their stead who may.

        Without a permission, whoever has a role in the reader's root may.
        """
        able = _able(self.held, permission, self.reader)
        return {(unit, person) for unit, person in named if not _does(unit, person, self.away, able)}


def standing_of(people: set[int], reader: Reader) -> Standing:
    away = all_deputies(reader)
    asked = people | {one.pk for person in people for one in away.get(person, [])}
    rows = _assignments(asked, reader.today).filter(unit__root=reader.root)
    return Standing(reader, away, tuple(rows))


def _does(unit: int, person: int, away: Deputies, able: _Able) -> bool:
    instead = [one.pk for one in away[person]] if person in away else [person]
    return able.stands(person, unit) and any(able.stands(one, unit) for one in instead)


def _able(rows: Collection[Assignment], permission: str, reader: Reader) -> _Able:
    held: dict[int, set[int]] = {}
    for row in rows:
        if not permission or permission in get_role(row.role).permissions:
            held.setdefault(row.user_id, set()).add(row.unit_id if permission else row.unit.root_id or row.unit_id)
    return _Able({person: frozenset().union(*map(reader.below, units)) for person, units in held.items()})


def _assignments(people: set[int], day: date) -> QuerySet[Assignment]:
    in_force = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    return Assignment.objects.filter(in_force, user__in=people, user__is_active=True).select_related("unit")
