"""The list, the highest risks first, and how many there are in each cell of the matrix. No texts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Count, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import paging
from varvet.kernel.records.paging import narrowed
from varvet.registers.risks.models import Risk
from varvet.registers.risks.queries.visible import listed
from varvet.registers.risks.rules import OPEN, Level, Score
from varvet.registers.risks.rules.scoring import HIGH, MEDIUM

SIZE, LAST_PAGE = 25, 40
RANKS = {Level.LOW: (1, MEDIUM - 1), Level.MEDIUM: (MEDIUM, HIGH - 1), Level.HIGH: (HIGH, 25)}


class Stage(StrEnum):
    """Which of its two scores a risk is looked for by."""

    NOW = "now"  # after what is done, or before where nothing is
    BEFORE = "before"


@dataclass(frozen=True)
class Filters(paging.Filters):
    """What the list is narrowed to; empty means all. A cell is a score, of now or before."""

    level: str = ""
    occasion: str = ""
    cell: Score | None = None
    stage: Stage = Stage.NOW
    page: int = 1


@dataclass(frozen=True)
class Risks:
    """A page of risks, how many there are in all, and whether there are more."""

    rows: list[Risk]
    total: int
    more: bool


def list_page(reader: Reader, filters: Filters) -> Risks:
    """Those with the highest score first; of the same, the newest."""
    rows = chosen(reader, filters)
    start = (filters.page - 1) * SIZE
    ids = list(rows.order_by("-rank", "-received_at", "-pk").values_list("pk", flat=True)[start : start + SIZE + 1])
    return Risks(children_of(ids[:SIZE]), rows.order_by().count(), len(ids) > SIZE and filters.page < LAST_PAGE)


def chosen(reader: Reader, filters: Filters) -> QuerySet[Risk]:
    records = narrowed(listed(reader), filters, OPEN, reader)
    rows = Risk.objects.filter(pk__in=records.values("pk"))
    if filters.level in RANKS:
        rows = rows.filter(rank__range=RANKS[Level(filters.level)])
    if filters.occasion:
        rows = rows.filter(occasion=filters.occasion)
    return _in_cell(rows, filters) if filters.cell else rows


def _in_cell(rows: QuerySet[Risk], filters: Filters) -> QuerySet[Risk]:
    assert filters.cell is not None
    consequence, probability = filters.cell.consequence, filters.cell.probability
    before = {"consequence": consequence, "probability": probability}
    if filters.stage is Stage.BEFORE:
        return rows.filter(**before)
    after = rows.filter(residual_consequence=consequence, residual_probability=probability)
    return after | rows.filter(**before, residual_consequence__isnull=True)


def count_cells(reader: Reader, filters: Filters) -> dict[Score, int]:
    """How many stand in each cell, now or before, whichever cell is chosen: one question."""
    rows = chosen(reader, replace(filters, cell=None)).exclude(rank=0).order_by()
    names = ("consequence", "probability", "residual_consequence", "residual_probability")
    found: dict[Score, int] = {}
    for consequence, probability, after, likely, count in rows.values_list(*names).annotate(n=Count("pk")):
        now = filters.stage is Stage.NOW and after is not None
        score = Score(after, likely) if now else Score(consequence, probability)
        found[score] = found.get(score, 0) + count
    return found


def children_of(ids: Sequence[int]) -> list[Risk]:
    """In the order of the ids."""
    found = {risk.pk: risk for risk in Risk.objects.filter(pk__in=ids).select_related("unit", "root", "owner")}
    return [found[pk] for pk in ids if pk in found]


def titles_of(ids: Sequence[int]) -> dict[int, str]:
    return dict(Risk.objects.filter(pk__in=ids).values_list("pk", "name"))
