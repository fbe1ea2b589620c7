"""What an analysis counts as: held, approved, and each conclusion with whether it led to something."""

from varvet.kernel.records.links import list_answers
from varvet.kernel.records.registry import FactRow
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.rules import Status

HAPPENINGS = ("held", "approved", "mention")
RELATED = ("conclusions",)


def facts(analysis: Analysis) -> list[FactRow]:
    """Conclusions are counted while the analysis is approved: until then they are changed.

    `outcome` of a mention is what sort of conclusion it is; it is one of one where an improvement or a risk came of it.
    """
    rows = [FactRow("held", analysis.held_on, analysis.unit_id)] if analysis.held_on else []
    if analysis.status == Status.APPROVED and analysis.approved_on:
        rows.append(FactRow("approved", analysis.approved_on, analysis.unit_id))
        rows += _mentions(analysis)
    return rows


def _mentions(analysis: Analysis) -> list[FactRow]:
    assert analysis.approved_on is not None
    led = {part for part, _ in list_answers(analysis)}
    return [
        FactRow(
            "mention",
            analysis.approved_on,
            analysis.unit_id,
            quality_area=one.area,
            outcome=one.kind,
            numerator=int(one.part in led),
            denominator=1,
        )
        for one in analysis.conclusions.all()
    ]
