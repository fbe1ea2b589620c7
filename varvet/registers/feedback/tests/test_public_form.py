"""The public form without scripts: three steps, a last look, and nothing lost on the way between them."""

import re

import pytest
from django.urls import reverse

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.models import Announcement
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.records.models import Fact, OneTimeKey
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import Feedback, Narrative, Part
from varvet.registers.feedback.tests.visitor import Visitor, fields_of

WHAT = "Ingen ringde tillbaka.\r\n\r\nJag väntade i två veckor."
CODE = re.compile(r"[2-9B-Z]{5}-[2-9B-Z]{5}-[2-9B-Z]{5}")


def words_of(feedback: Feedback) -> dict[str, str]:
    return {row.part: row.text for row in Narrative.objects.filter(feedback=feedback)}


def test_what_is_sent_becomes_a_record_and_its_sender_gets_a_code(cast: Cast) -> None:
    visitor = Visitor().go(what=WHAT, unit=str(cast.a.pk), sender="Anna, 070-1").send()
    feedback = Feedback.objects.get()
    assert (feedback.unit, feedback.opened_by, feedback.channel) == (cast.a, None, "web")
    assert (feedback.sort, feedback.status, feedback.reference[:4]) == ("complaint", "received", "SYN-")
    assert words_of(feedback) == {Part.WHAT: WHAT, Part.SENDER: "Anna, 070-1"}
    assert Fact.objects.get(record_id=feedback.pk).channel == "web"
    assert AuditEvent.objects.get(record_id=feedback.pk).actor_id is None
    assert Announcement.objects.get().event == "arrived"
    assert CODE.search(visitor.page)
    assert feedback.reference in visitor.page
    assert "Chefen för Mottagning A" in visitor.text
    for secret in ("ringde tillbaka", "Anna"):
        assert secret not in visitor.page


@pytest.mark.parametrize("sort", list(rules.Sort))
def test_every_sort_can_be_told_without_a_unit_or_a_name(cast: Cast, sort: rules.Sort) -> None:
    visitor = Visitor().go(sort=sort).send()
    feedback = Feedback.objects.get()
    assert (feedback.sort, feedback.unit) == (sort, cast.root)
    assert list(words_of(feedback)) == [Part.WHAT]
    assert ("Du får svar" in visitor.text) == (sort != rules.Sort.PRAISE)


def test_going_back_and_forth_loses_nothing(cast: Cast) -> None:
    visitor = Visitor().go(what=WHAT, unit=str(cast.b.pk), sender="Anna").press("slag")
    assert visitor.fields["sort"] == "complaint"
    assert visitor.fields["what"] == WHAT
    visitor.press("text", sort="praise")
    assert (visitor.fields["what"], visitor.fields["unit"]) == (WHAT, str(cast.b.pk))
    assert "Vad har varit bra?" in visitor.text
    visitor.press("slag", what="").press("text", what="").press("slag", what=f"{WHAT} Och mer.").press("kontroll")
    assert "Och mer." in visitor.text
    assert "Anna" in visitor.text
    assert "Mottagning B" in visitor.text
    visitor.send()
    assert words_of(Feedback.objects.get())[Part.WHAT] == f"{WHAT} Och mer."


def test_a_step_backwards_keeps_what_was_just_written_however_wrong(cast: Cast) -> None:
    visitor = Visitor().open().press("text", sort="view").press("slag", what="x")
    assert visitor.status == 200
    assert "errlist" not in visitor.page
    assert visitor.press("vem").status == 422
    assert visitor.fields["what"] == "x"


@pytest.mark.parametrize(("wrong", "sentence"), [({}, "Välj det som stämmer bäst."), ({"sort": "x"}, "Välj ett")])
def test_the_first_step_says_what_is_missing(cast: Cast, wrong: dict[str, str], sentence: str) -> None:
    visitor = Visitor().open().press("text", **wrong)
    assert visitor.status == 422
    assert "errlist" in visitor.page
    assert "Steg 1 av 3" in visitor.text
    assert visitor.text.count("Välj det som stämmer bäst.") == (2 if not wrong else 0)


@pytest.mark.parametrize("what", ["", "  \r\n ", "ab"])
def test_something_must_be_told(cast: Cast, what: str) -> None:
    visitor = Visitor().open().press("text", sort="view").press("vem", what=what)
    assert (visitor.status, visitor.text.count("Skriv vad du vill berätta.")) == (422, 2)
    assert "Steg 2 av 3" in visitor.text


def test_a_step_cannot_be_jumped_over(cast: Cast) -> None:
    visitor = Visitor().open().press("skicka")
    assert (visitor.status, "Steg 1 av 3" in visitor.text) == (422, True)
    assert "Steg 2 av 3" in Visitor().open().press("skicka", sort="view").text
    assert not Feedback.objects.exists()


def test_a_unit_of_another_root_is_not_offered_or_taken(cast: Cast) -> None:
    visitor = Visitor().open().press("text", sort="view")
    assert "Annan mottagning" not in visitor.page
    visitor.press("vem", what=WHAT, unit=str(cast.other_unit.pk))
    assert (visitor.status, "Välj en enhet i listan." in visitor.text) == (422, True)


def test_a_units_own_link_has_its_unit_chosen(cast: Cast) -> None:
    visitor = Visitor().open("?enhet=mottagning-b").press("text", sort="view")
    assert visitor.fields["unit"] == str(cast.b.pk)
    for slug in ("annan-mottagning", "nonsense", "%00"):
        assert Visitor().open(f"?enhet={slug}").fields["unit"] == ""


def test_the_other_words_and_the_other_language_keep_what_is_written(cast: Cast) -> None:
    visitor = Visitor().go(what=WHAT).press("text")
    easy = visitor.client.post(visitor.start, visitor.fields | {"ord": "latta"})
    assert fields_of(easy.content.decode())["what"] == WHAT
    assert 'class="public easy"' in easy.content.decode()
    english = visitor.client.post(visitor.start, visitor.fields | {"sprak": "en", "what": f"{WHAT}!"})
    assert fields_of(english.content.decode())["what"] == f"{WHAT}!"
    assert english.headers["Content-Language"] == "en"
    assert 'lang="en"' in visitor.open().page
    assert visitor.client.post(visitor.start, {"sprak": "xx"}).headers["Content-Language"] == "en"


def test_easy_to_read_to_the_end(cast: Cast) -> None:
    visitor = Visitor().open("?latt=1")
    assert "Det blev fel" in visitor.text
    visitor.press("text", sort="complaint").press("vem", what=WHAT).press("kontroll").send()
    assert "Du kan också ta ett foto av den." in visitor.text
    assert Feedback.objects.count() == 1


def test_a_view_chosen_before_the_easy_words_stays_chosen(cast: Cast) -> None:
    visitor = Visitor().open().press("text", sort="view").press("slag")
    easy = visitor.client.post(visitor.start, visitor.fields | {"ord": "latta"})
    assert fields_of(easy.content.decode())["sort"] == "view"


def test_a_resend_makes_one_record_with_one_code(cast: Cast) -> None:
    visitor = Visitor().go()
    sent = visitor.fields | {"till": "skicka", "total": ""}
    visitor.send()
    codes = {CODE.findall(visitor.page)[0]}
    for _ in range(3):
        again = visitor.client.post(visitor.start, sent, follow=True).content.decode()
        codes.add(CODE.findall(again)[0])
    assert len(codes) == 1
    assert (Feedback.objects.count(), OneTimeKey.objects.count()) == (1, 1)


def test_whoever_lost_all_but_the_form_gets_their_code(cast: Cast) -> None:
    """The session was never saved: the server was gone before it answered."""
    visitor = Visitor().go()
    sent = visitor.fields | {"till": "skicka"}
    code = CODE.findall(visitor.send().page)[0]
    other = Visitor()
    assert CODE.findall(other.client.post(other.start, sent, follow=True).content.decode()) == [code]
    assert Feedback.objects.count() == 1


def test_going_through_a_sent_form_anew_makes_another(cast: Cast) -> None:
    visitor = Visitor().go()
    earlier = visitor.fields
    visitor.send()
    changed = earlier | {"till": "kontroll", "what": "Det hände igen."}
    visitor.seen(visitor.client.post(visitor.start, changed))
    assert "har kommit fram" in visitor.text
    visitor.send()
    assert Feedback.objects.count() == 2


def test_the_receipts_address_is_no_receipt_in_another_browser(cast: Cast) -> None:
    visitor = Visitor().go().send()
    other = Visitor().client
    assert other.get(visitor.address)["Location"] == reverse("feedback:follow")
    assert other.get(visitor.address.replace("/tack/", "/tack/kod/")).status_code == 404


def test_the_code_can_be_saved_as_a_file(cast: Cast) -> None:
    visitor = Visitor().go().send()
    saved = visitor.client.get(visitor.address.replace("/tack/", "/tack/kod/"))
    assert saved["Content-Disposition"].startswith("attachment")
    assert CODE.findall(saved.content.decode()) == CODE.findall(visitor.page)
    assert "/tyck-till/folj/" in saved.content.decode()


def test_words_that_may_mean_harm_are_noticed(cast: Cast) -> None:
    Visitor().go(what="Hon hade blåmärken på armen.").send()
    assert Suspicion.objects.get().record_id == Feedback.objects.get().pk


def test_one_root_needs_no_choice_and_two_do(cast: Cast) -> None:
    page = Visitor().client.get("/tyck-till/").content.decode()
    assert "Exempelby" in page
    assert "Annanstad" in page
    assert Visitor().client.get("/tyck-till/nonsense/").status_code == 404


def test_a_form_that_is_not_ours_gets_an_identity_of_its_own(cast: Cast) -> None:
    """Nobody can make somebody else's form, and with it their receipt, by choosing its key."""
    visitor = Visitor().go()
    for wrong in ({"key": "k" * 32}, {"opened": "x"}, {"opened": f"{visitor.fields['opened']}x"}, {"key": ""}):
        page = visitor.client.post(visitor.start, visitor.fields | wrong | {"till": "kontroll"}).content.decode()
        assert fields_of(page)["key"] not in {visitor.fields["key"], *wrong.values()}
