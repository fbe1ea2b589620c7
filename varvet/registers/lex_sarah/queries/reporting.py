"""What whoever reported is told of the trail."""

from varvet.kernel.audit.models import AuditEvent
from varvet.registers.lex_sarah.models import KIND, LexSarah
from varvet.registers.lex_sarah.rules.plain import TOLD

MOST = 100


def list_told(case: LexSarah) -> list[AuditEvent]:
    """Newest first, at most 100."""
    return list(AuditEvent.objects.filter(kind=KIND, record_id=case.pk, event__in=TOLD).order_by("-pk")[:MOST])
