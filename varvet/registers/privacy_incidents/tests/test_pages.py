"""The pages: what they show to whom, what comes back wrong, and the way from report to closing."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.once import new_key
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.tests.browsing import ASSESSED, page, send, step
from varvet.registers.privacy_incidents.tests.factories import (
    ADVICE,
    DONE,
    EFFECTS,
    FEEDBACK,
    SECRET,
    WHY_NOT,
    Desk,
    make_advised,
    make_closed,
    make_decided,
    make_excluding,
    make_informed,
    make_received,
    make_reopened,
    to_all,
)

STEPS = (
    "assess",
    "advise",
    "decide",
    "notify",
    "supplement",
    "inform",
    "ruling",
    "follow_up",
    "close",
    "reopen",
    "dismiss",
    "assign",
    "write",
    "sheet",
)


def test_the_list_shows_codes_and_no_texts(client: Client, desk: Desk) -> None:
    incident = make_advised(desk)
    status, html = page(client, desk.officer, "list")
    assert status == HTTPStatus.OK
    assert incident.reference in html
    assert "Fel mottagare" in html
    assert not [text for text in (SECRET, EFFECTS, ADVICE) if text in html]


def test_an_empty_list_says_so_and_filters_narrow(client: Client, desk: Desk) -> None:
    assert "Inga incidenter i urvalet" in page(client, desk.cast.alice, "list")[1]
    make_closed(desk)
    address = reverse("privacy_incidents:list")
    counts = {
        "": 0,
        "?lage=closed": 1,
        "?lage=alla": 1,
        "?lage=x&enhet=abc&efter=nowhere": 1,
        "?enhet=1": 0,
        "?lage=alla&risk=unlikely&imy=no&typ=wrong_recipient": 1,
        "?lage=alla&risk=high": 0,
    }
    assert {query: len(client.get(address + query).context["rows"]) for query in counts} == counts


def test_a_page_shows_all_to_those_who_handle_and_their_own_words_to_those_who_reported(
    client: Client, desk: Desk
) -> None:
    incident = make_closed(desk)
    html = page(client, desk.cast.alice, "page", incident.reference)[1]
    assert all(text in html for text in (SECRET, EFFECTS, WHY_NOT, DONE, FEEDBACK))
    html = page(client, desk.cast.bo, "page", incident.reference)[1]
    assert SECRET in html
    assert FEEDBACK in html
    assert not [text for text in (EFFECTS, WHY_NOT, DONE, "Osannolik risk", "Vilka läser") if text in html]
    assert ReadEvent.objects.filter(record_id=incident.pk, part="narratives").count() == 2


def test_the_clock_runs_in_words_until_imy_is_told(client: Client, desk: Desk) -> None:
    known = timezone.now() - timedelta(hours=40, minutes=30)
    incident = make_received(desk, known)
    html = page(client, desk.cast.alice, "page", incident.reference)[1].replace("\u00a0", " ")
    assert "31 timmar kvar" in html
    assert 'class="soon-t"' in html
    assert f'data-countdown="{(known + timedelta(hours=72)).isoformat()}"' in html
    assert "till " in html
    assert "varvet/countdown.js" in html
    html = page(client, desk.cast.alice, "page", make_informed(desk).reference)[1]
    assert "data-countdown" not in html
    assert "countdown.js" not in html


def test_every_step_is_closed_to_strangers_and_to_the_administrator(client: Client, desk: Desk) -> None:
    incident = make_received(desk)
    for outsider in (desk.cast.stranger, desk.cast.cecilia, desk.cast.gun, desk.cast.hugo):
        for name in ("page", "receipt", *STEPS):
            assert page(client, outsider, name, incident.reference)[0] == HTTPStatus.NOT_FOUND, name


def test_a_manager_it_is_about_finds_nothing(client: Client, desk: Desk) -> None:
    incident = make_excluding(desk)
    for name in ("page", "receipt", *STEPS):
        assert page(client, desk.cast.alice, name, incident.reference)[0] == HTTPStatus.NOT_FOUND, name
    for name in ("list", "register"):
        assert incident.reference not in page(client, desk.cast.alice, name)[1]
    assert page(client, desk.cast.eva, "page", incident.reference)[0] == HTTPStatus.OK


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("bo", "assess"),
        ("dag", "assess"),
        ("officer", "assess"),
        ("delegate", "assess"),
        ("alice", "advise"),
        ("delegate", "advise"),
        ("alice", "decide"),
        ("officer", "decide"),
        ("officer", "notify"),
        ("bo", "close"),
        ("bo", "sheet"),
    ],
)
def test_who_may_not_take_a_step_is_told_so(client: Client, desk: Desk, who: str, name: str) -> None:
    assert page(client, desk.named(who), name, make_received(desk).reference)[0] == HTTPStatus.FORBIDDEN


def test_lists_are_for_those_who_handle(client: Client, desk: Desk) -> None:
    for name in ("list", "register"):
        status, html = page(client, desk.cast.bo, name)
        assert status == HTTPStatus.FORBIDDEN
        assert "Dataskyddsombud" in html
    assert page(client, desk.officer, "report")[0] == HTTPStatus.FORBIDDEN


def test_nobody_gets_in_without_logging_in(client: Client, desk: Desk) -> None:
    reference = make_received(desk).reference
    steps = [reverse(f"privacy_incidents:{name}", args=[reference]) for name in ("page", "receipt", *STEPS)]
    places = [reverse(f"privacy_incidents:{name}") for name in ("list", "report", "register", "register_with_texts")]
    for address in [*steps, *places]:
        assert client.get(address).status_code in {HTTPStatus.FOUND, HTTPStatus.METHOD_NOT_ALLOWED}


def test_from_report_to_closing(client: Client, desk: Desk) -> None:
    cast = desk.cast
    assert page(client, cast.bo, "report")[0] == HTTPStatus.OK
    sent = {"key": new_key(), "what": SECRET, "aware": "just_now", "unit": cast.a.pk, "at_once": "Vi ringde."}
    html = send(client, cast.bo, reverse("privacy_incidents:report"), **sent)[1]
    assert all(text in html for text in ("Tack. Din rapport är framme.", "Alice", "Disa", "Dora", "Till IMY senast"))
    incident = PrivacyIncident.objects.get()
    assert "Nästa steg" in page(client, cast.alice, "page", incident.reference)[1]
    assert "Incidenten är bedömd." in step(client, cast.alice, "assess", incident, **ASSESSED)[1]
    advised = {"advice": "notify", "text": ADVICE}
    assert "Rådet är sparat." in step(client, desk.officer, "advise", incident, **advised)[1]
    html = page(client, desk.delegate, "decide", incident.reference)[1]
    assert "Risken är hög" in html
    assert "Dataskyddsombudets råd: Anmäl till IMY" in html
    decided = {"notify": "yes", "inform": "yes", "delegation": "7.3"}
    assert "Beslutet är sparat." in step(client, desk.delegate, "decide", incident, **decided)[1]
    now = timezone.localtime()
    moment = {"sent_at": f"{now:%Y-%m-%dT%H:%M}", "sent_by": desk.delegate.pk, "more_follows": "on"}
    PrivacyIncident.objects.filter(pk=incident.pk).update(received_at=timezone.now() - timedelta(hours=2))
    assert "Anmälan är registrerad." in step(client, desk.delegate, "notify", incident, **moment)[1]
    added = {"sent_on": now.date().isoformat(), "text": "Antalet är 14.", "last": "on"}
    assert "Kompletteringen är registrerad." in step(client, cast.alice, "supplement", incident, **added)[1]
    told = {"on": now.date().isoformat(), "how": "letter", "text": "Ett brev till var och en."}
    assert "de berörda är informerade" in step(client, cast.alice, "inform", incident, **told)[1]
    ruled = {"ruling": "no_action", "ruled_on": now.date().isoformat()}
    assert "svar är sparat" in step(client, cast.alice, "ruling", incident, **ruled)[1]
    plan = {"plan": "Går igenom listorna.", "due_on": (now.date() + timedelta(days=30)).isoformat()}
    assert "Uppföljningen är planerad." in step(client, cast.alice, "follow_up", incident, **plan)[1]
    closed = {"done": DONE, "feedback": FEEDBACK}
    assert "Incidenten är avslutad." in step(client, cast.alice, "close", incident, **closed)[1]
    incident.refresh_from_db()
    assert (incident.status, incident.level, incident.in_time, incident.people_most) == ("closed", "high", True, 20)
    assert FEEDBACK in page(client, cast.bo, "page", incident.reference)[1]


def test_beside_the_way(client: Client, desk: Desk) -> None:
    incident, alice = make_received(desk), desk.cast.alice
    assert "fördelad" in step(client, alice, "assign", incident, handler=desk.cast.eva.pk)[1]
    assert "Texten är sparad." in step(client, alice, "write", incident, part="note", text="Ring åter.")[1]
    assert "avskriven" in step(client, alice, "dismiss", incident, reason="Ingen uppgift.")[1]
    assert "öppnad igen" in step(client, alice, "reopen", incident, reason="Det fanns en.")[1]


def test_an_assessment_begins_from_the_one_before(client: Client, desk: Desk) -> None:
    incident = make_received(desk)
    step(client, desk.cast.alice, "assess", incident, **ASSESSED)
    client.force_login(desk.cast.alice)
    form = client.get(reverse("privacy_incidents:assess", args=[incident.reference])).context["form"]
    begun = {name: form[name].initial for name in ("type", "risk", "counted", "people_least", "people_most", "effects")}
    assert begun == {name: ASSESSED[name] for name in begun}
    assert set(form["sorts"].initial) >= {"health", "identity"}


def test_started_from_another_record_the_form_knows_what_that_tells(client: Client, desk: Desk) -> None:
    origin = make_received(desk)
    client.force_login(desk.cast.bo)
    address = reverse("privacy_incidents:report") + f"?fran={origin.reference}"
    response = client.get(address, follow=True)
    assert response.context["follows"].pk == origin.pk
    form = response.context["form"]
    assert (form["aware"].value(), form.initial["aware_at"]) == ("other", origin.received_at)
    client.force_login(desk.cast.cecilia)
    assert client.get(address, follow=True).context["follows"] is None


def test_what_each_may_do_is_offered_and_nothing_else(client: Client, desk: Desk) -> None:
    incident = make_decided(desk, to_all())
    offered = {}
    for who in ("alice", "delegate", "officer"):
        client.force_login(desk.named(who))
        offered[who] = client.get(reverse("privacy_incidents:page", args=[incident.reference])).context["allowed"]
    assert offered == {
        "alice": {"assess", "notify", "inform", "follow_up", "close", "assign", "write"},
        "delegate": {"decide", "notify"},
        "officer": {"advise"},
    }


def test_opened_again_it_stands_at_the_first_step(client: Client, desk: Desk) -> None:
    html = page(client, desk.cast.alice, "page", make_reopened(desk).reference)[1]
    assert "Återöppnad" in html
    assert "Bedöm incidenten" in html
