"""Who holds what in one root on one day: read once, asked about many units."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role
from varvet.kernel.organisation.tree import Line, line_on


@dataclass
class Holders:
    """Two queries, however many units are asked about."""

    root_id: int
    today: date
    known_line: Line | None = None

    def nearest(self, unit_id: int, *permissions: str) -> list[User]:
        """Those nearest the unit, itself first, who hold all the permissions there; empty when nobody in its line does.

        A permission held above the unit holds in it too, so what is held at different heights counts together.
        """
        held: dict[int, set[str]] = {}
        for level in self._levels(unit_id):
            found = self._taking_in(level, held, permissions)
            if found:
                return found
        return []

    def _taking_in(self, level: set[int], held: dict[int, set[str]], wanted: tuple[str, ...]) -> list[User]:
        """Adds what is held at one level to what each person holds below it; those who now hold all."""
        people: dict[int, User] = {}
        for row in (row for unit in sorted(level) for row in self.rows.get(unit, ())):
            held.setdefault(row.user_id, set()).update(get_role(row.role).permissions)
            people[row.user_id] = row.user
        return [user for pk, user in people.items() if held[pk].issuperset(wanted)]

    def _levels(self, unit_id: int) -> Iterator[set[int]]:
        seen, level = {unit_id}, {unit_id}
        while level:
            yield level
            level = {parent for unit in level for parent in self.line.above.get(unit, ())} - seen
            seen |= level

    @cached_property
    def line(self) -> Line:
        return self.known_line or line_on({self.root_id}, self.today)

    @cached_property
    def rows(self) -> dict[int, list[Assignment]]:
        in_force = Q(first_day__lte=self.today) & (Q(last_day__isnull=True) | Q(last_day__gte=self.today))
        rows = Assignment.objects.filter(in_force, unit__root_id=self.root_id, user__is_active=True)
        found: dict[int, list[Assignment]] = {}
        for row in rows.select_related("user").order_by("user__name", "pk"):
            found.setdefault(row.unit_id, []).append(row)
        return found


def holders_for(reader: Reader, root_id: int) -> Holders:
    """Of the reader's root and day, read once a page."""
    return reader.once("holders", lambda: Holders(root_id, reader.today, reader.line))
