"""The reports of a list that is taken out as a file."""

from collections.abc import Iterator, Sequence

from varvet.kernel.access.reader import Reader
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.queries.lists import Filters, children_of, chosen_records

BATCH = 500


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """Newest first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units("provider_reports.export"))
    ids = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[ProviderReport]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {report.pk: report for report in children_of(batch)}
        yield from (found[pk] for pk in batch if pk in found)
