"""Who is told: those who hold a permission for a record's unit, nearest first, and may see the record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.db.models import Q

from varvet.kernel.access.absences import deputies_of
from varvet.kernel.access.checks import can
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.notifications.choices import chosen_among
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Choice
from varvet.kernel.organisation.tree import Line, line_on
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import is_visible


@dataclass(frozen=True)
class Receivers:
    """Who is told, and what those of them who have chosen want."""

    users: list[User]
    chosen: Mapping[int, Choice]


@dataclass(frozen=True)
class Present:
    """Those to tell, deputies of the absent among them, and whether any of them is at work."""

    users: list[User]
    here: bool


class Sight:
    """Who may see one record on one day, as its own register answers; each person is asked about once.

    Those of `not_for`, by id, are left out as if they did not see it.
    """

    def __init__(self, record: Record, today: date, not_for: frozenset[int] = frozenset()) -> None:
        self.record, self.today = record, today
        self._known: dict[int, bool] = dict.fromkeys(not_for, False)
        self._assignments: dict[int, list[Assignment]] = {}

    def sees(self, user: User) -> bool:
        if user.pk not in self._known:
            reader = Reader(user, self.today, self.record.root.slug, self._line, self._assignments.get(user.pk))
            at_home = reader.root is not None and reader.root.pk == self.record.root_id
            self._known[user.pk] = at_home and is_visible(reader, self.record)
        return self._known[user.pk]

    def receivers(self, permission: str, event: Event) -> Receivers:
        """The nearest of whom somebody is at work, and those further up who have asked to be told as well."""
        held = self._holders(permission)
        told: list[User] = []
        for level in self._levels(held):
            present = self.present(level, permission)
            told += present.users
            if present.here:
                break
        chosen = chosen_among((user for _, user in held), event)
        asked = {user_id for user_id, choice in chosen.items() if choice.wide}
        wide = [user for _, user in held if user.pk in asked and self.sees(user)]
        return Receivers(_once([*told, *wide]), chosen)

    def present(self, users: list[User], permission: str = "") -> Present:
        """With the deputies of those who are away: only who may see the record, and do what is asked, by own roles."""
        away = deputies_of([user.pk for user in users], self.today) if users else {}
        deputies = [one for named in away.values() for one in named if self._is_able(one, permission)]
        here = bool(deputies) or any(user.pk not in away for user in users)
        return Present(_once([*users, *deputies]), here)

    def is_with(self, user: User, permission: str) -> bool:
        """Whether a record can be with this person by name: still here, seeing it, and allowed what it asks."""
        return user.is_active and self._is_able(user, permission)

    def is_anybody(self, permission: str) -> bool:
        return any(self._levels(self._holders(permission)))

    def levels_up(self, permission: str, number: int) -> list[User]:
        """The level so many above the nearest at which somebody holds the permission, with its deputies."""
        levels = list(self._levels(self._holders(permission)))[number : number + 1]
        return self.present(levels[0], permission).users if levels else []

    def _is_able(self, user: User, permission: str) -> bool:
        may = not permission or can(user, permission, self.record.unit, today=self.today)
        return may and self.sees(user)

    def _levels(self, held: list[tuple[int, User]]) -> Iterator[list[User]]:
        """Those who see the record, the nearest level first; a level where nobody does is left out."""
        for _, level in groupby(held, key=lambda pair: pair[0]):
            seeing = [user for user in _once(user for _, user in level) if self.sees(user)]
            if seeing:
                yield seeing

    def _holders(self, permission: str) -> list[tuple[int, User]]:
        """Each who holds the permission for the record's unit, with how many steps above it, nearest first.

        Reads all that these people hold, so that what they see is known without asking once for each.
        """
        height = self._heights
        in_force = Q(first_day__lte=self.today) & (Q(last_day__isnull=True) | Q(last_day__gte=self.today))
        roles = {role.code for role in roles_with(permission)}
        holding = Assignment.objects.filter(in_force, unit_id__in=height, role__in=roles)
        everything = Assignment.objects.filter(in_force, user__in=holding.values("user"), user__is_active=True)
        rows = list(everything.select_related("user", "unit__root").order_by("pk"))
        for row in rows:
            self._assignments.setdefault(row.user_id, []).append(row)
        found = [(height[row.unit_id], row.user) for row in rows if row.role in roles and row.unit_id in height]
        return sorted(found, key=lambda pair: pair[0])

    @cached_property
    def _line(self) -> Line:
        return line_on({self.record.root_id}, self.today)

    @cached_property
    def _heights(self) -> dict[int, int]:
        """The steps from the record's unit up to each unit of its line; the unit itself is 0."""
        height, level, steps = {self.record.unit_id: 0}, {self.record.unit_id}, 0
        while level:
            steps += 1
            level = {parent for unit in level for parent in self._line.above.get(unit, ())} - set(height)
            height.update(dict.fromkeys(level, steps))
        return height


def receivers(record: Record, permission: str, event: Event, *, today: date) -> list[User]:
    """Who is told of what happens to a record without a handler of its own."""
    return Sight(record, today).receivers(permission, event).users


def _once(users: Iterable[User]) -> list[User]:
    return list({user.pk: user for user in users}.values())
