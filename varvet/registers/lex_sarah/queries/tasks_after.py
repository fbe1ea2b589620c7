"""What waits once a case is investigated: one next step for whoever has it, proposals to answer, lessons to raise."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import with_extensions_for
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.confidential import within
from varvet.kernel.records.registry import Clock, Task
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import (
    HANGING,
    Impartiality,
    LessonSent,
    LexSarah,
    Proposal,
    answers_by_case,
    closing_of,
)
from varvet.registers.lex_sarah.models.closing import Answers
from varvet.registers.lex_sarah.queries import clocks
from varvet.registers.lex_sarah.queries.lessons import UNREAD, list_unread
from varvet.registers.lex_sarah.queries.proposals import WAITING, list_waiting
from varvet.registers.lex_sarah.queries.visible import EXCLUDED
from varvet.registers.lex_sarah.rules import Event, Status

TITLES: dict[str, str] = {
    clocks.DECIDING: marked("Besluta i ett lex Sarah-ärende"),
    clocks.REPORTING: marked("Anmäl ett lex Sarah-ärende till IVO"),
    clocks.FOLLOWING_UP: marked("Följ upp åtgärder efter lex Sarah"),
}
ENDS: dict[str, str] = {
    Event.TELL: marked("Återkoppla i ett lex Sarah-ärende"),
    Event.FOLLOW_UP: marked("Planera uppföljning efter lex Sarah"),
    Event.CLOSE: marked("Avsluta ett lex Sarah-ärende"),
}
QUESTION, ANSWER = marked("Svara på en fråga från IVO"), marked("Svara på ett åtgärdsförslag")
LESSON_TERM = "lex_sarah_lardom"
RAISE = marked("Ta upp en lärdom på arbetsplatsträffen")
SELDOM = (WAITING, UNREAD)


def list_after(reader: Reader, cases: Sequence[LexSarah]) -> list[Task]:
    """`cases` are those that `after` lets through."""
    terms = reader.once("terms", lambda: read_terms(reader.root))
    return [*_of_cases(reader, cases, terms), *_proposals(reader, terms), *_lessons(reader, terms)]


def after(reader: Reader) -> Q:
    """Investigated cases that wait for the reader's decision, and decided ones that are the reader's to end."""
    deciding = within(reader, clocks.DECIDE, EXCLUDED) & Q(status__in=[Status.INVESTIGATED, Status.DECIDED])
    ending = within(reader, clocks.INVESTIGATE, EXCLUDED) & Q(status__in=rules.SETTLED)
    return deciding | ending & of_nobody_else(reader)


def of_nobody_else(reader: Reader) -> Q:
    """Those with a named investigator wait for that one alone, while still here."""
    return Q(investigator=reader.user) | Q(investigator__isnull=True) | Q(investigator__is_active=False)


def without_conflict(reader: Reader) -> Q:
    """A conflict in a report is one in the case it is investigated in."""
    said = Impartiality.objects.filter(person=reader.user, conflict=True)
    return ~Q(pk__in=said.values("case_id")) & ~Q(joined__in=said.values("case_id"))


def _of_cases(reader: Reader, cases: Sequence[LexSarah], terms: TermTable) -> list[Task]:
    answers = answers_by_case(cases)
    running = [clock for case in cases for clock in clocks.clocks_of(case, terms, answers.get(case.pk, []))]
    by_id = {case.pk: case for case in cases}
    moved = with_extensions_for(reader, running)
    ours = [clock for clock in moved if reader.can(clock.permission, by_id[clock.record_id].unit_id)]
    return [
        _task(by_id[clock.record_id], clock, _title(by_id[clock.record_id], clock, answers.get(clock.record_id, [])))
        for clock in ours
        if clock.permission != clocks.RESPOND
    ]


def _title(case: LexSarah, clock: Clock, answers: Answers) -> str:
    if clock.code == clocks.ENDING:
        return ENDS.get(rules.next_of(closing_of(case, answers)), ENDS[Event.FOLLOW_UP])
    return TITLES.get(clock.code, QUESTION)


def _task(case: LexSarah, clock: Clock, title: str) -> Task:
    return Task(
        title=title,
        reference=case.reference,
        unit_name=case.unit.name,
        href=reverse("lex_sarah:page", args=[case.reference]),
        started=clock.started,
        due=clock.due,
        pressing=clock.code == clocks.REPORTING,
    )


def _proposals(reader: Reader, terms: TermTable) -> list[Task]:
    """What a manager has to answer; its page shows the proposal alone."""
    waiting = list_waiting(reader)
    cases = list(
        LexSarah.objects.filter(pk__in={one.case_id for one in waiting}).prefetch_related(*HANGING).order_by("pk")
    )
    running = [clock for case in cases for clock in clocks.clocks_of(case, terms, [])]
    due = {(clock.record_id, clock.code): clock for clock in with_extensions_for(reader, running)}
    return [_proposal(one, due[one.case_id, one.part]) for one in waiting]


def _proposal(one: Proposal, clock: Clock) -> Task:
    return Task(
        title=ANSWER,
        reference=one.case.reference,
        unit_name=one.unit.name,
        href=reverse("lex_sarah:respond", args=[one.case.reference, one.number]),
        started=clock.started,
        due=clock.due,
        counted_in="workdays",
    )


def _lessons(reader: Reader, terms: TermTable) -> list[Task]:
    return [_lesson(sent, terms) for sent in list_unread(reader)]


def _lesson(sent: LessonSent, terms: TermTable) -> Task:
    """The case it comes from is not named: whoever reads the lesson does not see it."""
    shared = day_of(sent.lesson.shared_at)
    return Task(
        title=RAISE,
        reference="",
        unit_name=sent.unit.name,
        href=f"{reverse('lex_sarah:lessons')}#l{sent.pk}",
        started=shared,
        due=due_day(shared, terms.term_on(LESSON_TERM, shared)),
    )
