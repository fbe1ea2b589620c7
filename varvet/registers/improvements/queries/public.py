"""What everybody may read, and what whoever publishes can choose among."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Area, Unit
from varvet.kernel.organisation.tree import place_on
from varvet.kernel.records.models import Link, LinkKind
from varvet.registers.improvements.models import KIND, Improvement, PublicChange
from varvet.registers.improvements.rules import ORIGINS, Standing, Status

PUBLISH = "improvements.publish"
PAGE = 20
ON_POSTER = 4
MOST_LISTED = 200


@dataclass(frozen=True)
class Told:
    """One change as everybody reads it: nothing of the record behind it, not even its number."""

    area: str
    you_said: str
    we_did: str
    published_on: date


@dataclass(frozen=True)
class ToldPage:
    """The newest first; `more` says whether there are older ones. `areas` are those with something to read."""

    changes: tuple[Told, ...]
    areas: tuple[str, ...]
    more: bool


def list_told(root: Unit, area: str = "", page: int = 1) -> ToldPage:
    rows = _published(root)
    told = set(rows.order_by().values_list("area", flat=True).distinct())
    areas = tuple(code for code in Area.values if code in told)
    chosen = rows.filter(area=area) if area else rows
    first = (page - 1) * PAGE
    found = list(chosen[first : first + PAGE + 1])
    return ToldPage(tuple(map(_told, found[:PAGE])), areas, len(found) > PAGE)


def list_newest(root: Unit, area: str = "") -> tuple[Told, ...]:
    """As many as a poster has room for."""
    rows = _published(root)
    return tuple(map(_told, (rows.filter(area=area) if area else rows)[:ON_POSTER]))


def _published(root: Unit) -> QuerySet[PublicChange]:
    rows = PublicChange.objects.filter(root=root, standing=Standing.PUBLISHED)
    return rows.order_by("-published_on", "-pk")


def _told(change: PublicChange) -> Told:
    assert change.published_on is not None
    return Told(change.area, change.you_said, change.we_did, change.published_on)


@dataclass(frozen=True)
class Choosable:
    """An improvement that can be told of, with the words written for it, if any."""

    improvement: Improvement
    change: PublicChange | None


def list_choosable(reader: Reader) -> list[Choosable]:
    """Carried out in the reader's units, and begun by what people said; the last carried out first, at most 200."""
    follows = Link.objects.filter(kind=LinkKind.FOLLOWS, source__kind=KIND, target__kind__in=sorted(ORIGINS))
    rows = Improvement.objects.filter(
        root=reader.root,
        unit_id__in=reader.units(PUBLISH),
        status=Status.DONE,
        pk__in=follows.filter(source__root=reader.root).values("source_id"),
    )
    found = list(rows.select_related("unit").order_by("-carried_out_on", "-pk")[:MOST_LISTED])
    changes = changes_of([improvement.pk for improvement in found])
    return [Choosable(improvement, changes.get(improvement.pk)) for improvement in found]


def changes_of(ids: Sequence[int]) -> dict[int, PublicChange]:
    """By the improvement's id."""
    return {change.improvement_id: change for change in PublicChange.objects.filter(improvement_id__in=ids)}


def find_change(improvement: Improvement) -> PublicChange | None:
    return changes_of([improvement.pk]).get(improvement.pk)


def area_of(improvement: Improvement, today: date) -> str:
    """The area of its unit, where the words begin."""
    return str(place_on(improvement.unit_id, today).area)
