"""Lessons: spread to units that see nothing of the case, read there and raised, and counted."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import make_unit, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import Lesson, LessonSent, LexSarah
from varvet.registers.lex_sarah.tests.ending import LEARNT, closed, fresh, shared
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, events, make_completed, make_decided


@pytest.mark.parametrize("make", [make_decided, closed])
def test_a_lesson_goes_to_each_unit_and_is_counted(stage: Stage, make: object) -> None:
    case = make(stage)  # type: ignore[operator]  # either of two
    lesson = shared(stage, case)
    assert {one.unit for one in lesson.sent.all()} == {stage.cast.a, stage.cast.b}
    assert events(case)[-1] == "lesson_shared"
    counted = Fact.objects.get(record_id=case.pk, happening="lesson_spread")
    assert (counted.count, counted.day) == (2, day_of(LATER))


def test_its_managers_read_it_and_nothing_of_the_case(stage: Stage) -> None:
    case = make_decided(stage)
    shared(stage, case)
    cecilia = reader_of(stage.cast.cecilia)
    [sent] = queries.read_received(cecilia)
    assert (sent.lesson.text, sent.unit) == (LEARNT, stage.cast.b)
    assert not queries.visible_to(cecilia).exists()
    assert ReadEvent.objects.filter(part="lesson", actor_id=stage.cast.cecilia.pk, record_id=case.pk).exists()
    [task] = queries.list_tasks(cecilia)
    assert (task.reference, task.unit_name) == ("", "Mottagning B")
    for outsider in (stage.cast.bo, stage.cast.gun, stage.cast.hugo, stage.cast.stranger):
        assert list(queries.list_received(reader_of(outsider))) == []


def test_it_is_read_then_raised_and_the_progress_is_seen(stage: Stage) -> None:
    case = make_decided(stage)
    lesson = shared(stage, case)
    sent = LessonSent.objects.get(unit=stage.cast.b)
    actions.mark_lesson(sent=sent, raised_on=None, by=stage.cast.cecilia, now=LATER)
    [spread] = queries.read_spread(reader_of(stage.cast.dag), case)
    assert (spread.lesson, len(spread.units), spread.read, spread.raised) == (lesson, 2, 1, 0)
    later = LATER + timedelta(days=3)
    actions.mark_lesson(sent=sent, raised_on=day_of(later), by=stage.cast.cecilia, now=later)
    [spread] = queries.read_spread(reader_of(stage.cast.dag), case)
    assert (spread.read, spread.raised) == (1, 1)
    assert LessonSent.objects.get(pk=sent.pk).read_on == day_of(LATER)
    assert AuditEvent.objects.filter(event="lesson_marked", actor_id=stage.cast.cecilia.pk).count() == 2
    assert queries.list_tasks(reader_of(stage.cast.cecilia)) == []


@pytest.mark.parametrize("days", [-1, 1])
def test_it_was_raised_after_it_came_and_not_ahead(stage: Stage, days: int) -> None:
    shared(stage, make_decided(stage))
    sent = LessonSent.objects.get(unit=stage.cast.b)
    with pytest.raises(RuleBroken):
        actions.mark_lesson(sent=sent, raised_on=day_of(LATER + timedelta(days=days)), by=stage.cast.cecilia, now=LATER)
    assert LessonSent.objects.get(pk=sent.pk).raised_on is None


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "dag", "hugo"])
def test_only_the_units_own_manager_marks_it(stage: Stage, who: str) -> None:
    shared(stage, make_decided(stage))
    with pytest.raises(NotAllowed):
        actions.mark_lesson(
            sent=LessonSent.objects.get(unit=stage.cast.b), raised_on=None, by=getattr(stage.cast, who), now=LATER
        )


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "hugo"])
def test_only_those_who_investigate_spread(stage: Stage, who: str) -> None:
    case, sharing = make_decided(stage), actions.Sharing(LEARNT, [stage.cast.b])
    with pytest.raises(NotAllowed):
        actions.share(case=case, sharing=sharing, version=case.version, by=getattr(stage.cast, who), now=LATER)
    assert not Lesson.objects.exists()


def test_nothing_is_learnt_of_what_is_not_decided_nor_sent_elsewhere(stage: Stage) -> None:
    case = make_completed(stage)
    with pytest.raises(RuleBroken, match="sprida en lärdom"):
        shared(stage, case)
    case = make_decided(stage)
    with pytest.raises(RuleBroken, match="enheterna i listan"):
        actions.share(
            case=case,
            sharing=actions.Sharing(LEARNT, [stage.cast.other_unit]),
            version=case.version,
            by=stage.cast.dag,
            now=LATER,
        )


def test_a_manager_who_is_shut_out_hears_nothing_of_it(stage: Stage) -> None:
    case = make_decided(stage)
    shared(stage, case)
    LexSarah.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert list(queries.list_received(reader_of(stage.cast.alice))) == []
    assert len(queries.list_received(reader_of(stage.cast.cecilia))) == 1
    with pytest.raises(RuleBroken, match="enheterna i listan"):
        shared(stage, case)


def test_units_of_the_same_area_are_offered_and_not_their_parts(stage: Stage) -> None:
    case = make_decided(stage)
    like = make_unit("Mottagning C", stage.cast.department)
    make_unit("Grupp 1", like)
    assert queries.similar_units(reader_of(stage.cast.dag), case) == [stage.cast.a, like]
    LexSarah.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert queries.similar_units(reader_of(stage.cast.dag), fresh(case)) == [like]
