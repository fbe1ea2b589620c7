"""What is to be done with an analysis by a day: the same for the queue, the page and the reminders."""

from collections.abc import Sequence

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, set_clock, with_extensions_for
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.queries.visible import APPROVE, EDIT
from varvet.registers.analyses.rules import OPEN, Status

HOLD_BY, APPROVE_BY, APPROVE_TERM = "hold", "approve", "analys_faststalld"


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open analysis of a root."""
    terms = read_terms(root)
    rows = Analysis.objects.filter(root=root, status__in=OPEN).order_by("pk")
    return [clock for row in rows if (clock := clock_of(row, terms))]


def clocks_of(analysis: Analysis) -> list[Clock]:
    clock = clock_of(analysis, read_terms(analysis.root))
    return [clock] if clock else []


def clock_of(analysis: Analysis, terms: TermTable) -> Clock | None:
    """As first set: until the meeting for whoever is responsible, then until it is approved by a manager."""
    if analysis.status == Status.PREPARING:
        started = min(day_of(analysis.received_at), analysis.meeting_on)
        return Clock(analysis.pk, HOLD_BY, started, analysis.meeting_on, EDIT, analysis.responsible_id)
    if analysis.status == Status.HELD and analysis.held_on:
        started = max(analysis.held_on, analysis.last_day)
        return set_clock(Duty(analysis.pk, APPROVE_BY, APPROVE), started, terms.term_on(APPROVE_TERM, started))
    return None


def due_clocks(reader: Reader, analyses: Sequence[Analysis]) -> dict[int, Clock]:
    """By the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [clock for one in analyses if (clock := clock_of(one, terms))])
    return {clock.record_id: clock for clock in clocks}


def _open_with_somebody(root: Unit) -> QuerySet[Analysis]:
    return Analysis.objects.filter(root=root, status__in=OPEN, responsible__isnull=False)


HELD = (Held("responsible", EDIT, _open_with_somebody),)
