"""What is to be done with a report by a day: the same for the queue, the page and the reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, set_clock, with_extensions
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Clock
from varvet.registers.provider_reports.models import FollowUp, ProviderReport
from varvet.registers.provider_reports.rules import OPEN, Status

HANDLE = "provider_reports.handle"
REQUEST, INVESTIGATION, ASSESS, FOLLOW_UP, END = "request", "investigation", "assess", "follow_up", "end"
REQUEST_TERM = "enskild_regi_utredning_begard"
TERMS = {
    REQUEST: REQUEST_TERM,
    INVESTIGATION: "enskild_regi_utredning_mottagen",
    ASSESS: "enskild_regi_bedomd",
    FOLLOW_UP: "enskild_regi_uppfoljd",
    END: "enskild_regi_uppfoljd",
}


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open report of a root."""
    terms = read_terms(root)
    rows = ProviderReport.objects.filter(root=root, status__in=OPEN).prefetch_related("follow_ups").order_by("pk")
    return [clock for row in rows if (clock := clock_of(row, terms))]


def clocks_of(report: ProviderReport) -> list[Clock]:
    clock = clock_of(report, read_terms(report.root))
    return [clock] if clock else []


def _handled(root: Unit) -> QuerySet[ProviderReport]:
    return ProviderReport.objects.filter(root=root, status__in=OPEN, handler__isnull=False)


HELD = (Held("handler", HANDLE, _handled),)


def clock_of(report: ProviderReport, terms: TermTable) -> Clock | None:
    """As first set; none for what has ended. What somebody has chosen the day of is due then."""
    if report.status not in OPEN:
        return None
    code, started = _running(report)
    clock = set_clock(Duty(report.pk, code, HANDLE, report.handler_id), started, terms.term_on(TERMS[code], started))
    chosen = _chosen_day(report, code)
    return replace(clock, due=chosen) if chosen else clock


def _chosen_day(report: ProviderReport, code: str) -> date | None:
    waiting = _next_follow_up(report)
    if code == FOLLOW_UP and waiting:
        return waiting.due_on
    return report.investigation_due_on if code == INVESTIGATION else None


def due_clocks(reader: Reader, reports: Sequence[ProviderReport]) -> dict[int, Clock]:
    """By the record's id, with the time given in addition."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions([clock for report in reports if (clock := clock_of(report, terms))])
    return {clock.record_id: clock for clock in clocks}


def _running(report: ProviderReport) -> tuple[str, date]:
    """Which clock runs, and since when."""
    received = day_of(report.received_at)
    match Status(report.status):
        case Status.REQUESTED:
            return INVESTIGATION, report.requested_on or received
        case Status.INVESTIGATED:
            return ASSESS, report.investigation_on or received
        case Status.ASSESSED:
            return END, report.assessed_on or received
        case Status.FOLLOWING_UP:
            return _following_up(report)
        case _:
            return _beginning(report, received)


def _beginning(report: ProviderReport, received: date) -> tuple[str, date]:
    """Opened again with an investigation, it waits to be assessed."""
    started = report.reopened_on or received
    return (ASSESS if report.investigation_on else REQUEST), started


def _following_up(report: ProviderReport) -> tuple[str, date]:
    """The next follow-up; with all done, what is left is to end it."""
    if waiting := _next_follow_up(report):
        return FOLLOW_UP, waiting.planned_on
    done = [one.done_on for one in report.follow_ups.all() if one.done_on]
    return END, max(done, default=report.assessed_on or day_of(report.received_at))


def _next_follow_up(report: ProviderReport) -> FollowUp | None:
    waiting = [one for one in report.follow_ups.all() if not one.is_done]
    return min(waiting, key=lambda one: (one.due_on, one.pk), default=None)
