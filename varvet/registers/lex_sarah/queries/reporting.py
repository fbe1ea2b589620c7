"""What whoever reported is told of the trail, and what is found by the code of a report without an account."""

from django.db.models import Q

from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.crypto.handed import hash_of_code
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.registers.lex_sarah.models import KIND, ByCode, LexSarah, Part
from varvet.registers.lex_sarah.rules.plain import TOLD

MOST = 100


def list_told(case: LexSarah) -> list[AuditEvent]:
    """Newest first, at most 100."""
    return list(AuditEvent.objects.filter(kind=KIND, record_id=case.pk, event__in=TOLD).order_by("-pk")[:MOST])


def read_answer(case: LexSarah) -> list[Words]:
    """The answer alone, for whoever holds the code: what was reported is not shown to one who may have found it."""
    return narratives.read(case, by=None, only=Q(part=Part.FEEDBACK))


def find_by_code(written: str) -> str:
    """The hash that stands for a report's code, empty when there is no report with it."""
    found = hash_of_code(KIND, written)
    return found if ByCode.objects.filter(follow_hash=found).exists() else ""


def find_by_hash(follow_hash: str) -> LexSarah | None:
    """The report of a code that has been given before; None for none."""
    found = ByCode.objects.filter(follow_hash=follow_hash).select_related("case__unit", "case__root").first()
    return found.case if found else None


def get_made(record: Record) -> LexSarah:
    """The case that a form's key made; who may ask has been settled by the key."""
    return LexSarah.objects.select_related("unit", "root").get(pk=record.pk)
