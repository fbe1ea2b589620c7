"""The steps as pages: in, refused, sent, and what two people who do it at once see."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.records.once import new_key
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback, Part
from varvet.registers.feedback.tests.factories import (
    ANSWER,
    LATER,
    SECRET,
    SENDER,
    Desk,
    make_answered,
    make_captured,
    make_closed,
    make_noted,
    make_sent_in,
)

HOSTILE = '<script>alert(1)</script> \u202eabc & "=1+1"'
BLANK = {
    "svara": "Skriv svaret.",
    "sortera": "Välj minst en typ.",
    "anteckna": "Skriv något först.",
    "flytta": "Välj enhet.",
    "fraga-andra": "Välj vad det kan vara.",
    "diariefor": "Skriv diarienumret.",
}
WHERE = ["svara", "fraga-andra", "sortera", "fordela", "anteckna", "flytta", "lagg-ihop", "i-eget-arende", "avsluta"]


def address(feedback: Feedback, step: str = "") -> str:
    return f"/synpunkter/{feedback.reference}/{step}/" if step else f"/synpunkter/{feedback.reference}/"


@pytest.fixture
def alice(desk: Desk) -> Client:
    return as_(desk.cast.alice)


@pytest.mark.parametrize("step", WHERE)
def test_a_step_opens_for_those_who_answer_alone(desk: Desk, alice: Client, step: str) -> None:
    feedback = make_captured(desk)
    assert alice.get(address(feedback, step)).status_code == HTTPStatus.OK
    assert as_(desk.cast.dag).get(address(feedback, step)).status_code == HTTPStatus.FORBIDDEN
    for outsider in (desk.cast.cecilia, desk.cast.stranger, desk.cast.gun):
        for ask in (as_(outsider).get, as_(outsider).post):
            assert ask(address(feedback, step)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(("step", "sentence"), list(BLANK.items()))
def test_what_is_missing_is_said_at_the_field(desk: Desk, alice: Client, step: str, sentence: str) -> None:
    response = alice.post(address(make_captured(desk), step), {"version": 1})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in text_of(response)


@pytest.mark.parametrize("step", ["svara", "flytta", "lagg-ihop"])
def test_a_step_that_is_over_says_so(desk: Desk, alice: Client, step: str) -> None:
    response = alice.get(address(make_closed(desk), step))
    assert response.status_code == HTTPStatus.CONFLICT
    assert "Ärendet är avslutad" in text_of(response)


def test_from_the_capture_to_the_close_by_the_pages(desk: Desk, alice: Client) -> None:
    feedback = make_captured(desk, category="")
    sent: list[tuple[str, dict[str, object]]] = [
        ("sortera", {"sort": "complaint", "categories": ["waiting", "treatment"], "primary": "treatment"}),
        ("fordela", {"handler": desk.cast.alice.pk}),
        ("anteckna", {"text": "Ring på fredag."}),
        ("diariefor", {"diary_number": "SN 2026/1"}),
        ("svara", {"text": "Vi ändrar.", "how": "letter"}),
        ("diariefor-svar", {}),
        ("blev-det-bra", {"contentment": "content"}),
        ("avsluta", {"reason": ""}),
    ]
    for version, (step, values) in enumerate(sent, 1):
        response = alice.post(address(feedback, step), {"version": version, **values})
        assert response.status_code == HTTPStatus.FOUND, (step, text_of(response))
    feedback = Feedback.objects.get(pk=feedback.pk)
    assert (feedback.status, feedback.contentment, feedback.diary_number) == ("closed", "content", "SN 2026/1")
    assert [mention.category.code for mention in feedback.mentions.order_by("-primary")] == ["treatment", "waiting"]
    page = text_of(alice.get(address(feedback)))
    for words in ("Klagomål: bemötande", "Alice", "Ja, det blev bra", "SN 2026/1", "Personen fick svar."):
        assert words in page


def test_two_areas_are_kept_apart(desk: Desk, alice: Client) -> None:
    """What whoever got in touch reads, and what only those who answer do."""
    feedback = make_answered(desk)
    actions.note(feedback=feedback, text="Ring på fredag.", version=2, by=desk.cast.alice, now=LATER)
    page = text_of(alice.get(address(feedback)))
    outside, inside = page.split('class="outside"')[1].split('class="inside"')
    for words in (SECRET, ANSWER.text):
        assert words in outside
        assert words not in inside
    for words in (SENDER, "Ring på fredag."):
        assert words in inside
        assert words not in outside


def test_of_two_at_once_the_second_sees_what_the_first_did(desk: Desk, alice: Client) -> None:
    feedback = make_captured(desk)
    actions.categorise(
        feedback=feedback,
        sorting=actions.Sorting(rules.Sort.VIEW, ("treatment",)),
        version=1,
        by=desk.cast.eva,
        now=LATER,
    )
    sent = {"version": 1, "sort": "complaint", "categories": ["waiting"]}
    response = alice.post(address(feedback, "sortera"), sent)
    page = text_of(response)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    for words in ("Ärendet sorterades.", "Eva", "Du skrev", "Väntetid", "Bemötande"):
        assert words in page
    assert alice.post(address(feedback, "sortera"), sent | {"version": 2}).status_code == HTTPStatus.FOUND


def test_what_was_added_is_marked_as_read_in_the_version_it_was_read(desk: Desk, alice: Client) -> None:
    feedback, code = make_sent_in(desk)
    actions.add_by_code(follow_hash=code, text="Mer.", key="one", now=LATER)
    assert "inte läst" in text_of(alice.get(address(feedback)))
    actions.add_by_code(follow_hash=code, text="Ännu mer.", key="two", now=LATER)
    assert alice.post(address(feedback, "last"), {"version": 2}).status_code == HTTPStatus.CONFLICT
    assert alice.post(address(feedback, "last"), {"version": 3}).status_code == HTTPStatus.FOUND
    assert "inte läst" not in text_of(alice.get(address(feedback)))


def test_hostile_words_are_shown_as_they_are_and_do_nothing(desk: Desk, alice: Client) -> None:
    feedback, code = make_sent_in(desk, HOSTILE)
    actions.add_by_code(follow_hash=code, text=HOSTILE, key="one", now=LATER)
    for page in (address(feedback), address(feedback, "svara"), "/synpunkter/", "/synpunkter/mina/"):
        shown = text_of(alice.get(page))
        assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text_of(alice.get(address(feedback)))
    assert feedback.narratives.get(part=Part.WHAT).text == HOSTILE


def test_a_code_is_shown_once_to_those_who_may(desk: Desk, alice: Client) -> None:
    feedback = make_captured(desk)
    bo = as_(desk.cast.bo)
    assert "Ge personen en kod" in text_of(bo.get(address(feedback, "registrerad")))
    slip = text_of(bo.post(address(feedback, "kod"), {"version": 1}))
    assert "Tack för att du berättade" in slip
    assert 'class="code"' in slip
    assert 'class="code"' not in text_of(alice.get(address(feedback, "kod")))
    assert as_(desk.cast.dag).get(address(feedback, "kod")).status_code == HTTPStatus.FORBIDDEN
    assert as_(desk.cast.cecilia).get(address(feedback, "kod")).status_code == HTTPStatus.NOT_FOUND


def test_taps_alone_are_a_capture_and_a_resend_is_the_same(desk: Desk) -> None:
    bo = as_(desk.cast.bo)
    taps = {"said_by": "client", "sort": "complaint", "category": "waiting", "handled": "at_once"}
    sent = {"key": new_key(), "what": "", "sender": "", "channel": "spoken", "unit": desk.cast.a.pk, **taps}
    for _twice in range(2):
        response = bo.post("/synpunkter/registrera/", sent, follow=True)
        assert "Det löstes direkt." in text_of(response)
    assert Feedback.objects.count() == 1


def test_papers_are_typed_in_one_after_another(desk: Desk) -> None:
    bo = as_(desk.cast.bo)
    sent = {
        "key": new_key(),
        "said_on": "2026-03-02",
        "unit": desk.cast.a.pk,
        "said_by": "relative",
        "sort": "view",
        "category": "",
        "what": SECRET,
        "sender": "",
        "channel": "paper",
        "handled": "later",
        "nasta": "1",
    }
    response = bo.post("/synpunkter/registrera/blanketter/", sent)
    assert response["Location"].startswith(f"/synpunkter/registrera/blanketter/?dag=2026-03-02&enhet={desk.cast.a.pk}&")
    page = text_of(bo.get(response["Location"], follow=True))
    assert 'value="2026-03-02"' in page
    assert "SYN-2026-0001 är sparat." in page
    missing = bo.post("/synpunkter/registrera/blanketter/", sent | {"said_on": "", "key": new_key()})
    assert "Skriv dagen." in text_of(missing)
    assert (Feedback.objects.get().channel, Feedback.objects.get().occurred_day) == ("paper", date(2026, 3, 2))


def test_the_form_on_paper_is_for_ones_own_unit(desk: Desk) -> None:
    bo = as_(desk.cast.bo)
    page = text_of(bo.get(f"/synpunkter/blankett/{desk.cast.a.pk}/"))
    assert "Väntetid" in page
    assert "allmän handling" in page
    assert bo.get(f"/synpunkter/blankett/{desk.cast.b.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_what_is_begun_is_kept_until_it_is_sent(desk: Desk) -> None:
    bo = as_(desk.cast.bo)
    bo.post("/synpunkter/registrera/utkast/", {"what": SECRET, "sort": "view"})
    assert SECRET in text_of(bo.get("/synpunkter/registrera/", follow=True))
    assert SECRET not in text_of(as_(desk.cast.alice).get("/synpunkter/registrera/", follow=True))
    make = {"said_by": "client", "sort": "view", "category": "waiting", "handled": "later", "what": SECRET}
    bo.post("/synpunkter/registrera/", {"key": new_key(), "channel": "phone", "unit": desk.cast.a.pk, **make})
    assert SECRET not in text_of(bo.get("/synpunkter/registrera/", follow=True))


def test_ones_own_are_listed_without_their_words(desk: Desk) -> None:
    feedback = make_noted(desk, rules.Handled.LATER, SECRET)
    page = text_of(as_(desk.cast.bo).get("/synpunkter/mina/"))
    assert feedback.reference in page
    assert SECRET not in page
    assert feedback.reference not in text_of(as_(desk.cast.alice).get("/synpunkter/mina/"))
