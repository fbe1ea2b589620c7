"""What is to be done with a case by a day: the same for the queue, the page and the reminders."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from varvet.kernel.access.models import Assignment
from varvet.kernel.access.roles import roles_with
from varvet.kernel.deadlines.clocks import due_day_of, with_extensions
from varvet.kernel.law.days import add_working_days, day_of, due_day, is_working_day
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records.registry import Clock
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import (
    HANGING,
    LexSarah,
    answers_by_case,
    answers_of,
    closing_of,
    conflicts_of,
    reopened_at,
)
from varvet.registers.lex_sarah.models.closing import Answers
from varvet.registers.lex_sarah.rules import OPEN, SETTLED, Status

INVESTIGATE_TERM, DECIDE_TERM = "lex_sarah_utredning_klar", "lex_sarah_beslut"
ANSWER_TERM, END_TERM = "lex_sarah_forslag_svar", "lex_sarah_aterkopplad"
OPENING, INVESTIGATING, DECIDING = "open", "investigate", "decide"
REPORTING, ENDING, FOLLOWING_UP = "report_to_authority", "end", "follow_up"
INVESTIGATE, DECIDE, RESPOND = "lex_sarah.investigate", "lex_sarah.decide", "lex_sarah.respond"


def list_clocks(root: Unit) -> list[Clock]:
    """Those of every open case of a root; a report investigated in another case has none of its own."""
    terms, rows = (
        read_terms(root),
        LexSarah.objects.filter(root=root, status__in=OPEN, joined_to__isnull=True).order_by("pk"),
    )
    cases = list(rows.prefetch_related(*HANGING))
    answers, managers, shut = answers_by_case(cases), _managers(root), conflicts_of(root)
    return [
        replace(clock, not_for=shut.get(case.pk, frozenset()))
        for case in cases
        for clock in clocks_of(case, terms, answers.get(case.pk, []), managers)
    ]


def clocks_of_case(case: LexSarah) -> list[Clock]:
    """As in `list_clocks`, of one case."""
    if case.status not in OPEN or case.joined_to_id is not None:
        return []
    shut = conflicts_of(case.root).get(case.pk, frozenset())
    running = clocks_of(case, read_terms(case.root), answers_of(case), _managers(case.root))
    return [replace(clock, not_for=shut) for clock in running]


def clocks_of(
    case: LexSarah, terms: TermTable, answers: Answers, managers: dict[int, int] | None = None
) -> Iterator[Clock]:
    """As first set. `managers` are who answers proposals in other units than the case's, by the unit's id."""
    if case.status == Status.RECEIVED:
        yield _opening(case)
    elif case.status == Status.OPENED:
        yield _investigating(case, terms)
    elif case.status == Status.INVESTIGATED:
        yield _deciding(case, terms)
    elif case.status in SETTLED:
        yield from _after_decision(case, terms, answers)
        yield from _proposals(case, terms, managers or {})


def at_once(day: date) -> date:
    """The act says at once: the same day, or the next working day where that is none."""
    return day if is_working_day(day) else add_working_days(day, 1)


def investigated_by(case: LexSarah) -> date:
    """The day the investigation is to be ready, by the root's own goal, or the later day that has been given."""
    [clock] = with_extensions([_investigating(case, read_terms(case.root))])
    return due_day_of(clock)


def _opening(case: LexSarah) -> Clock:
    """From when it came in, or was taken up again."""
    started = _since(case, day_of(case.received_at))
    return Clock(case.pk, OPENING, started, at_once(started), INVESTIGATE)


def _investigating(case: LexSarah, terms: TermTable) -> Clock:
    """The act says at once and without delay, in no days: the root's own goal can be extended."""
    started = _since(case, day_of(case.received_at))
    due = due_day(started, terms.term_on(INVESTIGATE_TERM, started))
    return Clock(case.pk, INVESTIGATING, started, due, INVESTIGATE, case.investigator_id, extendable=True)


def _deciding(case: LexSarah, terms: TermTable) -> Clock:
    started = case.completed_on or day_of(case.received_at)
    due = due_day(started, terms.term_on(DECIDE_TERM, started))
    return Clock(case.pk, DECIDING, started, due, DECIDE, extendable=True)


def _after_decision(case: LexSarah, terms: TermTable, answers: Answers) -> Iterator[Clock]:
    assert case.decided_on is not None
    yield from _questions(case)
    place, holder = rules.next_of(closing_of(case, answers)), case.investigator_id
    if place == rules.Event.REPORT_TO_AUTHORITY:
        yield Clock(case.pk, REPORTING, case.decided_on, at_once(case.decided_on), DECIDE)
    elif place == rules.Event.JUDGE:
        [planned] = [one for one in case.follow_ups.all() if not one.result]
        yield Clock(case.pk, FOLLOWING_UP, planned.planned_on, planned.due_on, INVESTIGATE, holder, extendable=True)
    elif place and place != rules.AUTHORITY:
        started = _last_happened(case)
        due = due_day(started, terms.term_on(END_TERM, started))
        yield Clock(case.pk, ENDING, started, due, INVESTIGATE, holder, extendable=True)


def _questions(case: LexSarah) -> Iterator[Clock]:
    """IVO sets the day; where it does not, the answer is due at once."""
    for one in case.authority_questions.all():
        if one.answered_on is None:
            due = one.answer_by or at_once(one.asked_on)
            yield Clock(case.pk, f"authority-{one.number}", one.asked_on, due, INVESTIGATE, case.investigator_id)


def _proposals(case: LexSarah, terms: TermTable, managers: dict[int, int]) -> Iterator[Clock]:
    assert case.decided_on is not None
    due = due_day(case.decided_on, terms.term_on(ANSWER_TERM, case.decided_on))
    for one in case.proposals.all():
        if one.sort == rules.Sort.MEASURE and not one.answer:
            started = max(case.decided_on, day_of(one.given_at))
            later = due if started == case.decided_on else due_day(started, terms.term_on(ANSWER_TERM, started))
            holder = managers.get(one.unit_id) if one.unit_id != case.unit_id else None
            yield Clock(case.pk, one.part, started, later, RESPOND, holder, extendable=True)


def _last_happened(case: LexSarah) -> date:
    """From which the end of a decided case is counted."""
    assert case.decided_on is not None
    ruled = [one.ruled_on for one in case.authority_reports.all() if one.ruled_on]
    judged = [day_of(one.judged_at) for one in case.follow_ups.all() if one.judged_at]
    return max([_since(case, case.decided_on), *ruled, *judged])


def _since(case: LexSarah, day: date) -> date:
    """The day, or that on which the case was last taken up again."""
    return max(day, day_of(reopened_at(case)))


def _managers(root: Unit) -> dict[int, int]:
    """Unit -> who answers proposals there, by ids: whoever has held the role there longest."""
    roles = [role.code for role in roles_with(RESPOND)]
    held = Assignment.objects.filter(unit__root=root, role__in=roles, last_day__isnull=True, user__is_active=True)
    rows = held.order_by("-first_day", "-pk").values_list("unit_id", "user_id")
    return dict(rows)
