"""The incidents of a list that is taken out as a file, and for those who may, what was written in each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.reading import note_reading
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.privacy_incidents.models import Narrative, Part, PrivacyIncident
from varvet.registers.privacy_incidents.queries.lists import Filters, children_of, chosen_records

BATCH = 500
EXPORT, EXPORT_TEXTS = "privacy_incidents.export", "privacy_incidents.export_texts"
Texts = Mapping[str, str]


def exported_ids(reader: Reader, filters: Filters, permission: str = EXPORT) -> list[int]:
    """Newest first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units(permission))
    ids = list(rows.order_by("-received_at", "-pk").values_list("pk", flat=True)[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[PrivacyIncident]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {incident.pk: incident for incident in children_of(batch)}
        yield from (found[pk] for pk in batch if pk in found)


def with_texts(reader: Reader, ids: Sequence[int], parts: Sequence[Part]) -> Iterator[tuple[PrivacyIncident, Texts]]:
    """Each with what was written last in each part; the reading of every one is noted."""
    for incident in exported(ids):
        note_reading(incident, "register", by=reader.user)
        said: dict[str, str] = defaultdict(str)
        rows = Narrative.objects.filter(incident=incident, part__in=list(parts)).order_by("written_at", "pk")
        said.update({row.part: row.text for row in rows})
        yield incident, said
