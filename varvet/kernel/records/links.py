"""The records tied to one another, whichever of them was there first."""

from django.db.models import Q

from varvet.kernel.records.models import Link, Record


def list_linked(record: Record) -> list[Record]:
    """Records this one follows from or is followed by. Asks no permission: whether each is seen is another question.

    In two steps, since one query that joins both ends can read every record when a database has no statistics yet.
    """
    ties = Link.objects.filter(Q(source_id=record.pk) | Q(target_id=record.pk)).order_by("pk")
    ends = ties.values_list("source_id", "target_id")
    others = [target if source == record.pk else source for source, target in ends]
    found = Record.objects.in_bulk(others)
    return [found[pk] for pk in others]
