"""The years' risk pictures and control plans: the decided for all who may read them, drafts for who decides."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.registry import get_register, is_visible
from varvet.registers.risks.models import ControlPoint, FollowUp, Overview, OverviewStatus, Risk
from varvet.registers.risks.models.frozen import Kept, thaw, value_of
from varvet.registers.risks.queries.visible import EDIT
from varvet.registers.risks.rules import SCORED

READ, DECIDE = "risks.read_picture", "risks.decide_picture"
CHECKS = "self_checks"  # the register whose records may serve as control points, where it runs


@dataclass(frozen=True)
class Whole:
    """A year's document, as decided or as it would be, with its follow-ups by point and part of the year."""

    overview: Overview
    kept: Kept
    follow_ups: dict[int, dict[int, FollowUp]]


def visible_overviews(reader: Reader) -> QuerySet[Overview]:
    """A draft is for those who decide."""
    if reader.root is None or not (reader.has(READ) or reader.has(DECIDE)):
        return Overview.objects.none()
    rows = Overview.objects.filter(root=reader.root).select_related("root", "written_by").order_by("-year")
    return rows if decides(reader) else rows.filter(status=OverviewStatus.DECIDED)


def decides(reader: Reader) -> bool:
    return reader.root is not None and reader.can(DECIDE, reader.root.pk)


def read_whole(overview: Overview) -> Whole:
    kept = thaw(overview) if overview.is_decided else value_of(overview)
    follow_ups: dict[int, dict[int, FollowUp]] = defaultdict(dict)
    for row in FollowUp.objects.filter(point__overview=overview).select_related("by"):
        follow_ups[row.point_id][row.period] = row
    return Whole(overview, kept, dict(follow_ups))


def list_candidates(reader: Reader) -> list[Risk]:
    """What the picture can hold: the root's scored risks, the highest first."""
    rows = Risk.objects.filter(root=reader.root, status__in=SCORED).select_related("unit")
    return list(rows.order_by("-rank", "reference"))


def may_follow_up(reader: Reader, point: ControlPoint) -> bool:
    return point.overview.is_decided and (decides(reader) or reader.can(EDIT, point.risk.unit_id))


def points_of(risk: Risk) -> list[ControlPoint]:
    """Those of every year, the newest first."""
    return list(ControlPoint.objects.filter(risk=risk).select_related("overview").order_by("-overview__year", "number"))


def checks_of(reader: Reader, points: list[ControlPoint]) -> dict[int, Record]:
    """By the point's id: the record of the self-check that serves as it, where the reader may open it."""
    parts = {point.part: point.pk for point in points}
    ties = Link.objects.filter(kind=LinkKind.CONCERNS, part__in=parts).values_list("part", "target_id")
    found = Record.objects.in_bulk([target for _, target in ties])
    return {parts[part]: found[target] for part, target in ties if is_visible(reader, found[target])}


def find_check(reader: Reader, reference: str) -> Record | None:
    """A self-check that the reader may open, by its reference as people write it."""
    found = Record.objects.filter(root=reader.root, kind=CHECKS, reference=reference.strip().upper()).first()
    return found if found and is_visible(reader, found) else None


def status_of(record: Record) -> str:
    """As a marked text."""
    return get_register(record.kind).statuses[record.status]
