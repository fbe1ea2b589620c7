"""The register of GDPR article 33.5: on the page, as files without and with texts, and one incident on paper."""

from http import HTTPStatus
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents.models import KIND, Part
from varvet.registers.privacy_incidents.tests.factories import (
    DONE,
    EFFECTS,
    SECRET,
    WHY_NOT,
    Desk,
    make_closed,
    make_dismissed,
    make_excluding,
    make_informed,
    make_received,
)

TEXTS = (SECRET, EFFECTS, WHY_NOT, DONE)


def sheet_of(content: bytes) -> list[dict[str, object]]:
    rows = list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def download(client: Client, user: User, name: str, *args: str, query: str = "") -> tuple[int, bytes]:
    client.force_login(user)
    response = client.get(reverse(f"privacy_incidents:{name}", args=args) + query)
    return response.status_code, b"".join(response)


def with_texts(client: Client, user: User) -> tuple[int, bytes]:
    client.force_login(user)
    response = client.post(reverse("privacy_incidents:register_with_texts"))
    return response.status_code, response.content


def test_the_page_shows_facts_effects_and_remedy_of_every_incident(client: Client, desk: Desk) -> None:
    closed, received, none = make_closed(desk), make_received(desk), make_dismissed(desk)
    client.force_login(desk.officer)
    html = client.get(reverse("privacy_incidents:register")).content.decode()
    assert all(one.reference in html for one in (closed, received))
    assert none.reference not in html
    assert all(
        text in html for text in ("Fel mottagare", "Brukare och klienter, Barn", "Osannolik risk", "Anmäls inte")
    )
    assert not [text for text in TEXTS if text in html]


def test_a_file_has_codes_and_no_texts_and_is_noted(client: Client, desk: Desk) -> None:
    incident = make_informed(desk)
    make_dismissed(desk)
    status, content = download(client, desk.officer, "register_file", "xlsx")
    assert status == HTTPStatus.OK
    [row] = sheet_of(content)
    assert row["Ärende"] == incident.reference
    assert (row["Minst antal personer"], row["Inom fristen"], row["Till IMY"]) == (3, "Ja", "Ja, den anmäls till IMY")
    assert not [text for text in TEXTS if text in map(str, row.values())]
    event = AuditEvent.objects.get(kind=KIND, event="exported")
    assert (event.data["rows"], event.data["format"]) == (1, "xlsx")
    assert not ReadEvent.objects.filter(part="register").exists()


def test_the_list_is_taken_out_as_it_is_narrowed(client: Client, desk: Desk) -> None:
    make_closed(desk)
    make_received(desk)
    lines = download(client, desk.cast.alice, "export", "csv", query="?lage=closed")[1].decode().splitlines()
    assert len(lines) == 2
    assert download(client, desk.cast.alice, "export", "pdf")[0] == HTTPStatus.NOT_FOUND


def test_with_texts_for_those_who_may_each_reading_noted(client: Client, desk: Desk) -> None:
    incident = make_closed(desk)
    status, content = with_texts(client, desk.officer)
    assert status == HTTPStatus.OK
    [row] = sheet_of(content)
    assert (row["Vad som hände"], row["Följder för dem det gäller"]) == (SECRET, EFFECTS)
    assert (row["Varför den inte anmäls"], row["Vad som har gjorts"]) == (WHY_NOT, DONE)
    reading = ReadEvent.objects.get(part="register")
    assert (reading.record_id, reading.actor_id) == (incident.pk, desk.officer.pk)
    assert AuditEvent.objects.get(kind=KIND, event="exported").data["chosen"]["texter"] == 1


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3"])
def test_what_was_written_is_never_a_formula(client: Client, desk: Desk, text: str) -> None:
    incident = make_received(desk)
    keep(incident, {Part.WHAT: text}, by=desk.cast.bo, now=NOW)
    content = with_texts(client, desk.officer)[1]
    cells = [cell for row in load_workbook(BytesIO(content)).active.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert [cell.data_type for cell in cells if cell.value == text] == ["s"]


@pytest.mark.parametrize(
    ("who", "coded", "texts"),
    [
        ("officer", HTTPStatus.OK, HTTPStatus.OK),
        ("delegate", HTTPStatus.OK, HTTPStatus.OK),
        ("eva", HTTPStatus.OK, HTTPStatus.OK),
        ("alice", HTTPStatus.OK, HTTPStatus.FORBIDDEN),
        ("bo", HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN),
        ("hugo", HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN),
        ("gun", HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN),
    ],
)
def test_who_takes_it_out(client: Client, desk: Desk, who: str, coded: HTTPStatus, texts: HTTPStatus) -> None:
    make_received(desk)
    assert download(client, desk.named(who), "register_file", "xlsx")[0] == coded
    assert with_texts(client, desk.named(who))[0] == texts


def test_a_manager_and_a_stranger_take_out_nothing_that_is_not_theirs(client: Client, desk: Desk) -> None:
    make_excluding(desk)
    for who in ("alice", "cecilia", "stranger"):
        assert sheet_of(download(client, desk.named(who), "register_file", "xlsx")[1]) == []
    assert sheet_of(with_texts(client, desk.cast.stranger)[1]) == []


def test_one_on_paper_says_what_the_article_asks_and_leaves_a_trace(client: Client, desk: Desk) -> None:
    incident = make_closed(desk)
    client.force_login(desk.officer)
    html = client.get(reverse("privacy_incidents:sheet", args=[incident.reference])).content.decode()
    assert all(text in html for text in (*TEXTS, "Omständigheter", "Följder", "Beslut och åtgärder", "7.3", "Disa"))
    assert ReadEvent.objects.filter(record_id=incident.pk, part="sheet").count() == 1
