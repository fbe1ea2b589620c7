"""Whether the trail has told of every version there is of a record, which the trail alone cannot know."""

from django.db.models import F, OuterRef, Q, Subquery

from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.models import Record


def list_untold() -> list[str]:
    """References of records whose current version is not the last one told of: its event is gone, or was never."""
    events = AuditEvent.objects.filter(record_id=OuterRef("pk"), version__isnull=False).order_by("-version")
    told = Record.objects.annotate(told=Subquery(events.values("version")[:1]))
    untold = told.filter(Q(told__isnull=True) | ~Q(told=F("version")))
    return list(untold.order_by("pk").values_list("reference", flat=True))
