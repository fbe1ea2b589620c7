"""The records tied to one another, whichever of them was there first."""

from django.db.models import Q

from varvet.kernel.records.models import Link, LinkKind, Record


def list_linked(record: Record) -> list[Record]:
    """Records this one follows from or is followed by. Asks no permission: whether each is seen is another question.

    In two steps, since one query that joins both ends can read every record when a database has no statistics yet.
    """
    ties = Link.objects.filter(Q(source_id=record.pk) | Q(target_id=record.pk)).order_by("pk")
    ends = ties.values_list("source_id", "target_id")
    others = [target if source == record.pk else source for source, target in ends]
    found = Record.objects.in_bulk(others)
    return [found[pk] for pk in dict.fromkeys(others)]


def list_answers(record: Record) -> list[tuple[str, Record]]:
    """Records that follow from a part of this one, each with the part. Asks no permission, as above."""
    ties = Link.objects.filter(target_id=record.pk, kind=LinkKind.FOLLOWS).exclude(part="").order_by("pk")
    ends = list(ties.values_list("part", "source_id"))
    found = Record.objects.in_bulk([source for _, source in ends])
    return [(part, found[source]) for part, source in ends]
