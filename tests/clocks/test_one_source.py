"""The queue and the clocks agree in every register: what is late in the one is late in the other."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.clocks import list_clocks
from varvet.kernel.deadlines.extending import extend
from varvet.kernel.deadlines.pausing import pause
from varvet.kernel.queue.tasks import list_waiting
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import list_registers
from varvet.registers.deviations.tests import factories as deviations
from varvet.registers.feedback.tests import factories as feedback
from varvet.registers.improvements.tests import factories as improvements
from varvet.registers.self_checks.tests import factories as self_checks

AGREE = ("deviations", "feedback", "improvements", "self_checks")


def make_everything(cast: Cast) -> None:
    desk = feedback.make_desk(cast)
    deviations.reported(cast)
    deviations.assessed(cast)
    deviations.reopened(cast)
    feedback.make_captured(desk)
    feedback.make_answered(desk)
    feedback.make_reopened(desk)
    improvements.make(cast)
    improvements.make_done(cast)
    self_checks.make(cast)


def queue_of(cast: Cast) -> set[tuple[str, date]]:
    """Of the manager, who handles all of the unit's."""
    waiting = list_waiting(reader_of(cast.alice))
    return {(one.task.reference, one.task.due) for one in waiting if one.register.kind in AGREE}


def clocks_of(cast: Cast) -> set[tuple[str, date]]:
    references = dict(Record.objects.filter(kind__in=AGREE).values_list("pk", "reference"))
    clocks = [clock for clock in list_clocks(cast.root) if clock.record_id in references]
    return {(references[clock.record_id], clock.due) for clock in clocks}


def test_as_first_set(cast: Cast) -> None:
    make_everything(cast)
    assert queue_of(cast) == clocks_of(cast)
    assert len(queue_of(cast)) == 9


def test_with_time_that_was_given(cast: Cast) -> None:
    make_everything(cast)
    before = clocks_of(cast)
    records = {record.pk: record for record in Record.objects.select_related("unit")}
    for clock in list_clocks(cast.root):
        record = records[clock.record_id]
        if record.kind in AGREE and clock.extendable:
            later = clock.due + timedelta(days=10)
            extend(record=record, code=clock.code, until=later, reason="x", by=cast.alice, now=NOW)
    assert queue_of(cast) == clocks_of(cast)
    assert not queue_of(cast) & before
    for clock in list_clocks(cast.root):
        if clock.pausable and records[clock.record_id].kind in AGREE:
            until = TODAY + timedelta(days=7)
            record = records[clock.record_id]
            pause(record=record, code=clock.code, until=until, reason="x", by=cast.alice, now=NOW)
    assert queue_of(cast) == clocks_of(cast)


@pytest.mark.django_db
def test_every_register_with_tasks_has_clocks() -> None:
    assert [register.kind for register in list_registers() if register.tasks and not register.clocks] == []


@pytest.mark.django_db
def test_what_is_held_by_name_can_be_given_to_another() -> None:
    assert [register.kind for register in list_registers() if register.held and not register.reassign] == []


def test_a_clock_has_a_code_of_its_own_on_its_record(cast: Cast) -> None:
    make_everything(cast)
    keys = [(clock.record_id, clock.code) for clock in list_clocks(cast.root)]
    assert len(set(keys)) == len(keys)
