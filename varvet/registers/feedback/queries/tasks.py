"""What waits for somebody: an answer by a day, the closing after it, and what whoever got in touch has added."""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions_for
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.clocks import MAY_ANSWER, RUNS, running_clock_of, runs, waits
from varvet.registers.feedback.queries.visible import EXCLUDED
from varvet.registers.feedback.rules import Sort

MOST_TASKS = 50
ANSWER_TITLES = {
    Sort.COMPLAINT: marked("Svara på ett klagomål"),
    Sort.VIEW: marked("Svara på en synpunkt"),
    Sort.SUGGESTION: marked("Svara på ett förbättringsförslag"),
    Sort.QUESTION: marked("Svara på en fråga"),
}
CLOSE_TITLES = {
    Sort.COMPLAINT: marked("Avsluta ett besvarat klagomål"),
    Sort.VIEW: marked("Avsluta en besvarad synpunkt"),
    Sort.PRAISE: marked("Avsluta ett beröm"),
    Sort.SUGGESTION: marked("Avsluta ett besvarat förbättringsförslag"),
    Sort.QUESTION: marked("Avsluta en besvarad fråga"),
}
READ_TITLE = marked("Läs det som har kommit till i en synpunkt")


def list_tasks(reader: Reader) -> list[Task]:
    """Those the reader can do something about, at most 50, what is unanswered first; what others have by name waits for
    nobody else. With an answer still to give, its task says what has been added; else that is read before it
    is closed."""
    mine = within(reader, MAY_ANSWER, EXCLUDED) & (Q(handler__isnull=True) | Q(handler=reader.user))
    rows = Feedback.objects.filter(mine, RUNS | Q(added_on__isnull=False), root=reader.root)
    found = list(
        rows.select_related("unit").order_by("-status", "received_at", "pk")[:MOST_TASKS]
    )  # what is answered last
    running = [one for one in found if runs(one) and (waits(one) or not one.added_on)]
    terms = reader.once("terms", lambda: read_terms(reader.root))
    clocks = with_extensions_for(reader, [running_clock_of(feedback, terms) for feedback in running])
    to_do = [_to_do(feedback, clock) for feedback, clock in zip(running, clocks, strict=True)]
    added = [_read(one, one.added_on) for one in found if one.added_on and not waits(one)]
    return sorted([*to_do, *added], key=lambda task: task.due)


def _to_do(feedback: Feedback, clock: Clock) -> Task:
    return Task(
        title=(ANSWER_TITLES if waits(feedback) else CLOSE_TITLES)[Sort(feedback.sort)],
        reference=feedback.reference,
        unit_name=feedback.unit.name,
        href=reverse("feedback:page", args=[feedback.reference]),
        started=clock.started,
        due=clock.due,
        detail=_detail(feedback),
        counted_in="workdays",
    )


def _detail(feedback: Feedback) -> str:
    if feedback.added_on:
        return _("har kompletterats")
    return _("väntar på den som hörde av sig") if feedback.asked_on else ""


def _read(feedback: Feedback, added_on: date) -> Task:
    return Task(
        title=READ_TITLE,
        reference=feedback.reference,
        unit_name=feedback.unit.name,
        href=f"{reverse('feedback:page', args=[feedback.reference])}#laser",
        started=added_on,
        due=added_on,
        counted_in="workdays",
    )
