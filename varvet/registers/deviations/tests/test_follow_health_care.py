"""Whoever answers for health care sees and follows that and nothing else, and is told at once of a serious event."""

from typing import Any

import pytest
from django.test import Client

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.cast import LONG_AGO, TODAY, Cast, reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.models import Record
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.rules import Destination
from varvet.registers.deviations.tests.factories import ASSESSED, SECRET, assessed, fresh, in_state
from varvet.registers.deviations.tests.outside_cases import (
    FALL,
    GIVEN,
    HANDED,
    begun,
    described,
    handed,
    in_health_care,
    nurse,
    version_of,
)

SERIOUS, MODERATE = rules.Risk(4, 2), rules.Risk(3, 5)


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def told(user: User) -> list[str]:
    return list(Notification.objects.filter(receiver=user).values_list("event", flat=True))


def test_they_see_health_care_and_nothing_else(cast: Cast) -> None:
    maja, care, other = nurse(cast), in_health_care(cast), assessed(cast)
    seen = queries.visible_to(reader_of(maja))
    assert list(seen) == [care]
    assert not queries.reads(reader_of(maja), other)


def test_their_list_holds_health_care_alone(cast: Cast) -> None:
    maja, care, other = nurse(cast), in_health_care(cast), assessed(cast)
    page = logged_in(maja).get("/avvikelser/halso-och-sjukvard/", follow=True).content.decode()
    assert care.reference in page
    assert other.reference not in page
    everything = logged_in(maja).get("/avvikelser/?lage=alla").content.decode()
    assert other.reference not in everything


def test_in_another_root_they_see_nothing(cast: Cast) -> None:
    care, elsewhere = in_health_care(cast), User.objects.create_user(email="mas@example.org", name="Mats")
    Assignment.objects.create(user=elsewhere, unit=cast.other_root, role="medical_nurse", first_day=LONG_AGO)
    assert logged_in(elsewhere).get(f"/avvikelser/{care.reference}/").status_code == 404


def test_the_page_of_another_kind_is_not_there(cast: Cast) -> None:
    maja, client = nurse(cast), Client()
    client.force_login(maja)
    for make in (assessed,):
        other = make(cast)
        assert client.get(f"/avvikelser/{other.reference}/").status_code == 404
        assert client.get(f"/avvikelser/{other.reference}/lamna-over/").status_code == 404
        assert client.get(f"/avvikelser/{other.reference}/sammanfattning/").status_code == 404


def test_they_read_it_whole(cast: Cast) -> None:
    maja, care = nurse(cast), in_health_care(cast, note="Ring MAS.")
    page = logged_in(maja).get(f"/avvikelser/{care.reference}/").content.decode()
    assert SECRET in page
    assert "Ring MAS." in page
    assert "Beskriv vad som hände i vården" in page
    assert "Lämna över till någon annan" in page


def test_those_who_read_it_are_told_of_them(cast: Cast) -> None:
    maja, care, other = nurse(cast), in_health_care(cast), assessed(cast)
    assert maja in [holder.user for holder in queries.list_readers(care, TODAY)]
    assert maja not in [holder.user for holder in queries.list_readers(other, TODAY)]


def test_a_serious_one_is_told_at_once(cast: Cast) -> None:
    maja = nurse(cast)
    in_health_care(cast, risk=SERIOUS)
    assert told(maja) == ["serious"]
    assert Notification.objects.get(receiver=maja).mail_due_at is not None


@pytest.mark.parametrize(
    "change",
    [{"nature": rules.Nature.HEALTH_CARE, "risk": MODERATE}, {"nature": rules.Nature.NEAR_MISS, "risk": SERIOUS}],
)
def test_of_others_they_are_not_told(cast: Cast, change: dict[str, Any]) -> None:
    maja = nurse(cast)
    assessed(cast, **change)
    assert told(maja) == []


def test_they_describe_and_hand_over_health_care(cast: Cast) -> None:
    maja, care = nurse(cast), in_health_care(cast)
    known: dict[str, Any] = {"by": maja, "now": HANDED}
    actions.describe_health_care(deviation=care, content=FALL, version=2, **known)
    to = Destination.OTHER_COMMITTEE
    handover = actions.start_hand_over(deviation=care, destination=to, version=3, **known)
    actions.hand_over(handover=handover, given=GIVEN, version=4, **known)
    assert Handover.objects.get(pk=handover.pk).handed_over_by == maja


def test_they_assess_and_close_nothing(cast: Cast) -> None:
    maja, care = nurse(cast), described(cast)
    with pytest.raises(NotAllowed):
        actions.close(deviation=care, closing=actions.Closing("Klart."), version=3, by=maja, now=HANDED)
    with pytest.raises(NotAllowed):
        actions.start_hand_over(deviation=assessed(cast), destination=Destination.REPLY, version=2, by=maja, now=HANDED)


def test_named_they_have_it_among_what_is_to_be_done(cast: Cast) -> None:
    maja, care = nurse(cast), in_health_care(cast)
    known: dict[str, Any] = {"by": cast.alice, "now": ASSESSED}
    to = Destination.OTHER_COMMITTEE
    handover = actions.start_hand_over(deviation=care, destination=to, version=2, **known)
    assert queries.list_watched(reader_of(maja)) == []
    actions.entrust(handover=handover, owner=maja, version=3, **known)
    assert queries.list_watched(reader_of(maja)) == [handover]
    assert [task.title for task in queries.list_tasks(reader_of(maja))] == ["Lämna över en avvikelse"]
    assert queries.list_watched(reader_of(cast.alice)) == []


def test_without_a_name_it_waits_for_whoever_has_the_case(cast: Cast) -> None:
    handover = begun(cast)
    assert queries.list_watched(reader_of(cast.alice)) == [handover]
    assert queries.list_watched(reader_of(cast.eva)) == []
    actions.assign(deviation=handover.deviation, handler=cast.dag, version=3, by=cast.alice, now=ASSESSED)
    assert queries.list_watched(reader_of(cast.dag)) == [handover]
    assert queries.list_watched(reader_of(cast.alice)) == []


def test_it_is_never_with_nobody(cast: Cast) -> None:
    handover = begun(cast)
    actions.entrust(handover=handover, owner=cast.alice, version=version_of(handover), by=cast.alice, now=ASSESSED)
    cast.alice.is_active = False
    cast.alice.save()
    waiting = [user for user in (cast.dag, cast.eva) if queries.list_watched(reader_of(user))]
    assert waiting == [cast.dag, cast.eva]
    cast.dag.delete()
    assert queries.list_watched(reader_of(cast.eva)) == [Handover.objects.get()]


def test_it_goes_along_to_another_unit(cast: Cast) -> None:
    handover = begun(cast)
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.eva, "now": ASSESSED}
    actions.reroute(deviation=handover.deviation, to=(cast.b, "Hör dit."), **known)
    assert queries.list_watched(reader_of(cast.cecilia)) == [handover]
    assert queries.list_watched(reader_of(cast.alice)) == []


def test_its_clock_runs_until_it_is_handed_over_and_then_until_the_answer(cast: Cast) -> None:
    handover = begun(cast)
    [clock] = [clock for clock in queries.list_clocks(cast.root) if clock.code == f"handover-{handover.pk}"]
    assert (clock.started, str(clock.due)) == (ASSESSED.date(), "2026-03-19")  # two working days
    waiting = handed(cast)
    [clock] = [clock for clock in queries.list_clocks(cast.root) if clock.code == f"answer-{waiting.pk}"]
    assert (clock.started, clock.due) == (HANDED.date(), Handover.objects.get(pk=waiting.pk).answer_due_on)
    assert clock.holder_id is None


def test_it_runs_on_in_what_is_no_deviation(cast: Cast) -> None:
    deviation = in_state(cast, rules.Status.NOT_DEVIATION)
    known: dict[str, Any] = {"version": fresh(deviation).version, "by": cast.alice, "now": HANDED}
    actions.start_hand_over(deviation=deviation, destination=Destination.WORK_ENVIRONMENT, **known)
    assert [clock.code.partition("-")[0] for clock in queries.list_clocks(cast.root)] == ["handover"]
    assert [task.title for task in queries.list_tasks(reader_of(cast.alice))] == ["Anmäl i arbetsgivarens system"]


def test_what_is_settled_has_no_clock(cast: Cast) -> None:
    handover = begun(cast)
    known: dict[str, Any] = {"version": version_of(handover), "by": cast.alice, "now": HANDED}
    actions.withdraw(handover=handover, reason="Behövs inte.", **known)
    assert not [clock for clock in queries.list_clocks(cast.root) if clock.code.startswith("handover")]
    assert Deviation.objects.count() == 1


def test_the_files_of_health_care_alone_are_theirs_to_read(cast: Cast) -> None:
    """A file is asked for by the common row of its record."""
    maja, care, other = reader_of(nurse(cast)), in_health_care(cast), assessed(cast)
    assert queries.reads_all_files(maja, Record.objects.get(pk=care.pk))
    assert not queries.reads_all_files(maja, Record.objects.get(pk=other.pk))
