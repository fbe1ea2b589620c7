"""The risks of a list that is taken out as a file."""

from collections.abc import Iterator, Sequence

from django.db.models import Count, Q

from varvet.kernel.access.reader import Reader
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.risks.models import Risk, What
from varvet.registers.risks.queries.lists import Filters, chosen

EXPORT = "risks.export"
BATCH = 500


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """The highest first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen(reader, filters).filter(unit_id__in=reader.units(EXPORT))
    ids = list(rows.order_by("-rank", "-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[Risk]:
    """In the order of the ids, a batch at a time; each with how often it came true, as `times`."""
    true = Count("happenings", filter=Q(happenings__what=What.OCCURRED))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {
            risk.pk: risk for risk in Risk.objects.filter(pk__in=batch).select_related("unit").annotate(times=true)
        }
        yield from (found[pk] for pk in batch if pk in found)
