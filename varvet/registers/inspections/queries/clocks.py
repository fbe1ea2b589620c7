"""What is to be done with an inspection by a day: the same for the queue, the page and the reminders."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, set_clock, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.queries.visible import ANSWER, HANDLE
from varvet.registers.inspections.rules import BEGUN, FROM_OUTSIDE, OPEN, Status

BEGIN, ANSWER_BY, FINISH, SETTLE, FOLLOW = "begin", "answer", "finish", "settle", "follow"
ANSWER_TERM, FINISH_TERM, SETTLE_TERM = "tillsyn_besvarad", "granskning_klar", "tillsyn_atgarder"


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open inspection of a root."""
    terms = read_terms(root)
    rows = Inspection.objects.filter(root=root, status__in=OPEN).order_by("pk")
    return [clock for row in rows if (clock := clock_of(row, terms))]


def clocks_of(inspection: Inspection) -> list[Clock]:
    clock = clock_of(inspection, read_terms(inspection.root))
    return [clock] if clock else []


def _open_with_somebody(root: Unit) -> QuerySet[Inspection]:
    return Inspection.objects.filter(root=root, status__in=OPEN, responsible__isnull=False)


HELD = (Held("responsible", ANSWER, _open_with_somebody),)


def clock_of(inspection: Inspection, terms: TermTable) -> Clock | None:
    """As first set; none while it waits for a decision of somebody else's, and for what has ended.

    The day somebody outside wants the answer by goes before the term that holds where none is set.
    """
    if inspection.status == Status.ANNOUNCED and inspection.expected_on:
        started = min(day_of(inspection.received_at), inspection.expected_on)
        return _until(_duty(inspection, BEGIN), started, inspection.expected_on)
    if inspection.status in BEGUN:
        return _begun(inspection, terms)
    if inspection.status == Status.DECIDED and inspection.decided_on:
        term = terms.term_on(SETTLE_TERM, inspection.decided_on)
        return set_clock(_duty(inspection, SETTLE), inspection.decided_on, term)
    if inspection.status == Status.FOLLOWING and inspection.follow_on:
        started = min(inspection.decided_on or inspection.follow_on, inspection.follow_on)
        return _until(_duty(inspection, FOLLOW), started, inspection.follow_on)
    return None


def _begun(inspection: Inspection, terms: TermTable) -> Clock:
    outside = inspection.sort in FROM_OUTSIDE
    duty = _duty(inspection, ANSWER_BY if outside or inspection.due_on else FINISH)
    if inspection.due_on:
        return _until(duty, inspection.day, inspection.due_on)
    return set_clock(duty, inspection.day, terms.term_on(ANSWER_TERM if outside else FINISH_TERM, inspection.day))


def _until(duty: Duty, started: date, due: date) -> Clock:
    return Clock(duty.record_id, duty.code, started, due, duty.permission, duty.holder_id, extendable=True)


def _duty(inspection: Inspection, code: str) -> Duty:
    """Whoever is responsible need not handle the unit's other inspections."""
    return Duty(inspection.pk, code, ANSWER if inspection.responsible_id else HANDLE, inspection.responsible_id)


def due_clocks(reader: Reader, inspections: Sequence[Inspection]) -> dict[int, Clock]:
    """By the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(
        reader, [clock for inspection in inspections if (clock := clock_of(inspection, terms))]
    )
    return {clock.record_id: clock for clock in clocks}
