"""What may be about the same matter: found by what is coded, never by what was written."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.confidential import within
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.visible import EXCLUDED, HANDLE
from varvet.registers.feedback.rules import UNANSWERED

MOST = 8


def list_alike(reader: Reader, feedback: Feedback) -> list[Feedback]:
    """What waits and came in before, about the same unit or type, the latest first, where the reader may answer."""
    codes = list(feedback.mentions.values_list("category__code", flat=True))
    about = Q(unit_id=feedback.unit_id) | Q(mentions__category__code__in=codes)
    rows = _joinable(reader).filter(about, received_at__lte=feedback.received_at).exclude(pk=feedback.pk)
    return list(rows.select_related("unit").prefetch_related("mentions__category").distinct()[:MOST])


def find_lead(reader: Reader, feedback: Feedback, reference: str) -> Feedback | None:
    """The one so called, where the reader may answer; whether it may lead is the rules' to say."""
    rows = Feedback.objects.filter(
        within(reader, HANDLE, EXCLUDED), root=reader.root, reference=reference.strip().upper()
    )
    return rows.select_related("unit", "root").exclude(pk=feedback.pk).first()


def _joinable(reader: Reader) -> QuerySet[Feedback]:
    rows = Feedback.objects.filter(within(reader, HANDLE, EXCLUDED), root=reader.root)
    return rows.filter(status__in=UNANSWERED, joined_to__isnull=True).order_by("-received_at", "-pk")
