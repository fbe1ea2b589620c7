"""Beside the steps: who is responsible, files, clocks and the queue."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_person, reader_of
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.files.stored import Upload
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.attached import list_attached
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.once import new_key
from varvet.kernel.records.sent_files import Removal, Sending
from varvet.registers.involvement import actions, queries
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.tests.factories import (
    PLANNED_ON,
    cancelled,
    concluded,
    decided,
    fresh,
    last_event,
    page_of,
    planned,
    recorded,
    unwritten,
    words_of,
)


def due(activity: Activity) -> list[tuple[str, object]]:
    return [(clock.code, clock.due) for clock in clocks_of(activity)]


def test_each_state_has_its_clock(cast: Cast) -> None:
    assert due(planned(cast)) == [("hold", PLANNED_ON)]
    assert due(unwritten(cast)) == [("write", date(2026, 3, 26))]  # ten working days from Thursday the 12th
    assert due(recorded(cast)) == [("conclude", date(2026, 6, 12))]
    assert due(concluded(cast)) == due(cancelled(cast)) == []


def test_whoever_is_responsible_is_reminded_when_nothing_is_written(cast: Cast) -> None:
    activity = unwritten(cast)
    Notification.objects.all().delete()
    remind_all(now=NOW + timedelta(days=11))
    told = {note.receiver for note in Notification.objects.filter(record_id=activity.pk)}
    assert told == {cast.bo}


def test_the_queue_is_of_whoever_is_responsible(cast: Cast) -> None:
    activity = unwritten(cast)
    [task] = queries.list_tasks(reader_of(cast.bo))
    assert (task.title, task.reference, task.due) == (
        "Skriv vad ni hörde av brukarna",
        activity.reference,
        date(2026, 3, 26),
    )
    assert queries.list_tasks(reader_of(cast.alice)) == []
    actions.assign(activity=activity, responsible=None, version=activity.version, by=cast.bo, now=NOW)
    assert [one.reference for one in queries.list_tasks(reader_of(cast.alice))] == [activity.reference]
    assert queries.list_tasks(reader_of(cast.bo)) == []


def test_an_employee_meets_the_own_on_the_start_page(cast: Cast) -> None:
    activity = unwritten(cast)
    page = text_of(as_(cast.bo).get("/"))
    assert "Brukarmedverkan som du ansvarar för" in page
    assert "Skriv vad ni hörde av brukarna" in page
    assert page_of(activity) in page
    for other in (cast.alice, cast.cecilia, make_person("Berit", "employee", cast.a)):
        assert "Brukarmedverkan som du ansvarar för" not in text_of(as_(other).get("/"))


def test_what_is_planned_far_ahead_is_no_task_yet(cast: Cast) -> None:
    activity = planned(cast)
    assert [task.reference for task in queries.list_tasks(reader_of(cast.bo))] == [activity.reference]
    Activity.objects.filter(pk=activity.pk).update(planned_on=TODAY + timedelta(days=60))
    assert queries.list_tasks(reader_of(cast.bo)) == []


def test_another_becomes_responsible_and_is_told(cast: Cast) -> None:
    activity, berit = planned(cast), make_person("Berit", "employee", cast.a)
    actions.assign(activity=activity, responsible=berit, version=activity.version, by=cast.bo, now=NOW)
    assert fresh(activity).responsible == berit
    assert Notification.objects.filter(receiver=berit, event="assigned").exists()
    assert berit in queries.list_able(fresh(activity), TODAY)


def test_nobody_of_another_unit_becomes_responsible(cast: Cast) -> None:
    activity = planned(cast)
    for person in (cast.cecilia, cast.stranger, cast.hugo):
        with pytest.raises(RuleBroken) as broken:
            actions.assign(activity=activity, responsible=person, version=activity.version, by=cast.bo, now=NOW)
        assert broken.value.field == "responsible"
    assert cast.cecilia not in queries.list_able(activity, TODAY)


def test_it_is_handed_over_when_somebody_leaves(cast: Cast) -> None:
    activity = planned(cast)
    actions.reassign(activity, cast.alice, "Bo slutar.", cast.alice, NOW)
    assert fresh(activity).responsible == cast.alice
    assert words_of(activity)["note"] == "Bo slutar."


def sending(user: User) -> Sending:
    return Sending([Upload("Enkat.txt", 3, b"Hej")], new_key(), user, NOW)


@pytest.mark.usefixtures("folder")
def test_files_are_added_by_those_who_handle_while_it_is_open(cast: Cast) -> None:
    activity = decided(cast)
    assert actions.add_files(activity, sending(cast.bo)).kept == 1
    for user in (cast.cecilia, cast.dag):
        with pytest.raises(NotAllowed):
            actions.add_files(activity, sending(user))
    with pytest.raises(RuleBroken):
        actions.add_files(concluded(cast), sending(cast.bo))


@pytest.mark.usefixtures("folder")
def test_a_file_is_removed_with_a_reason_by_those_who_may(cast: Cast) -> None:
    activity = recorded(cast)
    actions.add_files(activity, sending(cast.bo))
    attachment = Attachment.objects.get(record=activity.pk)

    def remove(by: User) -> None:
        removal = Removal(attachment.pk, "Fel fil.", fresh(activity).version, by, NOW)
        actions.remove_file(activity, removal)

    with pytest.raises(NotAllowed):
        remove(cast.bo)
    remove(cast.alice)
    assert last_event(activity)[2] == cast.alice.pk
    assert list_attached(reader_of(cast.alice), activity) == []
