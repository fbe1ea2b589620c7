"""Reading compilations: always within the reader's scope."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from varvet.insight.compilations.models import Compilation
from varvet.insight.compilations.rules import Place
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import Told
from varvet.kernel.records.periods import Length, Stretch, Years, years_of

READ, WRITE = "compilations.read", "compilations.write"
LENGTHS = frozenset({Length.HALF_YEAR, Length.TERTIAL})


@dataclass(frozen=True)
class Wanted:
    """One unit and period, and what is written of them; `kept` is None before the first word is saved."""

    root: Unit
    unit: Unit
    years: Years
    stretch: Stretch
    kept: Compilation | None
    texts: Mapping[Place, str]

    @property
    def version(self) -> int:
        return self.kept.version if self.kept else 0


def visible_to(reader: Reader) -> QuerySet[Compilation]:
    return Compilation.objects.filter(unit_id__in=reader.units(READ)).select_related("unit")


def get_wanted(reader: Reader, unit_id: int, code: str) -> Wanted:
    """404 outside the scope, for another length of period, and for one that has not begun."""
    reader.require(READ)
    unit = Unit.objects.select_related("root").filter(pk__in=reader.units(READ) & {unit_id}).first()
    if unit is None or unit.root is None:
        raise Http404
    years = years_of(unit.root)
    try:
        stretch = years.part_named(code)
    except Told as told:
        raise Http404 from told
    if stretch.length not in LENGTHS or stretch.first > reader.today:
        raise Http404
    kept = visible_to(reader).filter(unit=unit, period=stretch.code).first()
    return Wanted(unit.root, unit, years, stretch, kept, texts_of(kept))


def texts_of(compilation: Compilation | None) -> dict[Place, str]:
    if compilation is None:
        return {}
    return {Place(place): text for place, text in compilation.sections.values_list("place", "text")}


def texts_before(wanted: Wanted) -> dict[Place, str]:
    """What the same unit wrote of the period before."""
    earlier = wanted.years.before(wanted.stretch)
    return texts_of(Compilation.objects.filter(unit=wanted.unit, period=earlier.code).first())
