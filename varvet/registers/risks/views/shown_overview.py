"""The year's risk picture and control plan as shown: the matrix, the risks, the points and how each is going."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.ui.matrix_picture import Marked, Picture, picture_of
from varvet.kernel.ui.record_parts import related
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.registers.risks import queries
from varvet.registers.risks.models import ControlPoint, FollowUp
from varvet.registers.risks.models.frozen import Kept, KeptPoint, KeptRisk
from varvet.registers.risks.queries.overview import Whole
from varvet.registers.risks.rules import LEVEL_LABELS, level_of
from varvet.registers.risks.rules.control import FREQUENCY_LABELS, LIGHT_LABELS, list_periods, period_name


@dataclass(frozen=True)
class RiskRow:
    """A risk of the picture. Products before and after; `href` where the reader may open the risk itself."""

    number: int
    reference: str
    name: str
    unit: str
    before: int
    after: int | None
    level_label: str
    href: str = ""


@dataclass(frozen=True)
class Followed:
    """A part of the year: what its follow-up says, or that there is none yet."""

    period: str
    light: str = ""
    light_label: str = ""
    words: str = ""


@dataclass(frozen=True)
class PointRow:
    """A control point with each part of its year, the self-check that serves as it, and where it is followed up."""

    number: int
    risk: str
    name: str
    method: str
    frequency: str
    responsible: str
    parts: list[Followed]
    check: str = ""
    check_status: str = ""
    check_href: str = ""
    edit_href: str = ""
    follow_href: str = ""


def overview_page(reader: Reader, whole: Whole) -> dict[str, object]:
    overview = whole.overview
    points = {point.pk: point for point in overview.points.select_related("risk", "overview")}
    checks = queries.checks_of(reader, list(points.values()))
    rows = [_point(reader, whole, kept, points, checks) for kept in whole.kept.points]
    return {
        "overview": overview,
        "kept": whole.kept,
        "picture": picture(whole.kept),
        "rows": risk_rows(reader, whole.kept),
        "points": rows,
        "decides": queries.decides(reader),
        "done": sum(1 for row in rows for part in row.parts if part.light),
        "total": sum(len(row.parts) for row in rows),
    }


def risk_rows(reader: Reader, kept: Kept) -> list[RiskRow]:
    seen = set(
        queries.visible_to(reader).filter(reference__in=[r.reference for r in kept.risks]).values_list("reference")
    )
    return [_risk(number, risk, (risk.reference,) in seen) for number, risk in enumerate(kept.risks, 1)]


def _risk(number: int, risk: KeptRisk, opens: bool) -> RiskRow:  # noqa: FBT001 - a value of the row
    before = risk.score[0] * risk.score[1]
    after = risk.residual[0] * risk.residual[1] if risk.residual else None
    return RiskRow(
        number=number,
        reference=risk.reference,
        name=risk.name,
        unit=risk.unit,
        before=before,
        after=after,
        level_label=said(LEVEL_LABELS[level_of(before if after is None else after)]),
        href=reverse("risks:page", args=[risk.reference]) if opens else "",
    )


def picture(kept: Kept) -> Picture:
    counts: dict[tuple[int, int], int] = {}
    for risk in kept.risks:
        spot = risk.residual or risk.score
        counts[spot] = counts.get(spot, 0) + 1
    marked = [Marked(number, risk.name, risk.score, risk.residual) for number, risk in enumerate(kept.risks, 1)]
    return picture_of(counts, marked, {})


def _point(
    reader: Reader, whole: Whole, kept: KeptPoint, points: dict[int, ControlPoint], checks: dict[int, Record]
) -> PointRow:
    point, check = points[kept.id], checks.get(kept.id)
    args = [whole.overview.year, kept.id]
    edits = queries.decides(reader) and not whole.overview.is_decided
    return PointRow(
        number=kept.number,
        risk=kept.risk,
        name=kept.name,
        method=kept.method,
        frequency=said(FREQUENCY_LABELS[kept.frequency]),
        responsible=kept.responsible,
        parts=parts_of(kept, whole.follow_ups.get(kept.id, {})),
        check=check.reference if check else "",
        check_status=said(queries.status_of(check)) if check else "",
        check_href=related(check).href if check else "",
        edit_href=reverse("risks:point", args=args) if edits else "",
        follow_href=reverse("risks:follow_up", args=args) if queries.may_follow_up(reader, point) else "",
    )


def parts_of(kept: KeptPoint, follow_ups: dict[int, FollowUp]) -> list[Followed]:
    return [_part(kept, number, follow_ups.get(number)) for number in list_periods(kept.frequency)]


def _part(kept: KeptPoint, number: int, done: FollowUp | None) -> Followed:
    name = sentence_of(period_name(kept.frequency, number))
    if done is None:
        return Followed(name)
    return Followed(name, done.light, said(LIGHT_LABELS[done.light]), done.words)
