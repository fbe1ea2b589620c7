"""The feedback of a list that is taken out as a file, and what the registrar has to register."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.confidential import within
from varvet.kernel.search.files import MOST_ROWS, check_size
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.lists import (
    ANSWER_UNREGISTERED,
    IN_DIARY,
    REGISTERED,
    Filters,
    children_of,
    chosen_records,
)
from varvet.registers.feedback.queries.visible import EXCLUDED

BATCH = 500
EXPORT, DIARY = "feedback.export", "feedback.diary"


def exported_ids(reader: Reader, filters: Filters) -> list[int]:
    """Newest first, where the reader may take the list out. RuleBroken where they are too many."""
    rows = chosen_records(reader, filters).filter(unit_id__in=reader.units(EXPORT))
    return _ids(rows.order_by("-received_at", "-pk").values_list("pk", flat=True))


def _ids(rows: QuerySet[Any, int]) -> list[int]:
    ids = list(rows[: MOST_ROWS + 1])
    check_size(len(ids))
    return ids


def exported(ids: Sequence[int]) -> Iterator[Feedback]:
    """In the order of the ids, a batch at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = {feedback.pk: feedback for feedback in children_of(batch)}
        yield from (found[pk] for pk in batch if pk in found)


@dataclass(frozen=True)
class DiaryFilters:
    """What of the diary is asked for: one of IN_DIARY, and for what is registered the days it was."""

    state: str
    first_day: date | None = None
    last_day: date | None = None


def diary_rows(reader: Reader, filters: DiaryFilters) -> QuerySet[Feedback]:
    """Coded values alone, the oldest first. What excludes a manager is registered by those who may know of it.

    What was ended more than a year ago waits for nobody: it came from before, or was registered elsewhere.
    """
    wanted = within(reader, DIARY, EXCLUDED) & IN_DIARY[filters.state]
    if filters.state == REGISTERED and filters.first_day:
        wanted &= Q(registered_on__gte=filters.first_day)
    if filters.state == REGISTERED and filters.last_day:
        wanted &= Q(registered_on__lte=filters.last_day)
    if filters.state != REGISTERED:
        wanted &= Q(closed_on__isnull=True) | Q(closed_on__gte=reader.today - timedelta(days=365))
    order = "answered_on" if filters.state == ANSWER_UNREGISTERED else "received_at"
    rows = Feedback.objects.filter(wanted, root=reader.root)
    return rows.select_related("unit", "root").order_by(order, "pk")


def diary_ids(reader: Reader, filters: DiaryFilters) -> list[int]:
    return _ids(diary_rows(reader, filters).values_list("pk", flat=True))
