"""Reporting without an account, in the browser: the code word, the six fields, one record however often it is sent."""

import html
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Fact, OneTimeKey, Record
from varvet.kernel.records.narratives import keep
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation, Part, UnitLink
from varvet.registers.deviations.tests.factories import words_of

KEY = "k" * 32
WHAT = "Kallelsen gick till fel adress."
HOSTILE = ["<script>alert(1)</script>", "{{7*7}}", "=cmd|' /C calc'!A0", "\u202eredro\u202c", "'; DROP TABLE x; --"]
CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}")


@pytest.fixture(autouse=True)
def _quick(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def new(cast: Cast) -> actions.NewLink:
    now = timezone.now()
    last = day_of(now) + timedelta(days=30)
    return actions.make_link(unit=cast.a, last_day=last, key=KEY, by=cast.alice, now=now)


def inside(new: actions.NewLink) -> Client:
    """Somebody who has given the code word."""
    client = Client()
    assert client.post(f"/r/{new.link.token}/", {"word": new.word}).status_code == 302
    return client


def form_of(new: actions.NewLink) -> str:
    return f"/r/{new.link.token}/rapportera/"


def filled(**changes: object) -> dict[str, object]:
    return {"key": KEY, "what": WHAT, "when": "today", "worry": "2", **changes}


def code_on(page: str) -> str:
    found = CODE.search(page)
    assert found, page
    return found.group()


def test_a_report_without_an_account(cast: Cast, new: actions.NewLink) -> None:
    page = text_of(inside(new).post(form_of(new), filled(affected="ett barn"), follow=True))
    deviation = Deviation.objects.get()
    assert deviation.reference in page
    assert (deviation.unit, deviation.opened_by, deviation.channel) == (cast.a, None, "link")
    assert words_of(deviation) == {"what": WHAT, "affected": "ett barn"}
    assert Fact.objects.get(record_id=deviation.pk, happening="received").channel == "link"
    assert AuditEvent.objects.get(record_id=deviation.pk).actor_id is None
    assert WHAT not in page


def test_without_the_code_word_there_is_only_the_door(new: actions.NewLink) -> None:
    client, door = Client(), f"/r/{new.link.token}/"
    assert client.get(form_of(new))["Location"] == door
    assert client.post(form_of(new), filled())["Location"] == door
    answer = client.post(door, {"word": "fel"})
    assert answer.status_code == 422
    assert "Kodordet stämmer inte." in text_of(answer)
    assert client.post(form_of(new), filled())["Location"] == door
    assert not Record.objects.exists()


def test_an_address_that_is_none_is_not_found(db: None) -> None:
    for address in ("/r/nonsense/", "/r/nonsense/rapportera/", "/r/nonsense/kvitto/"):
        assert Client().get(address).status_code == 404


def test_guessing_is_stopped_in_every_browser(new: actions.NewLink) -> None:
    for _ in range(10):
        Client().post(f"/r/{new.link.token}/", {"word": "fel"})
    answer = Client().post(f"/r/{new.link.token}/", {"word": new.word})
    assert answer.status_code == 422
    assert "För många försök" in text_of(answer)


def test_a_word_given_for_one_link_opens_no_other(cast: Cast, new: actions.NewLink) -> None:
    now = timezone.now()
    other = actions.make_link(unit=cast.b, last_day=day_of(now), key=KEY, by=cast.cecilia, now=now)
    assert inside(new).get(form_of(other))["Location"] == f"/r/{other.link.token}/"


def test_a_double_click_and_a_retry_make_one_record_with_one_code(new: actions.NewLink) -> None:
    client = inside(new)
    pages = [text_of(client.post(form_of(new), filled(), follow=True)) for _ in range(3)]
    assert len({code_on(page) for page in pages}) == 1
    assert (Deviation.objects.count(), OneTimeKey.objects.count()) == (1, 1)


def test_going_back_leads_to_the_receipt(new: actions.NewLink) -> None:
    client = inside(new)
    address = client.get(form_of(new))["Location"]
    assert address.startswith(f"{form_of(new)}?nyckel=")
    key = address.partition("nyckel=")[2]
    client.post(address, filled(key=key))
    assert client.get(address)["Location"] == f"/r/{new.link.token}/kvitto/?nyckel={key}"


def test_the_same_address_in_another_browser_is_another_report(new: actions.NewLink) -> None:
    """A form's address that is passed on to a colleague must not show the colleague the first one's code."""
    first, second = inside(new), inside(new)
    code = code_on(text_of(first.post(form_of(new), filled(), follow=True)))
    receipt = f"/r/{new.link.token}/kvitto/?nyckel={KEY}"
    assert second.get(receipt).status_code == 404
    assert second.get(f"{form_of(new)}?nyckel={KEY}").status_code == 200
    assert code_on(text_of(second.post(form_of(new), filled(), follow=True))) != code
    assert Deviation.objects.count() == 2


def test_the_code_is_not_shown_for_long(new: actions.NewLink) -> None:
    client = inside(new)
    client.post(form_of(new), filled())
    Record.objects.update(received_at=timezone.now() - timedelta(minutes=31))
    page = text_of(client.get(f"/r/{new.link.token}/kvitto/?nyckel={KEY}"))
    assert "Din rapport är framme" in page
    assert not CODE.search(page)


def test_neither_code_nor_key_is_kept(new: actions.NewLink) -> None:
    client = inside(new)
    address = client.get(form_of(new))["Location"]
    key = address.partition("nyckel=")[2]
    code = code_on(text_of(client.post(address, filled(key=key), follow=True)))
    client.post("/folj/", {"code": code})
    bare = code.replace("-", "")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the database's own names
            kept = str(cursor.fetchall())
            assert not [word for word in (code, bare, key, new.word) if word in kept], table


@pytest.mark.parametrize("closed", [{"revoked_at": timezone.now()}, {"last_day": "2026-01-01"}])
def test_a_closed_link_takes_nothing_in(new: actions.NewLink, closed: dict[str, object]) -> None:
    client = inside(new)
    UnitLink.objects.update(**closed)
    answer = client.post(form_of(new), filled())
    assert answer.status_code == 409
    assert "Länken gäller inte längre." in text_of(answer)
    assert "Länken gäller inte längre." in text_of(Client().post(f"/r/{new.link.token}/", {"word": new.word}))
    assert not Record.objects.exists()


def test_the_unit_is_the_links_whatever_is_sent(cast: Cast, new: actions.NewLink) -> None:
    inside(new).post(form_of(new), filled(unit=cast.b.pk, came="paper", colleague=cast.bo.pk, told_by="x"))
    deviation = Deviation.objects.get()
    assert (deviation.unit, deviation.channel) == (cast.a, "link")


def test_a_name_is_asked_about_once(new: actions.NewLink) -> None:
    client = inside(new)
    answer = client.post(form_of(new), filled(what="Anna fick vänta."))
    assert answer.status_code == 200
    assert "Skicka ändå" in text_of(answer)
    assert not Record.objects.exists()
    assert client.post(form_of(new), filled(what="Anna fick vänta.", anyway="1")).status_code == 302


@pytest.mark.parametrize(
    "changes",
    [
        {"what": ""},
        {"what": "a\x00b"},
        {"worry": "9"},
        {"when": "x"},
        {"key": "x" * 65},
        {"day": "9" * 40, "when": "other"},
    ],
)
def test_what_cannot_be_is_refused_at_the_form(new: actions.NewLink, changes: dict[str, object]) -> None:
    assert inside(new).post(form_of(new), filled(**changes)).status_code == 422
    assert not Record.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(cast: Cast, new: actions.NewLink, text: str) -> None:
    client = inside(new)
    back = client.post(form_of(new), filled(what=text, affected=text, done=text, worry=""))
    assert html.unescape(text_of(back)).count(text) >= 3
    assert "<script>alert" not in text_of(back)
    client.post(form_of(new), filled(what=text, affected=text, done=text, anyway="1"))
    page = text_of(as_(cast.alice).get(f"/avvikelser/{Deviation.objects.get().reference}/"))
    assert text in html.unescape(page)
    assert "<script>alert" not in page


def test_a_form_from_elsewhere_is_refused(new: actions.NewLink) -> None:
    client = Client(enforce_csrf_checks=True)
    for address in (f"/r/{new.link.token}/", form_of(new), "/folj/", "/folj/rapport/", "/folj/stang/"):
        assert client.post(address, filled(word=new.word)).status_code == 403


def test_nothing_of_it_is_kept_by_the_browser(new: actions.NewLink) -> None:
    client = inside(new)
    for address in (f"/r/{new.link.token}/", f"{form_of(new)}?nyckel={KEY}", "/folj/"):
        assert "no-store" in client.get(address)["Cache-Control"], address


class TestFollowing:
    """By the code alone: how far it has come, the answer, and room for more. Nothing of what was reported."""

    @pytest.fixture
    def code(self, new: actions.NewLink) -> str:
        return code_on(text_of(inside(new).post(form_of(new), filled(), follow=True)))

    def follower(self, code: str) -> Client:
        client = Client()
        assert client.post("/folj/", {"code": code.lower()})["Location"] == "/folj/rapport/"
        return client

    def test_the_code_shows_how_far_it_has_come(self, code: str) -> None:
        page = text_of(self.follower(code).get("/folj/rapport/"))
        assert "Mottagen" in page
        assert Deviation.objects.get().reference in page
        assert WHAT not in page, "whoever finds the code reads nothing of what was told"

    @pytest.mark.parametrize("written", ["AAAA-BBBB-CCCC", "x", "9" * 40, "<script>", "\u202e"])
    def test_a_wrong_code_says_nothing(self, code: str, written: str) -> None:
        client = Client()
        answer = client.post("/folj/", {"code": written})
        assert answer.status_code == 422
        assert "Vi hittar ingen rapport med den koden." in text_of(answer)
        assert client.get("/folj/rapport/")["Location"] == "/folj/"

    def test_the_answer_is_read_and_the_reading_noted(self, cast: Cast, code: str) -> None:
        texts = {Part.FEEDBACK: "Vi har ändrat rutinen.", Part.NOTE: "Bara för oss."}
        keep(Deviation.objects.get(), texts, by=cast.alice, now=timezone.now())
        page = text_of(self.follower(code).get("/folj/rapport/"))
        assert "Vi har ändrat rutinen." in page
        assert "Bara för oss." not in page
        assert ReadEvent.objects.get().actor_id is None

    def test_more_is_added_once(self, cast: Cast, code: str) -> None:
        client = self.follower(code)
        for _ in range(2):
            answer = client.post("/folj/rapport/", {"key": KEY, "more": "Det hände igen."})
            assert answer["Location"] == "/folj/rapport/"
        deviation = Deviation.objects.get()
        assert words_of(deviation)["more"] == "Det hände igen."
        assert deviation.version == 2
        assert "Det hände igen." in text_of(as_(cast.alice).get(f"/avvikelser/{deviation.reference}/"))

    def test_leaving_forgets_it(self, code: str) -> None:
        client = self.follower(code)
        client.post("/folj/stang/")
        assert client.get("/folj/rapport/")["Location"] == "/folj/"
        assert client.post("/folj/rapport/", {"key": KEY, "more": "Mer."})["Location"] == "/folj/"
