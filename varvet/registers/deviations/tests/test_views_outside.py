"""The pages of what others have a part in: handing over, describing, registering what a counterpart told."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.once import new_key
from varvet.registers.deviations.models import Collaboration, Deviation, Handover, HealthCare
from varvet.registers.deviations.rules import Destination
from varvet.registers.deviations.tests.factories import assessed, closed, fresh
from varvet.registers.deviations.tests.outside_cases import (
    SECRECY,
    THEIR_WORDS,
    answered,
    begun,
    between,
    handed,
    in_collaboration,
    in_health_care,
    version_of,
)

STEPS = ("lamna-over/{pk}/", "lamna-over/{pk}/ta-tillbaka/", "lamna-over/{pk}/ansvarig/")
WAITING = ("lamna-over/{pk}/svar/", "lamna-over/{pk}/utan-svar/")


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(handover: Handover, step: str) -> str:
    return f"/avvikelser/{handover.deviation.reference}/{step.format(pk=handover.pk)}"


def page_of(user: User, deviation: Deviation) -> str:
    return logged_in(user).get(f"/avvikelser/{deviation.reference}/").content.decode()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("name", "status"), [("alice", 200), ("eva", 200), ("bo", 403), ("cecilia", 404), ("hugo", 404), ("stranger", 404)]
)
def test_each_step_is_for_those_who_handle(cast: Cast, step: str, name: str, status: int) -> None:
    assert logged_in(getattr(cast, name)).get(address(begun(cast), step)).status_code == status


@pytest.mark.parametrize("step", WAITING)
def test_an_answer_is_written_while_one_is_awaited(cast: Cast, step: str) -> None:
    client = logged_in(cast.alice)
    assert client.get(address(handed(cast), step)).status_code == 200
    assert client.get(address(begun(cast), step)).status_code == 409


def test_one_of_another_case_is_not_there(cast: Cast) -> None:
    one, other = begun(cast), assessed(cast)
    assert logged_in(cast.alice).get(f"/avvikelser/{other.reference}/lamna-over/{one.pk}/").status_code == 404


def test_it_is_begun_by_choosing_who(cast: Cast) -> None:
    deviation, client = assessed(cast), logged_in(cast.alice)
    where = f"/avvikelser/{deviation.reference}/lamna-over/"
    assert "Svar till motparten" not in client.get(where).content.decode()
    sent = client.post(where, {"destination": "animal_welfare", "version": deviation.version})
    handover = Handover.objects.get()
    assert sent.headers["Location"] == reverse("deviations:hand_over", args=[deviation.reference, handover.pk])
    assert handover.destination == "animal_welfare"


def test_it_is_handed_over_on_the_page(cast: Cast) -> None:
    handover, client = begun(cast), logged_in(cast.alice)
    given = {
        "receiver": "Björkens vårdcentral",
        "handed_over_on": "2026-03-18",
        "way": "letter",
        "secrecy_assessed": "on",
        "secrecy": SECRECY,
        "answer_due_on": "2026-05-01",
        "version": version_of(handover),
    }
    missing = client.post(address(handover, STEPS[0]), {**given, "secrecy_assessed": ""})
    assert missing.status_code == 422
    assert "Pröva sekretessen" in missing.content.decode()
    done = client.post(address(handover, STEPS[0]), given)
    assert done.headers["Location"].endswith("#overlamningar")
    assert Handover.objects.get().state == "handed_over"
    page = page_of(cast.alice, fresh(handover.deviation))
    for said in ("Väntar på svar", "Björkens vårdcentral", SECRECY, "Alice"):
        assert said in page


def test_the_employers_system_asks_nothing_of_secrecy(cast: Cast) -> None:
    page = logged_in(cast.alice).get(address(begun(cast, Destination.WORK_ENVIRONMENT), STEPS[0])).content.decode()
    assert "sekretess" not in page.lower().replace("sekretess, läses", "")


def test_the_answer_is_written_and_shown(cast: Cast) -> None:
    handover, client = handed(cast), logged_in(cast.alice)
    given = {"answer": "agreed", "answered_on": "2026-03-20", "counted_as": "injury", "words": THEIR_WORDS}
    client.post(address(handover, WAITING[0]), {**given, "version": version_of(handover)})
    page = page_of(cast.alice, fresh(handover.deviation))
    assert "De delar vår bild" in page
    assert THEIR_WORDS in page


@pytest.mark.parametrize(("make", "step", "state"), [(handed, WAITING[1], "no_answer"), (begun, STEPS[1], "withdrawn")])
def test_it_ends_with_a_reason(cast: Cast, make: Any, step: str, state: str) -> None:
    handover, client = make(cast), logged_in(cast.alice)
    given = {"reason": "", "version": version_of(handover)}
    assert client.post(address(handover, step), given).status_code == 422
    client.post(address(handover, step), {**given, "reason": "Det behövs inte."})
    assert Handover.objects.get().state == state


def test_somebody_is_named(cast: Cast) -> None:
    handover, client = begun(cast), logged_in(cast.alice)
    client.post(address(handover, STEPS[2]), {"owner": cast.eva.pk, "version": version_of(handover)})
    assert Handover.objects.get().owner == cast.eva
    wrong = client.post(address(handover, STEPS[2]), {"owner": cast.bo.pk, "version": version_of(handover)})
    assert wrong.status_code == 422


def test_somebody_saved_first(cast: Cast) -> None:
    handover, client = begun(cast), logged_in(cast.alice)
    told = client.post(address(handover, STEPS[1]), {"reason": "Nej.", "version": 1})
    assert told.status_code == 422
    assert Handover.objects.get().state == "open"


def test_the_reporter_reads_nothing_of_it(cast: Cast) -> None:
    handover = answered(cast)
    page = page_of(cast.bo, handover.deviation)
    for hidden in (SECRECY, THEIR_WORDS, "MC-17", "Överlämnat till andra"):
        assert hidden not in page


def test_reading_it_is_noted(cast: Cast) -> None:
    handover = answered(cast)
    page_of(cast.alice, handover.deviation)
    assert ReadEvent.objects.filter(record_id=handover.deviation_id, part="handovers", actor_id=cast.alice.pk).exists()


def test_what_is_missing_leads_to_it(cast: Cast) -> None:
    handover = begun(cast)
    page = page_of(cast.alice, handover.deviation)
    assert "Svar eller skäl för 1 av 1 överlämningar" in page
    assert f"/avvikelser/{handover.deviation.reference}/#overlamningar" in page


def test_what_happened_in_health_care_is_described(cast: Cast) -> None:
    deviation, client = in_health_care(cast), logged_in(cast.alice)
    where = f"/avvikelser/{deviation.reference}/vard-eller-samverkan/"
    assert where in page_of(cast.alice, deviation)
    assert client.post(where, {"kind": "wrong_dose", "injured": "", "version": 2}).status_code == 422
    client.post(where, {"kind": "wrong_dose", "injured": "injured", "version": 2})
    assert HealthCare.objects.get().injured == "injured"
    page = page_of(cast.alice, deviation)
    assert "Läkemedel: fel dos" in page
    assert "selected" in client.get(where).content.decode()


def test_collaboration_is_described(cast: Cast) -> None:
    deviation, client = in_collaboration(cast), logged_in(cast.alice)
    where = f"/avvikelser/{deviation.reference}/vard-eller-samverkan/"
    given = {"direction": "out", "counterpart": "school", "called": "Ekskolan", "agreement": "sip_not_called"}
    client.post(where, {**given, "version": 2})
    assert Collaboration.objects.get().called == "Ekskolan"
    page = page_of(cast.alice, deviation)
    for said in ("Från oss till dem", "Skola eller förskola", "Ekskolan", "Ska lämnas över"):
        assert said in page
    assert "Ekskolan" in client.get(where).content.decode()


def test_of_other_kinds_there_is_no_such_page(cast: Cast) -> None:
    where = f"/avvikelser/{assessed(cast).reference}/vard-eller-samverkan/"
    assert logged_in(cast.alice).get(where).status_code == 409
    assert logged_in(cast.bo).get(where).status_code == 403
    assert logged_in(cast.stranger).get(where).status_code == 404


def test_what_a_counterpart_told_is_registered(cast: Cast) -> None:
    client, where = logged_in(cast.alice), reverse("deviations:between")
    given = {
        "key": new_key(),
        "direction": "in",
        "counterpart": "hospital",
        "agreement": "discharge",
        "their_number": "RE-5",
        "what": "Vi fick inte veta att patienten skrevs ut.",
        "when": "unknown",
        "unit": cast.a.pk,
    }
    assert client.post(where, {**given, "counterpart": ""}).status_code == 422
    assert not Deviation.objects.exists()
    client.post(where, given)
    deviation = Deviation.objects.get()
    page = page_of(cast.alice, deviation)
    for said in ("Från dem till oss", "Sjukhus", "RE-5", "Vårt svar till motparten"):
        assert said in page


@pytest.mark.parametrize(("name", "status"), [("alice", 200), ("eva", 200), ("bo", 403), ("hugo", 403), ("gun", 403)])
def test_registering_is_for_those_who_handle(cast: Cast, name: str, status: int) -> None:
    assert logged_in(getattr(cast, name)).get(reverse("deviations:between"), follow=True).status_code == status


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("riktning=out", True),
        ("riktning=in", False),
        ("motpart=primary_care", True),
        ("motpart=police", False),
        ("overlamning=open", True),
        ("overlamning=answered", False),
    ],
)
def test_the_list_is_narrowed_to_it(cast: Cast, asked: str, found: bool) -> None:  # noqa: FBT001 - a table
    deviation = between(cast)
    page = logged_in(cast.alice).get(f"/avvikelser/?lage=alla&{asked}").content.decode()
    assert (deviation.reference in page) == found


def test_it_is_in_the_file(cast: Cast) -> None:
    between(cast)
    file = logged_in(cast.alice).get("/avvikelser/fil.csv?lage=alla")
    text = b"".join(file).decode("utf-8-sig")
    for said in ("Från oss till dem", "Vårdcentral", "SIP: mötet hölls inte", "Ska lämnas över"):
        assert said in text
    assert "Björkens" not in text


def test_it_is_on_the_summary(cast: Cast) -> None:
    handover = answered(cast)
    page = logged_in(cast.alice).get(f"/avvikelser/{handover.deviation.reference}/sammanfattning/").content.decode()
    assert THEIR_WORDS in page


def test_what_is_closed_begins_nothing(cast: Cast) -> None:
    deviation = closed(cast)
    assert "Lämna över till någon annan" not in page_of(cast.alice, deviation)
