"""What is to be done by a day: the same for the queue, the page, the list and the reminders."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, due_day_of, set_clock, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock, Task
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.risks.models import ControlPoint, Risk
from varvet.registers.risks.queries.points import followed, list_point_tasks
from varvet.registers.risks.queries.visible import ACCEPT, EDIT
from varvet.registers.risks.rules import OPEN, Status

MOST_TASKS = 50
SOON = 30  # days before a day that somebody chose: before that there is nothing to do about it
ASSESSED = "risk_bedomd"  # term
TO_ASSESS, TO_REVIEW, TO_ACCEPT = "assess", "review", "accept"
TITLES = {
    TO_ASSESS: marked("Bedöm en risk"),
    TO_REVIEW: marked("Gå igenom en risk på nytt"),
    TO_ACCEPT: marked("Ta ställning till en accepterad risk igen"),
}


def list_clocks(root: Unit) -> list[Clock]:
    terms = read_terms(root)
    rows = Risk.objects.filter(root=root, status__in=OPEN).order_by("pk")
    points = followed(ControlPoint.objects.filter(risk__root=root))
    return [clock for risk in rows for clock in _clocks(risk, terms)] + [one.clock for one in points]


def clocks_of(risk: Risk) -> list[Clock]:
    if risk.status not in OPEN:
        return []
    points = followed(ControlPoint.objects.filter(risk=risk))
    return [*_clocks(risk, read_terms(risk.root)), *(one.clock for one in points)]


def due_clocks(reader: Reader, risks: Sequence[Risk]) -> dict[int, Clock]:
    """The one due first of each that is open, by the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    found = [clock for risk in risks if risk.status in OPEN for clock in _clocks(risk, terms)]
    ordered = sorted(with_extensions_for(reader, found), key=due_day_of, reverse=True)
    return {clock.record_id: clock for clock in ordered}


def _clocks(risk: Risk, terms: TermTable) -> list[Clock]:
    """An accepted risk has two: looked at again, and accepted anew or not by whoever may."""
    if risk.status == Status.IDENTIFIED:
        start = risk.reopened_on or day_of(risk.received_at)
        return [set_clock(Duty(risk.pk, TO_ASSESS, EDIT, risk.owner_id), start, terms.term_on(ASSESSED, start))]
    begun = risk.since or day_of(risk.received_at)
    clocks = []
    if risk.review_on:
        clocks.append(Clock(risk.pk, TO_REVIEW, begun, risk.review_on, EDIT, risk.owner_id))
    if risk.accepted_on and risk.accepted_until:
        clocks.append(Clock(risk.pk, TO_ACCEPT, risk.accepted_on, risk.accepted_until, ACCEPT))
    return clocks


def _open_with_somebody(root: Unit) -> QuerySet[Risk]:
    return Risk.objects.filter(root=root, status__in=OPEN, owner__isnull=False)


HELD = (Held("owner", EDIT, _open_with_somebody),)


def waiting(reader: Reader) -> QuerySet[Risk]:
    """In the reader's units: what is not assessed, what is soon to be looked at, and what is soon no longer accepted.

    The reader's own, and what nobody has by name.
    """
    mine = Q(owner__isnull=True) | Q(owner=reader.user)
    soon = reader.today.fromordinal(reader.today.toordinal() + SOON)
    review = Q(status=Status.IDENTIFIED) | Q(status__in=OPEN, review_on__lte=soon)
    edited = Q(unit_id__in=reader.units(EDIT)) & mine & review
    accepted = Q(unit_id__in=reader.units(ACCEPT), status=Status.ACCEPTED, accepted_until__lte=soon)
    return Risk.objects.filter(edited | accepted, root=reader.root)


WAITING = Seldom("risks.open", waiting)


def list_tasks(reader: Reader) -> list[Task]:
    """What is due first, at most 50 risks; and the control points that are to be followed up."""
    return [*_risk_tasks(reader), *list_point_tasks(reader)]


def _risk_tasks(reader: Reader) -> list[Task]:
    ids = ids_of(reader, WAITING)
    if not ids:
        return []
    risks = Risk.objects.filter(pk__in=ids).select_related("unit").order_by("received_at", "pk")[:MOST_TASKS]
    found = {risk.pk: risk for risk in risks}
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [clock for risk in found.values() for clock in _clocks(risk, terms)])
    return [_task(found[clock.record_id], clock) for clock in clocks if _is_mine(found[clock.record_id], clock, reader)]


def _is_mine(risk: Risk, clock: Clock, reader: Reader) -> bool:
    if not reader.can(clock.permission, risk.unit_id) or clock.holder_id not in {None, reader.user.pk}:
        return False
    return clock.code == TO_ASSESS or (due_day_of(clock) - reader.today).days <= SOON


def _task(risk: Risk, clock: Clock) -> Task:
    return Task(
        title=_(TITLES[clock.code]),
        reference=risk.reference,
        unit_name=risk.unit.name,
        href=reverse("risks:page", args=[risk.reference]),
        started=clock.started,
        due=clock.due,
        counted_in="workdays" if clock.code == TO_ASSESS else "days",
        detail=risk.name,
    )
