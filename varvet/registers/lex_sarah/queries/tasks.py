"""What waits for somebody, and by when."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.lex_sarah.models import HANGING, LexSarah
from varvet.registers.lex_sarah.queries import clocks
from varvet.registers.lex_sarah.queries.tasks_after import after, list_after, of_nobody_else, without_conflict
from varvet.registers.lex_sarah.queries.visible import EXCLUDED
from varvet.registers.lex_sarah.rules import BEGUN

MOST_CASES = 100
TITLES: dict[str, str] = {
    clocks.OPENING: marked("Ta ställning till en lex Sarah-rapport"),
    clocks.INVESTIGATING: marked("Utred ett lex Sarah-ärende"),
}


def list_tasks(reader: Reader) -> list[Task]:
    """What waits for the reader: new reports, investigations, and what comes after them."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    cases = _list_cases(reader)
    begun = [case for case in cases if case.status in BEGUN]
    settled = [case for case in cases if case.status not in BEGUN]
    return [*_begun(reader, begun, terms), *list_after(reader, settled)]


def _list_cases(reader: Reader) -> list[LexSarah]:
    """Those that the reader has a next step in, the oldest first. What is in another case waits for nobody."""
    begun = within(reader, clocks.INVESTIGATE, EXCLUDED) & Q(status__in=sorted(BEGUN)) & of_nobody_else(reader)
    rows = LexSarah.objects.filter(begun | after(reader), without_conflict(reader), joined_to__isnull=True)
    ours = rows.filter(root=reader.root).select_related("unit").prefetch_related(*HANGING)
    return list(ours.order_by("received_at", "pk")[:MOST_CASES])


def _begun(reader: Reader, cases: Sequence[LexSarah], terms: TermTable) -> list[Task]:
    first_set = [clock for case in cases for clock in clocks.clocks_of(case, terms, [])]
    running = with_extensions_for(reader, first_set)
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
