"""The records tied to one another, whichever of them was there first."""

from django.db.models import Q

from varvet.kernel.records.models import Link, Record


def list_linked(record: Record) -> list[Record]:
    """Records this one follows from or is followed by. Asks no permission: whether each is seen is another question."""
    ends = Link.objects.filter(Q(source=record) | Q(target=record)).select_related("source", "target").order_by("pk")
    return [link.target if link.source_id == record.pk else link.source for link in ends]
