"""Beside the steps: clocks, the queue, who is responsible, files, and the lines of the annual report."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.files.stored import Upload
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.once import new_key
from varvet.kernel.records.registry import ReportLine
from varvet.kernel.records.sent_files import Removal, Sending
from varvet.registers.inspections import actions, queries
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Sort
from varvet.registers.inspections.tests.factories import (
    DEMAND,
    DUE_ON,
    EXPECTED_ON,
    LINE,
    MATTERS,
    SUBJECT,
    announced,
    answered,
    closed,
    decided,
    following,
    fresh,
    received,
    settled,
    withdrawn,
    words_of,
)


def due(inspection: Inspection) -> list[tuple[str, object, bool]]:
    return [(clock.code, clock.due, clock.extendable) for clock in clocks_of(inspection)]


def test_each_state_has_its_clock(cast: Cast) -> None:
    assert due(announced(cast)) == [("begin", EXPECTED_ON, True)]
    assert due(received(cast)) == [("answer", DUE_ON, True)]
    assert due(received(cast, due_on=None)) == [("answer", date(2026, 3, 26), True)]  # fifteen working days
    assert due(received(cast, due_on=None, sort=Sort.INTERNAL, by="other")) == [("finish", date(2026, 6, 5), True)]
    assert due(answered(cast)) == []
    assert due(decided(cast)) == [("settle", date(2026, 4, 15), True)]  # twenty, with Easter between
    assert due(following(cast)) == [("follow", TODAY + timedelta(days=60), True)]
    assert due(closed(cast)) == due(withdrawn(cast)) == []


def test_whoever_is_responsible_is_reminded_when_the_answer_is_late(cast: Cast) -> None:
    made = received(cast)
    Notification.objects.all().delete()
    remind_all(now=NOW + timedelta(days=7))
    assert cast.alice in {note.receiver for note in Notification.objects.filter(record_id=made.pk)}


def test_the_queue_has_one_next_step_each(cast: Cast) -> None:
    made, _ = received(cast), answered(cast)
    [task] = queries.list_tasks(reader_of(cast.alice))
    assert (task.title, task.reference, task.due) == ("Svara på en tillsyn", made.reference, DUE_ON)
    assert queries.list_tasks(reader_of(cast.eva)) == []
    actions.assign(inspection=made, responsible=None, version=made.version, by=cast.alice, now=NOW)
    assert [one.reference for one in queries.list_tasks(reader_of(cast.eva))] == [made.reference]


def test_what_is_announced_far_ahead_is_no_task_yet(cast: Cast) -> None:
    made = announced(cast)
    assert [task.reference for task in queries.list_tasks(reader_of(cast.alice))] == [made.reference]
    Inspection.objects.filter(pk=made.pk).update(expected_on=TODAY + timedelta(days=60))
    assert queries.list_tasks(reader_of(cast.alice)) == []


def test_another_becomes_responsible_and_nobody_of_another_unit(cast: Cast) -> None:
    made = received(cast)
    for person in (cast.cecilia, cast.stranger, cast.hugo):
        with pytest.raises(RuleBroken) as broken:
            actions.assign(inspection=made, responsible=person, version=made.version, by=cast.alice, now=NOW)
        assert broken.value.field == "responsible"
    actions.assign(inspection=made, responsible=cast.bo, version=made.version, by=cast.alice, now=NOW)
    assert cast.bo in queries.list_able(fresh(made), TODAY)
    assert cast.cecilia not in queries.list_able(fresh(made), TODAY)
    assert Notification.objects.filter(receiver=cast.bo, event="assigned").exists()


def test_it_is_handed_over_when_somebody_leaves(cast: Cast) -> None:
    made = received(cast)
    actions.reassign(made, cast.eva, "Alice slutar.", cast.eva, NOW)
    assert (fresh(made).responsible, words_of(made)["note"]) == (cast.eva, "Alice slutar.")


@pytest.mark.usefixtures("folder")
def test_files_are_kept_by_those_who_handle_and_removed_with_a_reason(cast: Cast) -> None:
    made = received(cast)

    def send(by: User) -> int:
        return actions.add_files(made, Sending([Upload("Brev.txt", 3, b"Hej")], new_key(), by, NOW)).kept

    assert send(cast.alice) == 1
    for user in (cast.cecilia, cast.dag, cast.bo):
        with pytest.raises(NotAllowed):
            send(user)
    attachment = Attachment.objects.get(record=made.pk)
    with pytest.raises(NotAllowed):
        actions.remove_file(made, Removal(attachment.pk, "Fel fil.", fresh(made).version, cast.bo, NOW))
    actions.remove_file(made, Removal(attachment.pk, "Fel fil.", fresh(made).version, cast.alice, NOW))


def lines(cast: Cast) -> list[ReportLine]:
    return queries.report_lines(cast.root, date(2026, 1, 1), date(2026, 12, 31))


def test_a_decided_inspection_is_a_line_a_point_and_a_way(cast: Cast) -> None:
    made = settled(cast, also=(cast.b,))
    at_a, at_b = lines(cast)
    assert (at_a.title, at_a.method, at_a.state, at_a.code) == (
        SUBJECT,
        "Inspektionen för vård och omsorg",
        "Kritik",
        "external",
    )
    assert (at_a.result, at_a.goal, at_a.unit_ids) == (LINE, MATTERS, (cast.a.pk,))
    assert (at_b.result, at_b.goal, at_b.unit_ids) == (LINE, "", (cast.b.pk,))
    assert made.reference not in str(at_a)
    assert DEMAND not in str(lines(cast))


def test_what_is_under_way_says_so_and_own_reviews_are_told_apart(cast: Cast) -> None:
    received(cast)
    received(cast, sort=Sort.INTERNAL, by="case-review")
    received(cast, sort=Sort.QUESTIONS, by="welfare-agency")
    withdrawn(cast)
    assert [(line.code, line.state) for line in lines(cast)] == [
        ("external", "Inte beslutad"),
        ("internal", "Inte beslutad"),
    ]
    assert queries.report_lines(cast.root, date(2025, 1, 1), date(2025, 12, 31)) == []
