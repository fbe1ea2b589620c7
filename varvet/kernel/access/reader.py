"""The reader: who asks, in which root, on which day. Resolved once per request and passed to every query."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from django.utils.translation import gettext as _

from varvet.kernel.access.checks import assignments_on
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import QualityYears, quality_years
from varvet.kernel.organisation.tree import Line, line_on

T = TypeVar("T")


@dataclass
class Reader:
    """A person in one root on one day. Scopes are read once and kept for the request."""

    user: User
    today: date
    wanted_root: str = ""
    known_line: Line | None = None  # of the root, for somebody who asks about many people at once
    known_assignments: list[Assignment] | None = None  # all in force, with unit and root, for the same
    _units: dict[str, frozenset[int]] = field(default_factory=dict)
    _known: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def assignments(self) -> list[Assignment]:
        if self.known_assignments is not None:
            return self.known_assignments
        return list(assignments_on(self.user, self.today)) if self.user.is_active else []

    @cached_property
    def roots(self) -> list[Unit]:
        found = {a.unit.root.pk: a.unit.root for a in self.assignments if a.unit.root}
        return sorted(found.values(), key=lambda root: root.sort_key)

    @cached_property
    def root(self) -> Unit | None:
        """The root worked in: the wanted one when the person has a role there, else the first."""
        wanted = [root for root in self.roots if root.slug == self.wanted_root]
        return next(iter(wanted or self.roots), None)

    @cached_property
    def _held(self) -> list[Assignment]:
        return [a for a in self.assignments if self.root and a.unit.root_id == self.root.pk]

    @cached_property
    def line(self) -> Line:
        """Of the root worked in."""
        return self.known_line or line_on({self.root.pk} if self.root else set(), self.today)

    @cached_property
    def quality_years(self) -> QualityYears:
        """Of the root worked in; the calendar's where there is none."""
        return quality_years(self.root) if self.root else QualityYears(())

    @property
    def main_assignment(self) -> Assignment | None:
        return self._held[0] if self._held else None

    @property
    def role_label(self) -> str:
        return _(get_role(self.main_assignment.role).label) if self.main_assignment else ""

    @property
    def unit_name(self) -> str:
        return self.main_assignment.unit.name if self.main_assignment else ""

    def units(self, permission: str) -> frozenset[int]:
        """Ids of the units in this root where the reader has the permission."""
        if permission not in self._units:
            held = {a.unit_id for a in self._held if permission in get_role(a.role).permissions}
            self._units[permission] = self.line.below(held) if held else frozenset()
        return self._units[permission]

    def once(self, name: str, ask: Callable[[], T]) -> T:
        """The answer to a question that several parts of one page ask, asked the first time only."""
        if name not in self._known:
            self._known[name] = ask()
        return cast("T", self._known[name])

    def list_units(self, permission: str) -> list[Unit]:
        """The units where the reader has the permission, in Swedish order, those still open."""
        units = Unit.objects.filter(pk__in=self.units(permission)).exclude(last_day__lt=self.today)
        return list(units.order_by("sort_key"))

    def below(self, unit_id: int) -> frozenset[int]:
        """Ids of the unit and those below it today; whether the reader may see them is another question."""
        return self.line.below({unit_id})

    def can(self, permission: str, unit_id: int) -> bool:
        return unit_id in self.units(permission)

    def has(self, permission: str) -> bool:
        return any(permission in get_role(a.role).permissions for a in self._held)

    def require(self, permission: str) -> None:
        """NotAllowed, with who could, for somebody who has the permission nowhere."""
        if not self.has(permission):
            able = ", ".join(_(role.label) for role in roles_with(permission))
            raise NotAllowed(_("Din roll kan inte öppna sidan. Det kan: {able}.").format(able=able))
