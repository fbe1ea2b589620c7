"""How a case has gone: each step and who took it, each last day and whether it was kept, each question and answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import is_visible
from varvet.registers.lex_sarah.models import AuthorityQuestion, LexSarah
from varvet.registers.lex_sarah.queries.clocks import ANSWER_TERM, DECIDE_TERM, at_once, investigated_by
from varvet.registers.lex_sarah.queries.papers import roles_of
from varvet.registers.lex_sarah.rules import TO_AUTHORITY, Sort


@dataclass(frozen=True)
class Step:
    """What the trail says has happened. `by` is empty where the program did it, or the reporter themselves."""

    at: datetime
    event: str
    by: str
    by_reporter: bool


@dataclass(frozen=True)
class Term:
    """Something with a last day, and the day it was done. `name` is a code, `number` its number where it has one."""

    name: str
    started: date
    due: date
    done: date | None = None
    number: int = 0


@dataclass(frozen=True)
class Asked:
    """A question between registers. `other` is the number of the other record, empty where the reader may not see it.

    `ours` says that the case asked; else it came from the question.
    """

    referral: Referral
    other: str
    ours: bool


@dataclass(frozen=True)
class Going:
    """All of it, oldest first. `tied` is other records, as far as the reader may see them."""

    steps: tuple[Step, ...]
    terms: tuple[Term, ...]
    asked: tuple[Asked, ...]
    questions: tuple[AuthorityQuestion, ...]
    tied: tuple[Record, ...]


def read_going(reader: Reader, case: LexSarah) -> Going:
    """Reasons and questions are texts: the reading is noted."""
    note_reading(case, "chronology", by=reader.user)
    return Going(
        steps=tuple(list_steps(case)),
        terms=tuple(list_terms(case)),
        asked=tuple(_asked(reader, case)),
        questions=tuple(case.authority_questions.select_related("answered_by")),
        tied=tuple(other for other in list_linked(case) if is_visible(reader, other)),
    )


def list_steps(case: LexSarah) -> list[Step]:
    """Every event of the trail, oldest first. The reporter is not named."""
    rows = list(AuditEvent.objects.filter(kind=case.kind, record_id=case.pk).order_by("pk"))
    people = User.objects.in_bulk([row.actor_id for row in rows if row.actor_id])
    roles = roles_of(set(people), case.root, day_of(case.received_at))
    return [_step(case, row, people, roles) for row in rows]


def _step(case: LexSarah, row: AuditEvent, people: Mapping[int, User], roles: Mapping[int, str]) -> Step:
    by_reporter = row.actor_id is not None and row.actor_id == case.opened_by_id
    person = people.get(row.actor_id or 0)
    name = ", ".join(part for part in (person.name, roles.get(person.pk, "")) if part) if person else ""
    return Step(row.at, row.event, "" if by_reporter else name, by_reporter)


def list_terms(case: LexSarah) -> list[Term]:
    """In the order they run. A report investigated in another case has none of its own after the first."""
    received = day_of(case.received_at)
    terms = [Term("open", received, at_once(received), case.opened_on or case.closed_on)]
    if case.joined_to_id is not None:
        return []
    return terms if case.opened_on is None else [*terms, *_after_opening(case, read_terms(case.root))]


def _after_opening(case: LexSarah, terms: TermTable) -> Iterator[Term]:
    yield Term("investigate", day_of(case.received_at), investigated_by(case), case.completed_on)
    if case.completed_on:
        due = due_day(case.completed_on, terms.term_on(DECIDE_TERM, case.completed_on))
        yield Term("decide", case.completed_on, due, case.decided_on)
    if case.decided_on and case.outcome in TO_AUTHORITY:
        yield Term("report_to_authority", case.decided_on, at_once(case.decided_on), case.reported_on)
    for one in case.authority_questions.all():
        yield Term("authority", one.asked_on, one.answer_by or at_once(one.asked_on), one.answered_on, one.number)
    if case.decided_on:
        yield from _proposals(case, case.decided_on, terms)


def _proposals(case: LexSarah, decided: date, terms: TermTable) -> Iterator[Term]:
    for one in case.proposals.all():
        if one.sort == Sort.MEASURE:
            started = max(decided, day_of(one.given_at))
            due = due_day(started, terms.term_on(ANSWER_TERM, started))
            yield Term("proposal", started, due, one.answered_on, one.number)


def _asked(reader: Reader, case: LexSarah) -> Iterator[Asked]:
    """What this case came from, and what it has asked other registers."""
    rows = Referral.objects.filter(Q(origin_id=case.pk) | Q(answer_id=case.pk)).select_related("origin", "answer")
    for one in rows.order_by("asked_at", "pk"):
        ours = one.origin_id == case.pk
        other = one.answer if ours else one.origin
        yield Asked(one, other.reference if other and is_visible(reader, other) else "", ours)
