"""Reporting lex Sarah without an account: the unit's link and its code word, one case, and a code to follow it by."""

import html
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Announcement
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Fact, OneTimeKey, Record
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import ByCode, LexSarah, Narrative, Part
from varvet.registers.lex_sarah.tests.factories import SECRET, Stage
from varvet.registers.lex_sarah.tests.linked import CODE, KEY, Linked, filled, inside, make_linked, reported_by_link

HOSTILE = ["<script>alert(1)</script>", "{{7*7}}", "\u202eredro\u202c"]


@pytest.fixture(autouse=True)
def _quick(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def linked(stage: Stage) -> Linked:
    return make_linked(stage.cast.alice, stage.cast.a)


def test_a_report_without_an_account(stage: Stage, linked: Linked) -> None:
    page = text_of(inside(linked).post(linked.form, filled(at_once="Vi ringde."), follow=True))
    case = LexSarah.objects.get()
    assert case.reference in page
    assert SECRET not in page
    assert (case.unit, case.opened_by, case.channel) == (stage.cast.a, None, "link")
    assert case.confirmed_on == day_of(case.received_at), "the receipt confirms it"
    words = {row.part: row.text for row in Narrative.objects.filter(case=case)}
    assert words == {Part.WHAT: SECRET, Part.AT_ONCE: "Vi ringde."}
    event = AuditEvent.objects.get(record_id=case.pk)
    assert (event.event, event.actor_id, event.data["channel"]) == ("received", None, "link")
    assert Fact.objects.get(record_id=case.pk, happening="received").channel == "link"
    assert Announcement.objects.get(record_id=case.pk).permission == "lex_sarah.investigate"


@pytest.mark.parametrize(
    ("law", "day", "paragraph"),
    [
        ("sol", date(2025, 6, 30), "SoL (2001:453) 14 kap. 3 §"),
        ("sol", date(2025, 7, 1), "SoL 27 kap. 2 §"),
        ("lss", date(2025, 6, 30), "LSS 24 b §"),
    ],
)
def test_the_paragraph_follows_from_the_day_it_happened(linked: Linked, law: str, day: date, paragraph: str) -> None:
    sent = filled(law=law, occurred_day=day.isoformat())
    assert paragraph in text_of(inside(linked).post(linked.form, sent, follow=True))


def test_the_units_page_leads_here_and_asks_in_plain_words(linked: Linked) -> None:
    client = inside(linked)
    assert linked.form in text_of(client.get(f"{linked.door}rapportera/?nyckel={KEY}"))
    page = text_of(client.get(f"{linked.form}?nyckel={KEY}"))
    assert "Berätta om ett missförhållande" in page
    assert "kap." not in page


def test_without_the_code_word_there_is_only_the_door(linked: Linked) -> None:
    client = Client()
    assert client.get(linked.form)["Location"] == linked.door
    assert client.post(linked.form, filled())["Location"] == linked.door
    assert not Record.objects.exists()


def test_an_address_that_is_none_is_not_found(stage: Stage) -> None:
    for address in ("/lex-sarah/r/nonsense/", "/lex-sarah/r/nonsense/kvitto/"):
        assert Client().get(address).status_code == 404
    with pytest.raises(RuleBroken, match="finns inte"):
        actions.report_by_link(
            token="nonsense",
            content=actions.Report(unit=stage.cast.b, what=SECRET),
            key=KEY,
            now=timezone.now(),
        )


def test_a_closed_link_takes_nothing_in(stage: Stage, linked: Linked) -> None:
    client = inside(linked)
    as_(stage.cast.alice).post(f"/rapportera/lankar/{_links(linked)}/stang/")
    answer = client.post(linked.form, filled())
    assert answer.status_code == 409
    assert "Länken gäller inte längre." in text_of(answer)
    assert not Record.objects.exists()


def _links(linked: Linked) -> int:
    """The link's number, as its page would give it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM deviations_unitlink WHERE token = %s", [linked.token])
        return int(cursor.fetchone()[0])


def test_the_unit_is_the_links_whatever_is_sent(stage: Stage, linked: Linked) -> None:
    inside(linked).post(linked.form, filled(unit=stage.cast.b.pk, channel="phone", told_by="x"))
    case = LexSarah.objects.get()
    assert (case.unit, case.channel) == (stage.cast.a, "link")


def test_a_double_click_and_a_retry_make_one_case_with_one_code(linked: Linked) -> None:
    client = inside(linked)
    pages = [text_of(client.post(linked.form, filled(), follow=True)) for _ in range(3)]
    assert len({code for page in pages for code in CODE.findall(page)}) == 1
    assert (LexSarah.objects.count(), OneTimeKey.objects.count()) == (1, 1)
    assert client.get(f"{linked.form}?nyckel={KEY}")["Location"] == linked.receipt


def test_a_receipt_is_shown_to_its_own_browser_and_its_code_not_for_long(linked: Linked) -> None:
    client, other = inside(linked), inside(linked)
    client.post(linked.form, filled())
    assert other.get(linked.receipt).status_code == 404
    Record.objects.update(received_at=timezone.now() - timedelta(minutes=31))
    page = text_of(client.get(linked.receipt))
    assert "Din rapport är framme" in page
    assert not CODE.search(page)


def test_neither_code_nor_key_is_kept(linked: Linked) -> None:
    client = inside(linked)
    address = client.get(linked.form)["Location"]
    key = address.partition("nyckel=")[2]
    page = text_of(client.post(address, filled(key=key), follow=True))
    [code] = set(CODE.findall(page))
    client.post("/lex-sarah/folj/", {"code": code})
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the database's own names
            kept = str(cursor.fetchall())
            assert not [word for word in (code, code.replace("-", ""), key, SECRET) if word in kept], table


def test_a_report_about_the_manager_is_not_the_managers_to_see(stage: Stage, linked: Linked) -> None:
    case, _ = reported_by_link(linked, about_manager="on")
    assert case.confidentiality == Confidentiality.MANAGER_EXCLUDED
    assert not queries.visible_to(reader_of(stage.cast.alice)).exists()
    assert queries.visible_to(reader_of(stage.cast.dag)).filter(pk=case.pk).exists()


@pytest.mark.parametrize("changes", [{"what": ""}, {"what": "a\x00b"}, {"law": "x"}, {"occurred_day": "2999-01-01"}])
def test_what_cannot_be_is_refused_at_the_form(linked: Linked, changes: dict[str, object]) -> None:
    assert inside(linked).post(linked.form, filled(**changes)).status_code == 422
    assert not Record.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(stage: Stage, linked: Linked, text: str) -> None:
    case, _ = reported_by_link(linked, what=text)
    page = text_of(as_(stage.cast.dag).get(f"/lex-sarah/{case.reference}/"))
    assert text in html.unescape(page)
    assert "<script>alert" not in page


def test_a_form_from_elsewhere_is_refused_and_no_page_is_kept(linked: Linked) -> None:
    client = Client(enforce_csrf_checks=True)
    for address in (linked.form, "/lex-sarah/folj/", "/lex-sarah/folj/rapport/", "/lex-sarah/folj/stang/"):
        assert client.post(address, filled()).status_code == 403
    for address in (f"{linked.form}?nyckel={KEY}", "/lex-sarah/folj/"):
        assert "no-store" in inside(linked).get(address)["Cache-Control"]


class TestFollowing:
    """By the code alone: how far it has come, the answer, and room for more. Nothing of what was reported."""

    def follower(self, code: str) -> Client:
        client = Client()
        assert client.post("/lex-sarah/folj/", {"code": code.lower()})["Location"] == "/lex-sarah/folj/rapport/"
        return client

    def test_the_code_shows_how_far_it_has_come(self, linked: Linked) -> None:
        case, code = reported_by_link(linked)
        page = text_of(self.follower(code).get("/lex-sarah/folj/rapport/"))
        assert case.reference in page
        assert "Mottagen" in page
        assert SECRET not in page, "whoever finds the code reads nothing of what was told"

    @pytest.mark.parametrize("written", ["AAAA-BBBB-CCCC", "x", "<script>"])
    def test_a_wrong_code_says_nothing(self, linked: Linked, written: str) -> None:
        reported_by_link(linked)
        client = Client()
        answer = client.post("/lex-sarah/folj/", {"code": written})
        assert answer.status_code == 422
        assert "Vi hittar ingen rapport med den koden." in text_of(answer)
        assert client.get("/lex-sarah/folj/rapport/")["Location"] == "/lex-sarah/folj/"

    def test_the_deviations_own_door_shows_the_way_here(self, stage: Stage) -> None:
        assert "/lex-sarah/folj/" in text_of(Client().get("/folj/"))

    def test_the_answer_is_read_and_the_reading_noted(self, stage: Stage, linked: Linked) -> None:
        case, code = reported_by_link(linked)
        by, now = stage.cast.dag, timezone.now()
        for part, text in ((Part.FEEDBACK, "Vi har ändrat rutinen."), (Part.DECISION, "Bara för oss.")):
            Narrative.objects.create(case=case, part=part, text=text, written_by=by, written_at=now)
        page = text_of(self.follower(code).get("/lex-sarah/folj/rapport/"))
        assert "Vi har ändrat rutinen." in page
        assert "Bara för oss." not in page
        assert ReadEvent.objects.get().actor_id is None

    def test_leaving_forgets_it(self, linked: Linked) -> None:
        client = self.follower(reported_by_link(linked)[1])
        client.post("/lex-sarah/folj/stang/")
        assert client.get("/lex-sarah/folj/rapport/")["Location"] == "/lex-sarah/folj/"

    def test_more_is_added_once_and_read_by_those_who_investigate(self, stage: Stage, linked: Linked) -> None:
        case, code = reported_by_link(linked)
        client = self.follower(code)
        for _ in range(2):
            client.post("/lex-sarah/folj/rapport/", {"key": KEY, "more": "Det hände igen."})
        assert Narrative.objects.get(case=case, part=Part.MORE).text == "Det hände igen."
        assert "Det hände igen." in text_of(as_(stage.cast.dag).get(f"/lex-sarah/{case.reference}/"))


def test_a_code_that_is_none_adds_nothing(stage: Stage) -> None:
    with pytest.raises(ByCode.DoesNotExist):
        actions.add_more_by_code(follow_hash="", text="Mer.", key=KEY, now=timezone.now())
