"""That what an improvement was to mend is handled as a risk instead: tied to the risk, where one is named."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.registers.improvements import rules
from varvet.registers.improvements.models import Improvement


def check_risk(improvement: Improvement, risk: Record | None, *, in_risk_picture: bool) -> None:
    """`risk` is one that whoever does it may open: the caller has looked."""
    rules.check_risk(risk.kind if risk else "", in_risk_picture=in_risk_picture)
    if risk and risk.root_id != improvement.root_id:
        raise RuleBroken("improvement.risk.kind", marked("Välj en risk i listan."), field="risk")


def tie(improvement: Improvement, risk: Record | None) -> None:
    if risk is not None:
        ends = {"source_id": improvement.pk, "target_id": risk.pk}
        Link.objects.get_or_create(kind=LinkKind.CONCERNS, part=rules.HANDLED, **ends)
