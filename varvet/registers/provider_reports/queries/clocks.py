"""What is to be done with a report by a day: the same for the queue, the page and the reminders."""

from collections.abc import Sequence
from datetime import date

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.registry import Clock
from varvet.registers.provider_reports.models import FollowUp, ProviderReport
from varvet.registers.provider_reports.rules import OPEN, Status

HANDLE = "provider_reports.handle"
REQUEST, INVESTIGATION, ASSESS, FOLLOW_UP, END = "request", "investigation", "assess", "follow_up", "end"
TERMS = {
    REQUEST: "enskild_regi_utredning_begard",
    INVESTIGATION: "enskild_regi_utredning_mottagen",
    ASSESS: "enskild_regi_bedomd",
    END: "enskild_regi_uppfoljd",
}


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open report of a root."""
    terms = read_terms(root)
    rows = ProviderReport.objects.filter(root=root, status__in=OPEN).prefetch_related("follow_ups").order_by("pk")
    return [clock for row in rows if (clock := clock_of(row, terms))]


def clock_of(report: ProviderReport, terms: TermTable) -> Clock | None:
    """As first set; none for what has ended. All are local goals, and so can be extended."""
    if report.status not in OPEN:
        return None
    code, started = _running(report)
    waiting = _next_follow_up(report)
    if code == FOLLOW_UP and waiting:
        due = waiting.due_on
    elif code == INVESTIGATION and report.investigation_due_on:
        due = report.investigation_due_on
    else:
        due = due_day(started, terms.term_on(TERMS[code], started))
    return Clock(report.pk, code, started, due, HANDLE, report.handler_id, extendable=True)


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
