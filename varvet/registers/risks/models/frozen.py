"""A decided risk picture: kept as JSON with its hash, and read back unchanged."""

import hashlib
import json
from dataclasses import asdict, dataclass

from varvet.registers.risks.models.overview import ControlPoint, Overview
from varvet.registers.risks.models.risk import Risk


@dataclass(frozen=True)
class KeptRisk:
    """A risk as it was. Scores are consequence and probability; none where there was none."""

    reference: str
    name: str
    unit: str
    score: tuple[int, int]
    residual: tuple[int, int] | None
    accepted_until: str = ""


@dataclass(frozen=True)
class KeptPoint:
    """A control point as it was; `id` leads to its follow-ups."""

    id: int
    number: int
    risk: str
    name: str
    method: str
    frequency: str
    responsible: str


@dataclass(frozen=True)
class Kept:
    """All that was decided."""

    organisation: str
    year: int
    summary: str
    risks: tuple[KeptRisk, ...]
    points: tuple[KeptPoint, ...]


def value_of(overview: Overview) -> Kept:
    """As it would be if it were decided now: the highest risks first."""
    risks = overview.risks.filter(rank__gt=0).select_related("unit").order_by("-rank", "reference")
    points = overview.points.select_related("risk").order_by("number")
    return Kept(
        organisation=overview.root.name,
        year=overview.year,
        summary=overview.summary,
        risks=tuple(_risk(risk) for risk in risks),
        points=tuple(_point(point) for point in points),
    )


def _risk(risk: Risk) -> KeptRisk:
    score, residual = risk.score, risk.residual
    assert score is not None
    return KeptRisk(
        reference=risk.reference,
        name=risk.name,
        unit=risk.unit.name,
        score=(score.consequence, score.probability),
        residual=(residual.consequence, residual.probability) if residual else None,
        accepted_until=risk.accepted_until.isoformat() if risk.accepted_until else "",
    )


def _point(point: ControlPoint) -> KeptPoint:
    return KeptPoint(
        id=point.pk,
        number=point.number,
        risk=point.risk.reference,
        name=point.name,
        method=point.method,
        frequency=point.frequency,
        responsible=point.responsible,
    )


def to_json(kept: Kept) -> str:
    return json.dumps(asdict(kept), ensure_ascii=False)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def thaw(overview: Overview) -> Kept:
    """ValueError when the text is not what was decided: somebody has been at the database."""
    if digest_of(overview.value) != overview.digest:
        raise ValueError("a decided risk picture does not agree with its hash")
    given = json.loads(overview.value)
    risks = tuple(KeptRisk(**row | {"score": tuple(row["score"]), "residual": _pair(row)}) for row in given["risks"])
    points = tuple(KeptPoint(**row) for row in given["points"])
    return Kept(given["organisation"], given["year"], given["summary"], risks, points)


def _pair(row: dict[str, list[int] | None]) -> tuple[int, ...] | None:
    found = row["residual"]
    return tuple(found) if found else None
