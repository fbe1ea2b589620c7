"""What waits for somebody, and by when."""

from django.db.models import Q
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Task
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.queries.clocks import investigated_by
from varvet.registers.lex_sarah.queries.tasks_after import list_after
from varvet.registers.lex_sarah.queries.visible import EXCLUDED
from varvet.registers.lex_sarah.rules import Status

MOST_TASKS = 50


def list_tasks(reader: Reader) -> list[Task]:
    """What waits for the reader: new reports, investigations, decisions, what the inspectorate must know."""
    to_investigate = _waiting(reader, "lex_sarah.investigate", Q(status__in=[Status.RECEIVED, Status.OPENED]))
    return [*map(_task, to_investigate), *list_after(reader)]


def _waiting(reader: Reader, permission: str, where: Q) -> list[LexSarah]:
    rows = LexSarah.objects.filter(within(reader, permission, EXCLUDED), where, root=reader.root)
    return list(rows.select_related("unit", "root").order_by("received_at", "pk")[:MOST_TASKS])


def _task(case: LexSarah) -> Task:
    received = day_of(case.received_at)
    title, due = {
        Status.RECEIVED: (marked("Ta ställning till en lex Sarah-rapport"), received),
        Status.OPENED: (marked("Utred ett lex Sarah-ärende"), investigated_by(case)),
    }[Status(case.status)]
    return Task(
        title=title,
        reference=case.reference,
        unit_name=case.unit.name,
        href=reverse("lex_sarah:page", args=[case.reference]),
        started=received,
        due=due,
    )
