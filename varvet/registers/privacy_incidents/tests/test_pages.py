"""The pages as people meet them: in, refused, not there."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.once import new_key
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.tests.factories import (
    DONE,
    SECRET,
    WHY_NOT,
    Desk,
    make_assessed,
    make_closed,
    make_received,
)


def page(client: Client, user: User, name: str, *args: object) -> tuple[int, str]:
    client.force_login(user)
    response = client.get(reverse(f"privacy_incidents:{name}", args=args))
    return response.status_code, response.content.decode()


def send(client: Client, user: User, address: str, **sent: object) -> tuple[int, str]:
    client.force_login(user)
    response = client.post(address, sent, follow=True)
    return response.status_code, response.content.decode()


def test_the_list_shows_codes_and_no_texts(client: Client, desk: Desk) -> None:
    incident = make_assessed(desk)
    status, html = page(client, desk.officer, "list")
    assert status == HTTPStatus.OK
    assert incident.reference in html
    assert "Fel mottagare" in html
    for text in (SECRET, WHY_NOT):
        assert text not in html


def test_an_empty_list_says_so_and_filters_narrow(client: Client, desk: Desk) -> None:
    assert "Inga incidenter i urvalet" in page(client, desk.cast.alice, "list")[1]
    make_closed(desk)
    address = reverse("privacy_incidents:list")
    counts = {"": 0, "?lage=closed": 1, "?lage=alla": 1, "?lage=x&enhet=abc&efter=nowhere": 1, "?enhet=1": 0}
    assert {query: len(client.get(address + query).context["rows"]) for query in counts} == counts


def test_a_page_shows_all_to_those_who_handle_and_their_own_words_to_those_who_reported(
    client: Client, desk: Desk
) -> None:
    incident = make_closed(desk)
    html = page(client, desk.cast.alice, "page", incident.reference)[1]
    assert all(text in html for text in (SECRET, WHY_NOT, DONE, "Inget mer ska göras."))
    html = page(client, desk.cast.bo, "page", incident.reference)[1]
    assert SECRET in html
    assert WHY_NOT not in html
    assert DONE not in html
    assert ReadEvent.objects.filter(record_id=incident.pk).count() == 2


def test_the_clock_runs_until_it_is_assessed(client: Client, desk: Desk) -> None:
    assert "72 timmar från att ni fick veta" in page(client, desk.cast.alice, "page", make_received(desk).reference)[1]
    assert "från att ni fick veta" not in page(client, desk.cast.alice, "page", make_assessed(desk).reference)[1]


def test_strangers_find_nothing_and_wrong_roles_are_told_who(client: Client, desk: Desk) -> None:
    incident = make_received(desk)
    for outsider in (desk.cast.stranger, desk.cast.cecilia, desk.cast.gun, desk.cast.hugo):
        for name in ("page", "assess", "close"):
            assert page(client, outsider, name, incident.reference)[0] == HTTPStatus.NOT_FOUND
    for user in (desk.cast.bo, desk.cast.dag, desk.officer):
        assert page(client, user, "assess", incident.reference)[0] == HTTPStatus.FORBIDDEN
    status, html = page(client, desk.cast.bo, "list")
    assert status == HTTPStatus.FORBIDDEN
    assert "Dataskyddsombud" in html
    assert page(client, desk.officer, "report")[0] == HTTPStatus.FORBIDDEN


def test_nobody_gets_in_without_logging_in(client: Client, desk: Desk) -> None:
    steps = [reverse(f"privacy_incidents:{n}", args=[make_received(desk).reference]) for n in ("page", "assess")]
    for address in [*steps, reverse("privacy_incidents:list"), reverse("privacy_incidents:report")]:
        assert client.get(address).status_code == HTTPStatus.FOUND


def test_what_happened_is_reported_assessed_and_closed(client: Client, desk: Desk) -> None:
    assert page(client, desk.cast.bo, "report")[0] == HTTPStatus.OK
    sent = {"key": new_key(), "what": SECRET, "aware": "2026-03-05T09:30", "unit": desk.cast.a.pk}
    assert "är mottagen" in send(client, desk.cast.bo, reverse("privacy_incidents:report"), **sent)[1]
    incident = PrivacyIncident.objects.get()
    assert incident.received_at.isoformat() == "2026-03-05T08:30:00+00:00"
    assess, close = (reverse(f"privacy_incidents:{n}", args=[incident.reference]) for n in ("assess", "close"))
    assert page(client, desk.cast.alice, "assess", incident.reference)[0] == HTTPStatus.OK
    given = {"version": 1, "category": desk.wrong_recipient.pk, "reported_on": "2026-03-06", "why_not": ""}
    assert "Incidenten är bedömd." in send(client, desk.cast.alice, assess, **given)[1]
    assert page(client, desk.cast.alice, "close", incident.reference)[0] == HTTPStatus.OK
    assert "Incidenten är avslutad." in send(client, desk.cast.alice, close, version=2, done=DONE)[1]
    incident.refresh_from_db()
    assert (incident.status, str(incident.reported_to_imy_on)) == ("closed", "2026-03-06")


def test_without_a_list_the_type_is_not_asked_for(client: Client, desk: Desk) -> None:
    Category.objects.filter(list__key="privacy_incident_type").delete()
    CategoryList.objects.filter(key="privacy_incident_type").delete()
    incident = make_received(desk)
    assert "Vad är det för incident?" not in page(client, desk.cast.alice, "assess", incident.reference)[1]
    address = reverse("privacy_incidents:assess", args=[incident.reference])
    assert "Incidenten är bedömd." in send(client, desk.cast.alice, address, version=1, why_not=WHY_NOT)[1]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": ""}, "Berätta vad som hände."),
        ({"aware": "2126-03-05T09:30"}, "Tiden ligger framåt."),
        ({"aware": "i går"}, "Skriv dag och klockslag"),
        ({"unit": "0"}, "Välj en enhet i listan."),
    ],
)
def test_a_wrong_report_comes_back(client: Client, desk: Desk, wrong: dict[str, str], sentence: str) -> None:
    sent = {"key": "k", "what": SECRET, "aware": "2026-03-05T09:30", "unit": desk.cast.a.pk}
    status, html = send(client, desk.cast.bo, reverse("privacy_incidents:report"), **(sent | wrong))
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in html
    assert not PrivacyIncident.objects.exists()


def test_a_wrong_assessment_comes_back_and_a_step_too_early_is_told(client: Client, desk: Desk) -> None:
    incident = make_received(desk)
    address = reverse("privacy_incidents:assess", args=[incident.reference])
    status, html = send(client, desk.cast.alice, address, version=1)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Välj vad det är för incident." in html
    sent = {"version": 1, "category": desk.wrong_recipient.pk}
    assert "eller varför den inte behövs" in send(client, desk.cast.alice, address, **sent)[1]
    status, html = page(client, desk.cast.alice, "close", incident.reference)
    assert status == HTTPStatus.CONFLICT
    assert "Incidenten är mottagen." in html
