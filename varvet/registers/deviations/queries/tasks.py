"""What waits for somebody, and by when."""

from datetime import date

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.registry import Task
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Status

ASSESS_TERM = "avvikelse_bedomd"


def assess_by(deviation: Deviation) -> date:
    """The day the assessment is due, by the term in force when it came in."""
    return _assess_by(deviation, read_terms(deviation.root))


def _assess_by(deviation: Deviation, terms: TermTable) -> date:
    day = day_of(deviation.received_at)
    return due_day(day, terms.term_on(ASSESS_TERM, day))


def list_tasks(reader: Reader) -> list[Task]:
    """Deviations that wait for an assessment the reader can make, the most urgent first, at most 50."""
    waiting = Deviation.objects.filter(
        unit_id__in=reader.units("deviations.assess"), status__in=[Status.RECEIVED, Status.REOPENED]
    )
    rows = waiting.select_related("unit").order_by("received_at", "pk")[:50]
    terms = reader.once("terms", lambda: read_terms(reader.root))
    return [_task(deviation, terms) for deviation in rows]


def _task(deviation: Deviation, terms: TermTable) -> Task:
    return Task(
        title="Bedöm en ny avvikelse" if deviation.status == Status.RECEIVED else "Bedöm en återöppnad avvikelse",
        reference=deviation.reference,
        unit_name=deviation.unit.name,
        href=reverse("deviations:page", args=[deviation.reference]),
        started=day_of(deviation.received_at),
        due=_assess_by(deviation, terms),
        detail="rapportören är mycket orolig" if deviation.worry == 4 else "",
        counted_in="workdays",
        pressing=deviation.worry == 4,
    )
