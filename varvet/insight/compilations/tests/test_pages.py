"""The pages: who reads and who writes, the list, files that hold the figures, and hostile words everywhere."""

import io
from html import unescape
from typing import Any

import docx
import pytest
from django.test import Client

from varvet.insight.annual_report.tests.hostile import ALL as HOSTILE
from varvet.insight.compilations import actions
from varvet.insight.compilations.models import Compilation
from varvet.insight.compilations.queries import texts_of
from varvet.insight.compilations.rules import Place
from varvet.insight.compilations.tests.made import TEXTS, change, fill
from varvet.insight.unit_page.tests.counted import received
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import TODAY, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.facts_differ]  # facts are written by hand here
LIST = "/sammanstallningar/"


@pytest.fixture
def page(cast: Cast) -> str:
    fill(cast)
    return f"{LIST}{cast.a.pk}/2025-h2/"


def read(client: Client, user: User, address: str, status: int = 200) -> str:
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == status, address
    return unescape(response.content.decode())


def send(client: Client, user: User, address: str, **data: Any) -> Any:
    client.force_login(user)
    return client.post(address, data)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("alice", 200), ("dag", 200), ("eva", 200), ("cecilia", 404), ("stranger", 404),
        ("bo", 403), ("gun", 403), ("hugo", 403),
    ],
)  # fmt: skip
def test_who_reads(cast: Cast, client: Client, page: str, name: str, status: int) -> None:
    for address in (page, f"{page}docx/"):
        client.force_login(getattr(cast, name))
        assert client.get(address).status_code == status, address


@pytest.mark.parametrize(
    ("name", "status"), [("alice", 200), ("dag", 403), ("eva", 403), ("cecilia", 404), ("bo", 403)]
)
def test_who_writes(cast: Cast, client: Client, page: str, name: str, status: int) -> None:
    for address in (f"{page}skriv/", f"{page}faststall/"):
        client.force_login(getattr(cast, name))
        assert client.get(address).status_code == status, address
        if status != 200:
            assert client.post(address, {"version": 0, "seen": "X"}).status_code == status
    assert not Compilation.objects.exists()


def test_it_writes_itself_before_anybody_has_written(cast: Cast, client: Client, page: str) -> None:
    text = read(client, cast.alice, page)
    assert "5</a> avvikelser kom in under halvår 2 2025, mot" in text
    assert "Skriv analysen" in text
    assert "Skriv analysen" not in read(client, cast.eva, page)
    assert not Compilation.objects.exists(), "reading keeps nothing"


def test_from_words_to_approved(cast: Cast, client: Client, page: str) -> None:
    assert 'name="version" value="0"' in read(client, cast.alice, f"{page}skriv/")
    sent = send(client, cast.alice, f"{page}skriv/", version=0, seen="Rad ett\r\n\r\nRad två", doing="Ny rutin.")
    assert (sent.status_code, sent["Location"]) == (302, page)
    assert texts_of(Compilation.objects.get()) == {Place.SEEN: "Rad ett\n\nRad två", Place.DOING: "Ny rutin."}
    text = read(client, cast.alice, page)
    assert "Rad ett" in text
    assert "Utkast, inte fastställd" in text
    assert "Fastställ</a>" in text
    assert send(client, cast.alice, f"{page}faststall/", version=1).status_code == 302
    text = read(client, cast.eva, page)
    assert "Fastställd" in text
    assert "Registren säger något annat nu." not in text
    assert read(client, cast.alice, f"{page}skriv/", 409).count("fastställd") >= 1


def test_a_refusal_is_a_sentence_on_the_page(cast: Cast, client: Client, page: str) -> None:
    refused = send(client, cast.alice, f"{page}faststall/", version=0)
    assert refused.status_code == 422
    assert "Skriv först vad ni ser i siffrorna." in unescape(refused.content.decode())


def test_the_second_of_two_is_shown_what_the_first_saved(cast: Cast, client: Client, page: str) -> None:
    actions.save(change(cast, cast.alice), TEXTS)
    stale = send(client, cast.alice, f"{page}skriv/", version=0, seen="Mitt eget.", doing=TEXTS[Place.DOING])
    text = unescape(stale.content.decode())
    assert stale.status_code == 422
    assert "Någon annan har ändrat Mottagning A, halvår 2 2025 medan du skrev." in text
    assert f'<td class="theirs" data-label="Nu sparat">{TEXTS[Place.SEEN]}</td>' in text
    assert "Mitt eget.</textarea>" in text
    assert text.count('class="theirs"') == 1, "what both wrote alike is no difference"
    assert send(client, cast.alice, f"{page}skriv/", version=1, seen="Mitt eget.").status_code == 302


def test_what_changes_after_approval_is_shown_beside(cast: Cast, client: Client, page: str) -> None:
    actions.save(change(cast, cast.alice), TEXTS)
    actions.approve(change(cast, cast.alice, 1))
    received(cast.a, TODAY.replace(year=2025, month=12))
    text = read(client, cast.eva, page)
    assert "Registren säger något annat nu." in text
    assert '<td>December 2025</td><td>Antal</td><td class="r">1</td><td class="r">2</td>' in text
    assert "5</a> avvikelser kom in under halvår 2 2025" in text


def test_the_words_of_the_period_before_stand_beside(cast: Cast, client: Client, page: str) -> None:
    actions.save(change(cast, cast.alice), TEXTS)
    text = read(client, cast.alice, f"{LIST}{cast.a.pk}/2026-h1/skriv/")
    assert "Så skrev ni halvår 2 2025" in text
    assert TEXTS[Place.SEEN] in text


def test_what_may_point_out_a_person_is_told_softly(cast: Cast, client: Client, page: str) -> None:
    said = "Det sparade kan peka ut en person."
    assert send(client, cast.alice, f"{page}skriv/", version=0, seen="Gäller 19121212-1212.").status_code == 302
    assert said in read(client, cast.alice, f"{page}skriv/")
    assert said in read(client, cast.alice, f"{page}faststall/")
    assert said not in read(client, cast.alice, f"{LIST}{cast.a.pk}/2025-t3/skriv/")


def test_word_opens_and_holds_the_figures(cast: Cast, client: Client, page: str) -> None:
    actions.save(change(cast, cast.alice), TEXTS)
    client.force_login(cast.alice)
    response = client.get(f"{page}docx/")
    assert response["Content-Disposition"] == 'attachment; filename="sammanstallning-mottagning-a-2025-h2.docx"'
    document = docx.Document(io.BytesIO(response.content))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["November 2025", "3"] in cells
    assert ["Totalt", "5"] in cells
    assert ["Fördröjning", "3", "1"] in cells
    assert ["Klagomål", "1", "0"] in cells
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert TEXTS[Place.SEEN] in paragraphs
    assert "5 avvikelser kom in under halvår 2 2025, mot 1 under halvår 1 2025." in paragraphs


@pytest.mark.parametrize("name", ["pdf", "xlsx", "json"])
def test_the_other_files_come_too(cast: Cast, client: Client, page: str, name: str) -> None:
    client.force_login(cast.dag)
    content = client.get(f"{page}{name}/").content
    assert content.startswith({"pdf": b"%PDF-", "xlsx": b"PK\x03\x04", "json": b"{"}[name])


def test_hostile_words_are_words_and_nothing_else(cast: Cast, client: Client, page: str) -> None:
    words = " ".join(HOSTILE)
    assert send(client, cast.alice, f"{page}skriv/", version=0, seen=words, why=words).status_code == 302
    for address in (page, f"{page}skriv/"):
        raw = client.get(address).content.decode()
        assert "<script>alert(1)" not in raw
        assert "<script>alert(1)</script> & {{ 7|add:1 }}" in unescape(raw)
    assert send(client, cast.alice, f"{page}faststall/", version=1).status_code == 302
    document = docx.Document(io.BytesIO(client.get(f"{page}docx/").content))
    assert any(HOSTILE[0] in paragraph.text and HOSTILE[2] in paragraph.text for paragraph in document.paragraphs)
    assert client.get(f"{page}pdf/").content.startswith(b"%PDF-")


def test_the_list_is_of_ones_scope(cast: Cast, client: Client, page: str) -> None:
    actions.save(change(cast, cast.alice), TEXTS)
    assert "Mottagning A, halvår 2 2025" in read(client, cast.eva, LIST)
    text = read(client, cast.alice, LIST)
    assert page in text
    assert text.count(f"{LIST}{cast.a.pk}/") > 3, "other periods may be begun"
    assert "Mottagning A, halvår 2 2025" not in read(client, cast.cecilia, LIST)
    assert "Mottagning A, halvår 2 2025" not in read(client, cast.stranger, LIST)
    for name in ("bo", "gun", "hugo"):
        read(client, getattr(cast, name), LIST, 403)


@pytest.mark.parametrize("code", ["2025-k1", "2025-ar", "2025-m3", "2199-h2", "2025-h3", "x", "2025-h2/odt"])
def test_other_periods_and_files_are_not_found(cast: Cast, client: Client, code: str) -> None:
    read(client, cast.alice, f"{LIST}{cast.a.pk}/{code}/", 404)


def test_too_long_words_are_refused_and_kept_in_the_field(cast: Cast, client: Client, page: str) -> None:
    refused = send(client, cast.alice, f"{page}skriv/", version=0, seen="x" * 6001)
    assert refused.status_code == 422
    assert "Korta den till högst 6 000 tecken." in unescape(refused.content.decode())
    assert not Compilation.objects.exists()
