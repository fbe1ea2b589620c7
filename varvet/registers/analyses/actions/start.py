"""Beginning an analysis of a unit and a period, and moving, giving or withdrawing it before the meeting."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import unnumbered
from varvet.kernel.records.once import once
from varvet.kernel.records.periods import Stretch
from varvet.registers.analyses import rules
from varvet.registers.analyses.actions.steps import EDIT, begin, finish
from varvet.registers.analyses.models import KIND, Analysis, Answer, Part
from varvet.registers.analyses.rules import SOURCES, WHOLE, Event

OF_SOURCE, OF_WHOLE = "analysis_questions", "analysis_questions_whole"  # keys of the lists of questions


@dataclass(frozen=True)
class Plan:
    """Which unit and period, and when they meet."""

    unit: Unit
    stretch: Stretch
    meeting_on: date


@dataclass(frozen=True)
class Asked:
    """A question of the template; `source` is a register's kind, or empty for the whole."""

    source: str
    code: str
    question: str


@transaction.atomic
def start(*, plan: Plan, key: str, by: User, now: datetime) -> Record:
    """The new analysis, or the one the same key made before. Whoever begins it is responsible for it."""
    check(by, EDIT, plan.unit, today=day_of(now))
    rules.check_begun(plan.stretch.first, day_of(now))
    rules.check_ahead("meeting_on", plan.meeting_on, day_of(now))
    return once(key, by=by, create=lambda: _create(plan, by, now))


def _create(plan: Plan, by: User, now: datetime) -> Analysis:
    root = plan.unit.root or plan.unit
    _check_first(plan)
    analysis = Analysis(
        kind=KIND,
        reference=unnumbered(),
        root=root,
        unit=plan.unit,
        status=rules.Status.PREPARING,
        received_at=now,
        opened_by=by,
        responsible=by,
        period=plan.stretch.code,
        first_day=plan.stretch.first,
        last_day=plan.stretch.last,
        meeting_on=plan.meeting_on,
    )
    analysis.save()
    asked = enumerate(questions_on(root, day_of(now)), 1)
    Answer.objects.bulk_create(
        Answer(analysis=analysis, number=number, source=one.source, code=one.code, question=one.question)
        for number, one in asked
    )
    spine.commit(analysis, "started", by=by, data={"period": plan.stretch.code})
    return analysis


def questions_on(root: Unit, day: date) -> list[Asked]:
    """As the root has them on a day: the same for every register, then those of the whole."""
    each = choices_on(root, OF_SOURCE, day)
    found = [Asked(source.kind, code, question) for source in SOURCES for code, question in each]
    return found + [Asked(WHOLE, code, question) for code, question in choices_on(root, OF_WHOLE, day)]


def _check_first(plan: Plan) -> None:
    rows = Analysis.objects.filter(unit=plan.unit, period=plan.stretch.code).exclude(status=rules.Status.WITHDRAWN)
    there = rows.first()
    if there is not None:
        sentence = marked("Det finns redan en analys av enheten och perioden: {reference}.")
        values = {"reference": there.reference}
        raise RuleBroken("analysis.period.taken", sentence, field="period", values=values)


@transaction.atomic
def describe(*, analysis: Analysis, meeting_on: date, version: int, by: User, now: datetime) -> Analysis:
    """The meeting is moved."""
    current = begin(analysis, Event.DESCRIBE, version=version, by=by, now=now)
    rules.check_ahead("meeting_on", meeting_on, day_of(now))
    current.meeting_on = meeting_on
    return finish(current, "moved", by=by)


@transaction.atomic
def withdraw(*, analysis: Analysis, reason: str, version: int, by: User, now: datetime) -> Analysis:
    current = begin(analysis, Event.WITHDRAW, version=version, by=by, now=now)
    rules.check_words("reason", reason, marked("Skriv varför den ställs in."))
    current.status = rules.check_transition(Event.WITHDRAW, current.status)
    current.withdrawn_on, current.closed_at = day_of(now), now
    keep(current, {Part.WITHDRAWN: reason}, by=by, now=now)
    return finish(current, "withdrawn", by=by)


@transaction.atomic
def assign(*, analysis: Analysis, responsible: User, version: int, by: User, now: datetime) -> Analysis:
    current = begin(analysis, Event.ASSIGN, version=version, by=by, now=now)
    _check_able(current, responsible, now)
    current.responsible = responsible
    tell(current, Told.ASSIGNED, to=[responsible], by=by, now=now)
    return finish(current, "assigned", by=by, data={"responsible": responsible.pk})


@transaction.atomic
def reassign(analysis: Analysis, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(analysis, version=analysis.version)
    rules.check_now(Event.ASSIGN, current.status)
    _check_able(current, to, now)
    before, current.responsible = current.responsible_id, to
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell(current, Told.ASSIGNED, to=[to], by=by, now=now)
    finish(current, "reassigned", by=by, data={"responsible": to.pk, "before": before})


def _check_able(analysis: Analysis, responsible: User, now: datetime) -> None:
    if not can(responsible, EDIT, analysis.unit, today=day_of(now)):
        sentence = marked("Välj någon som håller i enhetens analyser.")
        raise RuleBroken("analysis.responsible.role", sentence, field="responsible")
