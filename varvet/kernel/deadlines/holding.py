"""What people hold by name in every register, and what runs without anybody who can do it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, reduce
from operator import or_

from django.db.models import F, Q, QuerySet, Value

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.access.standing import Standing, standing_of
from varvet.kernel.deadlines.clocks import list_clocks
from varvet.kernel.deadlines.models import Watch
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.people import Sight
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import line_on, list_roots
from varvet.kernel.records.holding import Held
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.registry import Clock, Register, list_registers


def ids_held(register: Register, root: Unit, person: User) -> set[int]:
    """Ids of the register's open records that the person has by name: as its card says, else as its clocks do."""
    if register.held:
        rows = (held.rows(root).filter(**{held.person: person}) for held in register.held)
        return {pk for found in rows for pk in found.values_list("pk", flat=True)}
    clocks = register.clocks(root) if register.clocks else []
    return {clock.record_id for clock in clocks if clock.holder_id == person.pk}


def is_held(register: Register, record: Record, person: User) -> bool:
    """As `ids_held`, for one record that the caller has locked."""
    if register.held:
        return any(
            held.rows(record.root).filter(**{held.person: person}, pk=record.pk).exists() for held in register.held
        )
    return record.pk in ids_held(register, record.root, person)


def list_unheld(reader: Reader) -> list[tuple[Register, Record]]:
    """Records that somebody has by name who cannot have them today, and that the reader could take on.

    One question for all registers, when nobody has anything by name; a few more when somebody has.
    """
    root = reader.root
    if root is None:
        return []
    every = (_InUnits(register, one, reader, root) for register in list_registers() for one in register.held)
    held = [one for one in every if one.units]
    named = _named(held)
    if not named:
        return []
    standing = standing_of({person for pairs in named.values() for _, person in pairs}, reader)
    return [found for number, pairs in named.items() for found in held[number].lost(pairs, standing)]


@dataclass(frozen=True)
class _InUnits:
    """What is held by name in the units where the reader could take it on."""

    register: Register
    held: Held
    reader: Reader
    root: Unit

    @cached_property
    def units(self) -> frozenset[int]:
        codes = [self.held.permission] if self.held.permission else list(self.register.tasks_for)
        return frozenset[int]().union(*(self.reader.units(code) for code in codes))

    @property
    def rows(self) -> QuerySet[Record]:
        return self.held.rows(self.root).filter(unit_id__in=self.units)

    def lost(self, pairs: set[tuple[int, int]], standing: Standing) -> list[tuple[Register, Record]]:
        gone = standing.lost(pairs, self.held.permission)
        if not gone:
            return []
        wanted = reduce(or_, (Q(unit_id=unit, **{self.held.person: person}) for unit, person in gone))
        ids = self.rows.filter(wanted).values("pk")
        seen = self.register.visible_to(self.reader).filter(pk__in=ids).select_related("unit")
        return [(self.register, record) for record in seen.order_by("received_at", "pk")]


def _named(held: list[_InUnits]) -> dict[int, set[tuple[int, int]]]:
    """Number in the list -> units with the people who have something there; one question for all."""
    asked = [
        one.rows.annotate(number=Value(number), person=F(one.held.person))
        .order_by()
        .values_list("number", "unit_id", "person")
        .distinct()
        for number, one in enumerate(held)
    ]
    found: dict[int, set[tuple[int, int]]] = {}
    for number, unit, person in asked[0].union(*asked[1:]) if asked else ():
        found.setdefault(number, set()).add((unit, person))
    return found


def without_holder(root: Unit, *, today: date) -> list[Clock]:
    """The clocks that nobody at all could answer for: nobody in the line, or nobody who may see the record."""
    clocks = list_clocks(root)
    records = Record.objects.select_related("unit", "root").in_bulk({clock.record_id for clock in clocks})
    alike: dict[tuple[str, int, str, str], list[Clock]] = defaultdict(list)
    for clock in clocks:
        record = records[clock.record_id]
        alike[record.kind, record.unit_id, record.confidentiality, clock.permission].append(clock)
    covered = _Covered(root, today)
    return [
        clock
        for (_, unit, confidentiality, permission), group in alike.items()
        if not covered.is_somebody(records[group[0].record_id], unit, confidentiality, permission)
        for clock in group
    ]


def count_without_holder(*, now: datetime) -> int:
    """Counts them in every root, for those who run the system to see; returns how many there are."""
    total = 0
    for root in list_roots():
        count = len(without_holder(root, today=day_of(now)))
        Watch.objects.update_or_create(root=root, defaults={"without_holder": count, "counted_at": now})
        total += count
    return total


class _Covered:
    """Whether somebody holds a permission for a unit; two questions for a whole root."""

    def __init__(self, root: Unit, today: date) -> None:
        in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
        rows = Assignment.objects.filter(in_force, unit__root=root, user__is_active=True)
        self._held = set(rows.values_list("role", "unit_id"))
        self._line, self._today = line_on({root.pk}, today), today
        self._below: dict[str, frozenset[int]] = {}

    def is_somebody(self, record: Record, unit: int, confidentiality: str, permission: str) -> bool:
        """A record that excludes somebody is asked about by itself: who holds the permission may not see it."""
        if permission not in self._below:
            roles = {role.code for role in roles_with(permission)}
            self._below[permission] = self._line.below({held for role, held in self._held if role in roles})
        if unit not in self._below[permission]:
            return False
        return confidentiality == Confidentiality.NORMAL or Sight(record, self._today).is_anybody(permission)
