"""Lessons: spread to units that may learn from the case, read and raised there, without the case being seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import RESPOND, begin, finish
from varvet.registers.lex_sarah.models import KIND, Lesson, LessonSent, LexSarah


@dataclass(frozen=True)
class Sharing:
    """The lesson in general words, and the units it goes to."""

    text: str
    units: Sequence[Unit]


@transaction.atomic
def share(*, case: LexSarah, sharing: Sharing, version: int, by: User, now: datetime) -> Lesson:
    current = begin(case, rules.Event.SHARE, version=version, by=by, now=now)
    offered = frozenset(unit.pk for unit in sharing.units if may_be_sent(current, unit))
    rules.check_lesson(sharing.text, {unit.pk for unit in sharing.units}, offered)
    lesson = Lesson.objects.create(case=current, text=sharing.text.strip(), shared_at=now, shared_by=by)
    LessonSent.objects.bulk_create(LessonSent(lesson=lesson, unit=unit) for unit in sharing.units)
    finish(current, "lesson_shared", by=by, data={"lesson": lesson.pk, "units": len(sharing.units)})
    return lesson


def may_be_sent(case: LexSarah, unit: Unit) -> bool:
    """Within the organisation; where the case shuts the unit's manager out, not to that unit."""
    shut = case.confidentiality == Confidentiality.MANAGER_EXCLUDED and unit.pk == case.unit_id
    return unit.root_id == case.root_id and not shut


@transaction.atomic
def mark_lesson(*, sent: LessonSent, raised_on: date | None, by: User, now: datetime) -> LessonSent:
    """The unit's manager has read it; with a day, it was raised at a staff meeting then."""
    check(by, RESPOND, sent.unit, today=day_of(now))
    current = LessonSent.objects.select_for_update().get(pk=sent.pk)
    if current.read_on is None:
        current.read_on, current.read_by = day_of(now), by
    if raised_on is not None:
        shared = Lesson.objects.get(pk=current.lesson_id)
        rules.check_between("raised_on", raised_on, day_of(shared.shared_at), day_of(now))
        current.raised_on = raised_on
    current.save()
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=current.unit_id)
    data = {"lesson": current.lesson_id, "raised": raised_on is not None}
    trail.write([trail.event("lesson_marked", subject, data=data)])
    return current
