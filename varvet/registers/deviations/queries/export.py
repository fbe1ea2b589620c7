"""The deviations of a list that is taken out as a file."""

from collections.abc import Iterator, Sequence

from django.db.models import prefetch_related_objects

from varvet.kernel.access.reader import Reader
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.queries.lists import Filters, children_of, chosen_records

BATCH = 500
OUTSIDE = ("handovers", "health_care__kind", "collaboration__counterpart", "collaboration__agreement")


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """Newest first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units("deviations.export"))
    ids = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[Deviation]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {deviation.pk: deviation for deviation in children_of(batch)}
        prefetch_related_objects(list(found.values()), *OUTSIDE)
        yield from (found[pk] for pk in batch if pk in found)
