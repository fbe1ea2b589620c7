"""What a risk counts as: that it was seen, each time it was scored or looked at, and each time it came true."""

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.risks.models import Happening, Risk, What

IDENTIFIED = "identified"
COUNTED = {
    What.ASSESSED: "assessed",
    What.TREATED: "treated",
    What.REVIEWED: "reviewed",
    What.ACCEPTED: "accepted",
    What.OCCURRED: "came_true",
    What.CLOSED: "closed",
}
HAPPENINGS = (IDENTIFIED, *COUNTED.values())
RELATED = ("happenings",)


def facts(risk: Risk) -> list[FactRow]:
    """`kind` is the occasion, `severity` the level as it was that day; `days` are from when it was seen."""
    first = FactRow(happening=IDENTIFIED, day=day_of(risk.received_at), unit_id=risk.unit_id, kind=risk.occasion)
    return [first, *(_row(risk, happening) for happening in sorted(risk.happenings.all(), key=_order))]


def _row(risk: Risk, happening: Happening) -> FactRow:
    score = happening.score
    return FactRow(
        happening=COUNTED[What(happening.what)],
        day=happening.on,
        unit_id=risk.unit_id,
        kind=risk.occasion,
        severity=str(score.level) if score else "",
        days=(happening.on - day_of(risk.received_at)).days,
    )


def _order(happening: Happening) -> int:
    return happening.pk
