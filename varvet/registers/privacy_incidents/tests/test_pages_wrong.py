"""What comes back to the form it was sent with, and why."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.tests.browsing import ASSESSED, page, send, step
from varvet.registers.privacy_incidents.tests.factories import SECRET, Desk, make_assessed, make_received


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": ""}, "Berätta vad som hände."),
        ({"aware_at": "2126-03-05T09:30"}, "Tiden ligger framåt."),
        ({"aware_at": ""}, "Skriv när ni fick veta det."),
        ({"aware_at": "i går"}, "Skriv dag och klockslag"),
        ({"unit": "0"}, "Välj en enhet i listan."),
        ({"occurred_day": "2026-03-06"}, "Det hände efter att ni fick veta det."),
    ],
)
def test_a_wrong_report_comes_back(client: Client, desk: Desk, wrong: dict[str, str], sentence: str) -> None:
    known = {"aware": "other", "aware_at": "2026-03-05T09:30"}
    sent = {"key": "k", "what": SECRET, "unit": desk.cast.a.pk, **known, **wrong}
    status, html = send(client, desk.cast.bo, reverse("privacy_incidents:report"), **sent)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in html
    assert not PrivacyIncident.objects.exists()


def test_the_time_of_the_form_is_swedish(client: Client, desk: Desk) -> None:
    known = {"aware": "other", "aware_at": "2026-03-05T09:30"}
    sent = {"key": "k", "what": SECRET, "unit": desk.cast.a.pk, **known}
    send(client, desk.cast.bo, reverse("privacy_incidents:report"), **sent)
    assert PrivacyIncident.objects.get().received_at.isoformat() == "2026-03-05T08:30:00+00:00"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"type": ""}, "Välj vad det är för incident."),
        ({"breaches": []}, "Välj vad som hände med uppgifterna."),
        ({"risk": ""}, "Välj en ruta i matrisen."),
        ({"people_most": ""}, "Skriv det minsta och det största antalet."),
        ({"people_least": "många"}, "Skriv ett heltal med siffror."),
        ({"effects": ""}, "Skriv vilka följder det kan få"),
    ],
)
def test_a_wrong_assessment_comes_back(client: Client, desk: Desk, wrong: dict[str, object], sentence: str) -> None:
    incident = make_received(desk)
    status, html = step(client, desk.cast.alice, "assess", incident, **(ASSESSED | wrong))
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in html


def test_a_step_too_early_is_told(client: Client, desk: Desk) -> None:
    status, html = page(client, desk.cast.alice, "close", make_received(desk).reference)
    assert status == HTTPStatus.CONFLICT
    assert "Incidenten är mottagen." in html


def test_somebody_saved_first_is_told_with_what(client: Client, desk: Desk) -> None:
    incident = make_assessed(desk)
    address = reverse("privacy_incidents:decide", args=[incident.reference])
    decided = {"notify": "yes", "inform": "no", "why_not_inform": "Inte hög risk.", "delegation": "7.3"}
    status, html = send(client, desk.delegate, address, version=1, **decided)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Incidenten bedömdes." in html
