"""What an improvement is tied to: what it follows, what followed when there was no effect, and its copies elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.rules import NEXT, SPREAD, Status


@dataclass(frozen=True)
class Spread:
    """How many units have a copy, and how many of them have theirs in place."""

    done: int
    total: int


@dataclass(frozen=True)
class Follower:
    """An improvement that follows from another: a copy of it, or what was done instead."""

    origin_id: int
    reference: str
    part: str
    is_done: bool


@dataclass(frozen=True)
class Followers:
    found: tuple[Follower, ...]

    def copies_of(self, pk: int) -> Spread:
        copies = [one for one in self.found if one.origin_id == pk and one.part == SPREAD]
        return Spread(sum(one.is_done for one in copies), len(copies))

    def next_of(self, pk: int) -> list[str]:
        return [one.reference for one in self.found if one.origin_id == pk and one.part == NEXT]


def followers_of(ids: Sequence[int], on: date) -> Followers:
    """Those decided by a day, as they stood then: two questions for any number."""
    ties = Link.objects.filter(target_id__in=ids, kind=LinkKind.FOLLOWS, part__in=(SPREAD, NEXT), source__kind=KIND)
    pairs = list(ties.order_by("pk").values_list("source_id", "target_id", "part"))
    rows = Improvement.objects.in_bulk([source for source, _, _ in pairs])
    known = [(rows[source], target, part) for source, target, part in pairs if rows[source].decided_on <= on]
    return Followers(tuple(Follower(t, row.reference, part, _is_done(row, on)) for row, t, part in known))


def _is_done(improvement: Improvement, on: date) -> bool:
    day = improvement.carried_out_on
    return improvement.status == Status.DONE and day is not None and day <= on


@dataclass(frozen=True)
class Copy:
    """A unit's own copy. Whether the reader may open it is another question: the unit and the state are coded."""

    record: Improvement
    may_open: bool


def list_copies(reader: Reader, improvement: Improvement) -> list[Copy]:
    ties = Link.objects.filter(target_id=improvement.pk, kind=LinkKind.FOLLOWS, part=SPREAD, source__kind=KIND)
    rows = Improvement.objects.filter(pk__in=ties.values("source_id")).select_related("unit").order_by("unit__sort_key")
    seen = reader.units("improvements.view")
    return [Copy(row, row.unit_id in seen) for row in rows]


@dataclass(frozen=True)
class Tie:
    """Another record, and how the two hang together: `part` is the tie's own, `is_origin` when it came first."""

    record: Record
    part: str
    is_origin: bool


def list_ties(improvement: Improvement) -> list[Tie]:
    """Asks no permission: whether each is seen is another question. Copies are told of by themselves."""
    origins = Link.objects.filter(source_id=improvement.pk).order_by("pk").values_list("target_id", "part")
    later = Link.objects.filter(target_id=improvement.pk).exclude(part=SPREAD).order_by("pk")
    ends = [(pk, part, True) for pk, part in origins]
    ends += [(pk, part, False) for pk, part in later.values_list("source_id", "part")]
    found = Record.objects.in_bulk([pk for pk, _, _ in ends])
    return [Tie(found[pk], part, first) for pk, part, first in ends]
