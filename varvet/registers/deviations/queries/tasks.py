"""What waits for somebody, and by when."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.models import Assignment
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role, roles_with
from varvet.kernel.deadlines.clocks import with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.queries.clocks import HANDLE, clock_of
from varvet.registers.deviations.queries.handover import clocks_over, list_watched
from varvet.registers.deviations.rules import UNDER_WAY, Destination, HandoverState, Status

NOT_ASSESSED = (Status.RECEIVED, Status.REOPENED)
TITLES: dict[str, str] = {
    Status.RECEIVED: marked("Bedöm en ny avvikelse"),
    Status.REOPENED: marked("Bedöm en återöppnad avvikelse"),
    Status.ASSESSED: marked("Utred eller avsluta en avvikelse"),
    Status.INVESTIGATING: marked("Utred en avvikelse"),
    Status.ACTING: marked("Åtgärda en avvikelse"),
    Status.FOLLOWING_UP: marked("Följ upp en avvikelse"),
}
HAND_OVER, AWAIT = marked("Lämna över en avvikelse"), marked("Bevaka svaret på en överlämning")
HANDOVER_TITLES: dict[str, str] = {
    Destination.REPLY: marked("Svara motparten om en avvikelse"),
    Destination.WORK_ENVIRONMENT: marked("Anmäl i arbetsgivarens system"),
    Destination.ANIMAL_WELFARE: marked("Ta ställning till en anmälan om djur som far illa"),
}


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first, at most 50: what waits for an assessment the reader can make, and what is the reader's.

    What is under way is the handler's; without a named handler, that of those who hold the unit itself, or of all who
    handle it where nobody does. What others have by name, and what is handled in another case, waits for nobody else.
    """
    free = Q(handler__isnull=True)
    waiting = Q(status__in=NOT_ASSESSED) & (free | Q(handler=reader.user))
    near = Q(unit_id__in=_own_units(reader)) | ~Exists(_holding(OuterRef("unit"), reader))
    under_way = Q(status__in=UNDER_WAY) & (Q(handler=reader.user) | (free & near))
    rows = Deviation.objects.filter(waiting | under_way, unit_id__in=reader.units(HANDLE), joined_to__isnull=True)
    terms = reader.once("terms", lambda: read_terms(reader.root))
    found = list(rows.select_related("unit").order_by("received_at", "pk")[:50])
    clocks = with_extensions_for(reader, [clock for one in found if (clock := clock_of(one, terms))])
    by_record = {clock.record_id: clock for clock in clocks}
    tasks = [_task(one, by_record[one.pk]) for one in found]
    return sorted([*tasks, *_handover_tasks(reader, terms)], key=lambda task: task.due)


def _handover_tasks(reader: Reader, terms: TermTable) -> list[Task]:
    watched = list_watched(reader)
    clocks = with_extensions_for(reader, clocks_over(watched, terms))
    return [_handover_task(one, clock) for one, clock in zip(watched, clocks, strict=True)]


def _handover_task(handover: Handover, clock: Clock) -> Task:
    deviation, begun = handover.deviation, handover.state == HandoverState.OPEN
    to_do = HANDOVER_TITLES.get(handover.destination, HAND_OVER)
    return Task(
        title=_(to_do if begun else AWAIT),
        reference=deviation.reference,
        unit_name=deviation.unit.name,
        href=f"{reverse('deviations:page', args=[deviation.reference])}#overlamningar",
        started=clock.started,
        due=clock.due,
        counted_in="workdays" if begun else "days",
    )


def _own_units(reader: Reader) -> set[int]:
    """The units where the reader holds the permission without it coming from above."""
    return {held.unit_id for held in reader.assignments if HANDLE in get_role(held.role).permissions}


def _holding(unit: OuterRef, reader: Reader) -> QuerySet[Assignment]:
    """Who holds the permission in the unit itself today."""
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=reader.today)
    roles = [role.code for role in roles_with(HANDLE)]
    held = Assignment.objects.filter(in_force, unit=unit, role__in=roles, first_day__lte=reader.today)
    return held.filter(user__is_active=True)


def _task(deviation: Deviation, clock: Clock) -> Task:
    new = deviation.status in NOT_ASSESSED
    return Task(
        title=_(TITLES[deviation.status]),
        reference=deviation.reference,
        unit_name=deviation.unit.name,
        href=reverse("deviations:page", args=[deviation.reference]),
        started=clock.started,
        due=clock.due,
        detail=_("rapportören är mycket orolig") if new and deviation.worry == 4 else "",
        counted_in="workdays" if new else "days",
        pressing=new and deviation.worry == 4,
    )


def list_waiting(reader: Reader) -> list[Deviation]:
    """What waits for a first assessment where the reader may assess, the oldest first, at most 20."""
    rows = Deviation.objects.filter(unit_id__in=reader.units(HANDLE), root=reader.root, status=Status.RECEIVED)
    return list(rows.select_related("unit", "root").order_by("received_at", "pk")[:20])
