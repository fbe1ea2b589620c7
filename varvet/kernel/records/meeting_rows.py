"""Rows of a register that may stand on the sheet of a staff meeting, narrowed as every register narrows them."""

from typing import TypeVar

from django.db.models import QuerySet

from varvet.kernel.records.meeting_lines import MeetingAsked
from varvet.kernel.records.models import Confidentiality, Link, LinkKind, Record

R = TypeVar("R", bound=Record)


def may_stand(rows: QuerySet[R], asked: MeetingAsked) -> QuerySet[R]:
    """Those of the units that shut nobody out, and do not follow on what does."""
    shut = Record.objects.filter(root_id=asked.root_id).exclude(confidentiality=Confidentiality.NORMAL)
    follows = Link.objects.filter(kind=LinkKind.FOLLOWS, target__in=shut)
    found = rows.filter(root_id=asked.root_id, unit_id__in=asked.unit_ids, confidentiality=Confidentiality.NORMAL)
    return found.exclude(pk__in=follows.values("source_id"))


def came_in(rows: QuerySet[R], asked: MeetingAsked) -> QuerySet[R]:
    """Those received in the days asked of, oldest first."""
    found = may_stand(rows, asked).filter(received_at__date__gte=asked.first, received_at__date__lte=asked.last)
    return found.order_by("received_at", "pk")
