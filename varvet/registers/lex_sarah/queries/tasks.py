"""What waits for somebody, and by when."""

from django.db.models import Q
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.lex_sarah.models import HANGING, LexSarah
from varvet.registers.lex_sarah.queries import clocks
from varvet.registers.lex_sarah.queries.tasks_after import list_after, of_nobody_else, without_conflict
from varvet.registers.lex_sarah.queries.visible import EXCLUDED
from varvet.registers.lex_sarah.rules import BEGUN

MOST_TASKS = 50
TITLES: dict[str, str] = {
    clocks.OPENING: marked("Ta ställning till en lex Sarah-rapport"),
    clocks.INVESTIGATING: marked("Utred ett lex Sarah-ärende"),
}


def list_tasks(reader: Reader) -> list[Task]:
    """What waits for the reader: new reports, investigations, and what comes after them."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    return [*_begun(reader, terms), *list_after(reader)]


def _begun(reader: Reader, terms: TermTable) -> list[Task]:
    """What is investigated in another case waits for nobody."""
    open_ones = Q(status__in=sorted(BEGUN), joined_to__isnull=True) & of_nobody_else(reader) & without_conflict(reader)
    rows = LexSarah.objects.filter(within(reader, clocks.INVESTIGATE, EXCLUDED), open_ones, root=reader.root)
    cases = list(rows.select_related("unit").prefetch_related(*HANGING).order_by("received_at", "pk")[:MOST_TASKS])
    running = with_extensions([clock for case in cases for clock in clocks.clocks_of(case, terms, [])])
    return [_task(case, clock) for case, clock in zip(cases, running, strict=True)]


def _task(case: LexSarah, clock: Clock) -> Task:
    return Task(
        title=TITLES[clock.code],
        reference=case.reference,
        unit_name=case.unit.name,
        href=reverse("lex_sarah:page", args=[case.reference]),
        started=clock.started,
        due=clock.due,
    )
