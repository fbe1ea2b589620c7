"""Reading and editing the tree of units: who lies below whom, on a day and through successions."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from django.db import transaction
from django.db.models import F, Value

from varvet.kernel.organisation.models import Below, Succession, Unit, UnitPeriod

ALPHABET = {"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "u"}  # { | } come after z


@dataclass(frozen=True)
class Place:
    """Where a unit stood on a day; area, kind and provider as stored values."""

    unit_id: int
    parent_id: int | None
    kind: str
    area: str
    provider: str


def sort_key(name: str) -> str:
    """Swedish order as hex digits, two a letter: å, ä, ö after z, and every collation compares hex digits alike."""
    letters = (ALPHABET.get(letter, letter) for letter in name.casefold()[:80])
    return "".join(f"{min(ord(letter), 0xFF):02x}" for letter in letters)


def add_unit(
    *,
    name: str,
    slug: str,
    level: str,
    first_day: date,
    parent: Unit | None = None,
    place: Place | None = None,
) -> Unit:
    """Adds a unit below a parent, or a root when there is none. `place.unit_id` and `.parent_id` are ignored."""
    root = parent.root if parent else None
    unit = Unit.objects.create(
        root=root, slug=slug, name=name, level=level, sort_key=sort_key(name), first_day=first_day
    )
    if root is None:
        unit.root = unit
        unit.save(update_fields=["root"])
    UnitPeriod.objects.create(
        unit=unit,
        parent=parent,
        kind=place.kind if place else "support",
        area=place.area if place else "common",
        provider=place.provider if place else "own",
        first_day=first_day,
    )
    return unit


@transaction.atomic
def rebuild_below(root: Unit) -> None:
    """Writes (ancestor, unit) anew for a root: every place a unit has had, and its predecessors' units."""
    units = list(Unit.objects.filter(root=root).values_list("pk", flat=True))
    parents: dict[int, set[int]] = defaultdict(set)
    for unit, parent in UnitPeriod.objects.filter(unit__root=root).values_list("unit_id", "parent_id"):
        if parent is not None:
            parents[unit].add(parent)
    for before, after in _successions(root):
        parents[before].add(after)
    Below.objects.filter(ancestor__root=root).delete()
    Below.objects.bulk_create(
        Below(ancestor_id=ancestor, unit_id=unit) for unit in units for ancestor in sorted(_upward(unit, parents))
    )


def _successions(root: Unit) -> list[tuple[int, int]]:
    """Never into another root: nobody there may see this one."""
    return list(Succession.objects.filter(before__root=root, after__root=root).values_list("before_id", "after_id"))


def _upward(unit: int, parents: dict[int, set[int]]) -> set[int]:
    seen: set[int] = set()
    waiting = [unit]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(parents.get(current, ()))
    return seen


def units_below(ancestor_ids: set[int]) -> frozenset[int]:
    """Ids of the units at and below the given ones, predecessors included."""
    return frozenset(Below.objects.filter(ancestor_id__in=ancestor_ids).values_list("unit_id", flat=True))


@dataclass(frozen=True)
class Line:
    """Who stands right above whom on a day, by ids: whose records are handled where.

    Other than `units_below`, which follows series through the years, a unit that has moved has left its old line, and
    one that has been taken over lies under its successor alone.
    """

    above: dict[int, set[int]]

    def below(self, ancestor_ids: set[int]) -> frozenset[int]:
        """Ids of the units at and below the given ones."""
        if not ancestor_ids:
            return frozenset()
        return frozenset(unit for unit in self.above if _upward(unit, self.above) & ancestor_ids)


def line_on(roots: set[int], day: date) -> Line:
    """One query for all units of the roots."""
    begun = UnitPeriod.objects.filter(unit__root_id__in=roots, first_day__lte=day)
    taken = Succession.objects.filter(before__root_id__in=roots, after__root_id=F("before__root_id"), day__lte=day)
    moves = begun.annotate(step=Value(0)).values_list("step", "first_day", "unit_id", "parent_id")
    rows: list[tuple[int, date, int, int | None]] = list(
        moves.union(taken.annotate(step=Value(1)).values_list("step", "day", "before_id", "after_id"), all=True)
    )
    above: dict[int, set[int]] = {}
    for _, _, unit, over in sorted(rows, key=itemgetter(0, 1)):  # a succession comes after every place there was
        above[unit] = set() if over is None else {over}
    return Line(above)


def place_on(unit_id: int, day: date) -> Place:
    """The unit's place on a day; before its first day the first place, after its last the last."""
    return place_among(list(UnitPeriod.objects.filter(unit_id=unit_id).order_by("first_day")), day)


def places(root: Unit) -> dict[int, list[UnitPeriod]]:
    """All periods of a root's units, oldest first, for reading many places without a query each."""
    found: dict[int, list[UnitPeriod]] = defaultdict(list)
    for period in UnitPeriod.objects.filter(unit__root=root).order_by("first_day"):
        found[period.unit_id].append(period)
    return dict(found)


def place_among(periods: list[UnitPeriod], day: date) -> Place:
    """As `place_on`, among periods already read (oldest first, at least one)."""
    started = [p for p in periods if p.first_day <= day] or periods[:1]
    found = started[-1]
    return Place(found.unit_id, found.parent_id, found.kind, found.area, found.provider)


def find_root(slug: str) -> Unit | None:
    return Unit.objects.filter(slug=slug, root_id=F("pk")).first()


def list_roots() -> list[Unit]:
    return list(Unit.objects.filter(root_id=F("pk")).order_by("sort_key"))
