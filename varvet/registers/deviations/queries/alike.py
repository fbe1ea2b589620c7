"""Reports that may tell of the same event, and cases that a report may be handled in."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.registers.deviations.models import Deviation, Narrative, Part
from varvet.registers.deviations.rules import LEAST, LEFT_OUT, UNDER_WAY, likeness

NEAR = timedelta(days=7)
COMPARED = 50  # at most, the nearest in time
SHOWN = 5


@dataclass(frozen=True)
class Alike:
    """Another report, and the share, 0-1, of words it has in common with this one."""

    deviation: Deviation
    share: float


def list_alike(reader: Reader, deviation: Deviation) -> list[Alike]:
    """The likeliest first: the same unit, within a week, like words. Only among what the reader handles.

    The texts are compared here and not handed out: who opens one of the reports reads it, and that is noted.
    """
    candidates = {other.pk: other for other in _near(reader, deviation)[:COMPARED]}
    texts = _tellings([deviation.pk, *candidates])
    ours = texts.get(deviation.pk, "")
    found = [Alike(other, likeness(ours, texts.get(pk, ""))) for pk, other in candidates.items()]
    likely = [alike for alike in found if alike.share >= LEAST]
    return sorted(likely, key=lambda alike: -alike.share)[:SHOWN]


def find_original(reader: Reader, deviation: Deviation, reference: str) -> Deviation | None:
    """The report so numbered, among those the reader may tie to."""
    return _handled(reader, deviation).exclude(status__in=LEFT_OUT).filter(reference=reference.strip()).first()


def find_case(reader: Reader, deviation: Deviation, reference: str) -> Deviation | None:
    """The case so numbered, among those under way that the reader handles."""
    under_way = _handled(reader, deviation).filter(status__in=UNDER_WAY)
    return under_way.filter(reference=reference.strip()).first()


def _handled(reader: Reader, deviation: Deviation) -> QuerySet[Deviation]:
    rows = Deviation.objects.filter(root_id=deviation.root_id, unit_id__in=reader.units("deviations.assess"))
    return rows.exclude(pk=deviation.pk).select_related("unit")


def _near(reader: Reader, deviation: Deviation) -> QuerySet[Deviation]:
    day = _day(deviation)
    close = Q(occurred_day__range=(day - NEAR, day + NEAR)) | Q(
        occurred_day__isnull=True, received_at__range=(deviation.received_at - NEAR, deviation.received_at + NEAR)
    )
    rows = _handled(reader, deviation).filter(close, unit_id=deviation.unit_id, tally_count=1)
    return rows.exclude(status__in=LEFT_OUT).order_by("-received_at", "-pk")


def _day(deviation: Deviation) -> date:
    return deviation.occurred_day or day_of(deviation.received_at)


def _tellings(ids: list[int]) -> dict[int, str]:
    rows = Narrative.objects.filter(deviation_id__in=ids, part=Part.WHAT).order_by("pk")
    return {row.deviation_id: row.text for row in rows}
