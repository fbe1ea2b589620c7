"""The points of decided control plans: which part of the year is to be followed up, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.risks.models import ControlPoint, FollowUp, OverviewStatus
from varvet.registers.risks.queries.visible import EDIT
from varvet.registers.risks.rules import OPEN
from varvet.registers.risks.rules.control import PERIODS, left_to_follow, period_of

SOON = timedelta(days=30)  # before that there is nothing to follow up yet
TITLE = marked("Följ upp en kontrollpunkt")
MOST_TASKS = 50


@dataclass(frozen=True)
class Running:
    """A point and the clock of the part of the year that is to be followed up first."""

    point: ControlPoint
    clock: Clock


def followed(points: QuerySet[ControlPoint]) -> list[Running]:
    """Of points whose risk is one still: what is closed is not controlled."""
    rows = points.filter(overview__status=OverviewStatus.DECIDED, risk__status__in=OPEN)
    found = rows.select_related("overview", "risk__unit").annotate(period=F("follow_ups__period")).order_by("pk")
    done: dict[ControlPoint, set[int]] = {}  # a row for each follow-up
    for point in found:
        done.setdefault(point, set()).add(point.period)
    return [Running(point, clock) for point, periods in done.items() for clock in _clock(point, periods)]


def _clock(point: ControlPoint, done: set[int]) -> Iterable[Clock]:
    decided_on = point.overview.decided_on
    assert decided_on is not None
    left = left_to_follow(point.overview.year, point.frequency, decided_on, done)
    if left is not None:
        number, first, last = left
        yield Clock(point.risk_id, f"point-{point.pk}-{number}", first, last, EDIT, point.risk.owner_id)


def waiting_points(reader: Reader) -> QuerySet[ControlPoint]:
    """Those with fewer follow-ups than there are parts of the year begun or soon over, in the reader's units."""
    soon = reader.today + SOON
    per_point = FollowUp.objects.filter(point=OuterRef("pk")).order_by().values("point").annotate(number=Count("pk"))
    done = Coalesce(Subquery(per_point.values("number"), output_field=IntegerField()), Value(0))
    behind = Q()
    for frequency, parts in PERIODS.items():
        now = period_of(frequency, soon.month)
        this, before = Q(overview__year=soon.year, done__lt=now), Q(overview__year__lt=soon.year, done__lt=parts)
        behind |= Q(frequency=frequency) & (this | before)
    mine = Q(risk__owner__isnull=True) | Q(risk__owner=reader.user)
    seen = Q(risk__unit_id__in=reader.units(EDIT), risk__root=reader.root, risk__status__in=OPEN)
    return ControlPoint.objects.annotate(done=done).filter(behind, mine, seen, overview__status=OverviewStatus.DECIDED)


POINTS = Seldom("risks.points", waiting_points)


def list_point_tasks(reader: Reader) -> list[Task]:
    """At most 50, those that are soon due or late."""
    ids = ids_of(reader, POINTS)
    if not ids:
        return []
    running = followed(ControlPoint.objects.filter(pk__in=sorted(ids)[:MOST_TASKS]))
    clocks = with_extensions_for(reader, [one.clock for one in running])
    pairs = zip(running, clocks, strict=True)
    return [_task(one.point, clock) for one, clock in pairs if due_day_of(clock) <= reader.today + SOON]


def _task(point: ControlPoint, clock: Clock) -> Task:
    return Task(
        title=_(TITLE),
        reference=point.risk.reference,
        unit_name=point.risk.unit.name,
        href=reverse("risks:follow_up", args=[point.overview.year, point.pk]),
        started=clock.started,
        due=clock.due,
        detail=point.name,
    )
