"""References such as AVV-2026-0012, from a locked counter per root, kind and year."""

from django.db.models import F

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Counter
from varvet.kernel.records.registry import get_register


def next_reference(root: Unit, kind: str, year: int) -> str:
    """Takes the next number; the counter's row stays locked until the transaction ends."""
    return reserve(root, kind, year, 1)[0]


def reserve(root: Unit, kind: str, year: int, how_many: int) -> list[str]:
    """Takes several numbers in a row, for an import."""
    Counter.objects.get_or_create(root=root, kind=kind, year=year)
    counter = Counter.objects.select_for_update().get(root=root, kind=kind, year=year)
    Counter.objects.filter(pk=counter.pk).update(last=F("last") + how_many)
    prefix = get_register(kind).prefix
    return [f"{prefix}-{year}-{n:04}" for n in range(counter.last + 1, counter.last + how_many + 1)]
