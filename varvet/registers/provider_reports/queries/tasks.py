"""What waits for somebody, and by when: one next step a report."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of, start_day_of, with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.queries import clocks
from varvet.registers.provider_reports.queries.visible import EXCLUDED, HANDLE
from varvet.registers.provider_reports.rules import OPEN, Known, Status

MOST_TASKS = 50
TITLES: dict[str, str] = {
    clocks.REQUEST: marked("Begär utförarens lex Sarah-utredning"),
    clocks.INVESTIGATION: marked("Ta emot utförarens lex Sarah-utredning"),
    clocks.ASSESS: marked("Bedöm utförarens lex Sarah-utredning"),
    clocks.FOLLOW_UP: marked("Följ upp en lex Sarah i enskild regi"),
    clocks.END: marked("Planera uppföljning eller avsluta en lex Sarah i enskild regi"),
}
IN_WORKDAYS = frozenset({clocks.REQUEST, clocks.ASSESS, clocks.END})


def list_tasks(reader: Reader) -> list[Task]:
    """The most urgent first, at most 50: what nobody has by name, and what is the reader's own."""
    mine = Q(handler__isnull=True) | Q(handler=reader.user)
    rows = ProviderReport.objects.filter(within(reader, HANDLE, EXCLUDED), mine, root=reader.root, status__in=OPEN)
    found = list(rows.select_related("unit").prefetch_related("follow_ups").order_by("received_at", "pk")[:MOST_TASKS])
    terms = reader.once("terms", lambda: read_terms(reader.root))
    first_set = [clock for report in found if (clock := clocks.clock_of(report, terms))]
    due = {clock.record_id: clock for clock in with_extensions_for(reader, first_set)}
    return sorted((_task(report, due[report.pk]) for report in found), key=lambda task: task.due)


def _task(report: ProviderReport, clock: Clock) -> Task:
    """Somebody of ours may need us at once, whatever the provider finds."""
    new_and_ours = report.status == Status.RECEIVED and report.ours == Known.YES
    return Task(
        title=_(TITLES[clock.code]),
        reference=report.reference,
        unit_name=report.unit.name,
        href=reverse("provider_reports:page", args=[report.reference]),
        started=start_day_of(clock),
        due=due_day_of(clock),
        detail=_("den som berörs är placerad av er") if new_and_ours else "",
        counted_in="workdays" if clock.code in IN_WORKDAYS else "days",
        pressing=new_and_ours,
    )
