"""Following by code: what one sees, answers, adds, asks for and thinks; and nothing of anybody else's."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.crypto.handed import follow_code, hash_of_code
from varvet.kernel.notifications.models import Notification
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.once import new_key
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import KIND, Feedback, Following, Narrative, Part
from varvet.registers.feedback.tests.factories import events, happenings
from varvet.registers.feedback.tests.visitor import Visitor, fields_of

CASE = "/tyck-till/folj/arende/"
WHAT, ANSWER, QUESTION, NOTE = "Ingen ringde.", "Nu ringer vi.", "Vilken dag ringde du?", "Mellan oss."


class Sender:
    """Somebody who has sent in and opened the door with their code."""

    def __init__(self, cast: Cast, sort: rules.Sort = rules.Sort.COMPLAINT) -> None:
        self.cast, key = cast, new_key()
        content = actions.SentIn(cast.a, sort, WHAT, "Anna, 070-1")
        record = actions.send_in(content=content, key=key, now=timezone.now())
        self.pk, self.client, self.code = record.pk, Client(), follow_code(KIND, key)
        assert self.client.post("/tyck-till/folj/", {"code": self.code})["Location"] == CASE

    @property
    def feedback(self) -> Feedback:
        return Feedback.objects.get(pk=self.pk)

    @property
    def hash(self) -> str:
        return hash_of_code(KIND, self.code)

    def page(self) -> str:
        return self.client.get(CASE).content.decode()

    def fields(self, address: str) -> dict[str, str]:
        return fields_of(self.page(), address)

    def say(self, address: str, **said: str) -> int:
        return self.client.post(address, self.fields(address) | said).status_code

    def answered(self) -> "Sender":
        now = timezone.now()
        content, known = actions.Answer(ANSWER, rules.AnswerWay.CODE), self.feedback
        actions.answer(feedback=known, content=content, version=known.version, by=self.cast.alice, now=now)
        return self

    def asked(self, by: User) -> "Sender":
        keep(self.feedback, {Part.ASKED: QUESTION, Part.NOTE: NOTE}, by=by, now=timezone.now())
        spine.commit(self.feedback, "asked", by=by)
        return self


@pytest.fixture
def sender(cast: Cast) -> Sender:
    return Sender(cast)


def test_what_one_sent_and_when_the_answer_comes(sender: Sender) -> None:
    page = sender.page()
    for words in ("Vi har tagit emot det du berättade", "Du får svar senast", WHAT, sender.feedback.reference):
        assert words in page
    assert "Anna" not in page
    assert ReadEvent.objects.filter(record_id=sender.pk, actor_id=None).exists()


def test_the_answer_and_nothing_of_what_is_between_staff(sender: Sender, cast: Cast) -> None:
    sender.asked(cast.alice).answered()
    page = sender.page()
    assert "Vi har svarat dig" in page
    assert ANSWER in page
    assert NOTE not in page
    assert "Alice" not in page


def test_a_question_is_answered_once(sender: Sender, cast: Cast) -> None:
    sender.asked(cast.alice)
    assert QUESTION in sender.page()
    fields = sender.fields(CASE) | {"more": "I tisdags."}
    assert [sender.client.post(CASE, fields).status_code for _ in range(3)] == [302] * 3
    assert [n.text for n in Narrative.objects.filter(part=Part.ADDED)] == ["I tisdags."]
    assert "Vi har en fråga till dig" not in sender.page()
    assert Notification.objects.filter(event="added", receiver=cast.alice).count() == 1
    assert events(sender.feedback) == ["received", "asked", "added"]


def test_more_is_added_and_words_of_harm_are_noticed(sender: Sender) -> None:
    assert sender.say(CASE, more="Hon hade blåmärken på armen.") == 302
    assert "Tack. Den som svarar dig läser det du skrev." in sender.page()
    assert Suspicion.objects.filter(record_id=sender.pk).exists()


@pytest.mark.parametrize("more", ["", "  ", "ab", "å" * 20_001])
def test_what_cannot_be_added_comes_back(sender: Sender, more: str) -> None:
    answer = sender.client.post(CASE, sender.fields(CASE) | {"more": more})
    assert answer.status_code == 422
    assert fields_of(answer.content.decode(), CASE)["more"] == more


def test_taken_up_again_with_new_days_to_answer(sender: Sender, cast: Cast) -> None:
    sender.answered()
    address = f"{CASE}titta-igen/"
    fields = sender.fields(address) | {"reason": "Ingen har ringt än."}
    assert [sender.client.post(address, fields).status_code for _ in range(2)] == [302, 302]
    feedback = sender.feedback
    assert (feedback.status, feedback.reopened_on) == ("reopened", timezone.localdate())
    assert events(feedback) == ["received", "answered", "reopened"]
    assert [name for name, _ in happenings(feedback)] == ["received", "answered"]
    assert "Vi tittar på det igen" in sender.page()
    assert Notification.objects.filter(event="reopened", receiver=cast.alice).count() == 1


def test_before_there_is_an_answer_nothing_is_taken_up_again_or_judged(sender: Sender) -> None:
    assert "Be oss titta igen" not in sender.page()
    now = timezone.now()
    with pytest.raises(RuleBroken):
        actions.reopen_by_code(follow_hash=sender.hash, reason="Ingen ringde.", key="k", now=now)
    with pytest.raises(RuleBroken):
        actions.judge_by_code(follow_hash=sender.hash, contentment=rules.Contentment.NOT, now=now)
    assert sender.client.post(f"{CASE}blev-det-bra/", {"contentment": "not"}).status_code == 422
    assert sender.feedback.status == "received"


@pytest.mark.parametrize(("said", "place"), [("content", ""), ("partly", ""), ("not", "#igen")])
def test_whether_they_were_content_is_one_question(sender: Sender, said: str, place: str) -> None:
    sender.answered()
    answer = sender.client.post(f"{CASE}blev-det-bra/", {"contentment": said})
    assert answer["Location"] == f"{CASE}{place}"
    assert (sender.feedback.contentment, sender.feedback.judged_on) == (said, timezone.localdate())
    sender.client.post(f"{CASE}blev-det-bra/", {"contentment": said})
    assert events(sender.feedback) == ["received", "answered", "judged"], "the same again changes nothing"
    assert "Tack för att du sade vad du tycker." in sender.page()


@pytest.mark.parametrize("address", [f"{CASE}blev-det-bra/", f"{CASE}titta-igen/"])
def test_an_empty_answer_is_asked_for_again(sender: Sender, address: str) -> None:
    sender.answered()
    answer = sender.client.post(address, {})
    assert (answer.status_code, "errlist" in answer.content.decode()) == (422, True)


def test_when_it_is_over_it_can_be_taken_up_but_not_added_to(sender: Sender, cast: Cast) -> None:
    sender.answered()
    now, sorting = timezone.now(), actions.Sorting(rules.Sort.COMPLAINT, ("treatment",))
    actions.categorise(feedback=sender.feedback, sorting=sorting, version=2, by=cast.alice, now=now)
    actions.close(feedback=sender.feedback, reason="", version=3, by=cast.alice, now=now)
    page = sender.page()
    assert "Ärendet är klart" in page
    assert "Be oss titta igen" in page
    assert "Vill du lägga till något?" not in page
    assert sender.say(f"{CASE}titta-igen/", reason="Det hände igen.") == 302
    assert (sender.feedback.status, sender.feedback.closed_on) == ("reopened", None)


def test_praise_promises_no_answer(cast: Cast) -> None:
    assert "Du får svar senast" not in Sender(cast, rules.Sort.PRAISE).page()


def test_without_a_code_there_is_only_the_door(sender: Sender) -> None:
    for address in (CASE, f"{CASE}blev-det-bra/", f"{CASE}titta-igen/"):
        answer = Client().post(address, {"more": "x", "reason": "x", "contentment": "not"})
        assert answer["Location"] == "/tyck-till/folj/"
    assert events(sender.feedback) == ["received"]


def test_two_senders_see_their_own(sender: Sender) -> None:
    other = Sender(sender.cast)
    assert sender.feedback.reference not in other.page()
    other.client.post("/tyck-till/folj/", {"code": sender.code})
    assert sender.feedback.reference in other.page(), "the last code given is the one followed"


def test_leaving_forgets(sender: Sender) -> None:
    sender.client.post("/tyck-till/folj/klar/")
    assert sender.client.get(CASE)["Location"] == "/tyck-till/folj/"


def test_the_browser_forgets_within_an_hour_but_a_persons_login_stays(sender: Sender) -> None:
    assert sender.client.session.get_expiry_age() <= 3600
    bo = as_(sender.cast.bo)
    bo.post("/tyck-till/folj/", {"code": sender.code})
    assert bo.session.get_expiry_age() > 3600


def test_a_record_that_is_gone_is_followed_no_longer(sender: Sender) -> None:
    Following.objects.all().delete()
    assert sender.client.get(CASE)["Location"] == "/tyck-till/folj/"


def test_a_code_is_shown_for_half_an_hour(cast: Cast) -> None:
    visitor = Visitor().go().send()
    Feedback.objects.update(received_at=timezone.now() - timedelta(minutes=31))
    page = visitor.client.get(visitor.address).content.decode()
    assert "Koden visas inte längre." in page
    assert visitor.client.get(visitor.address.replace("/tack/", "/tack/kod/")).status_code == 404


def test_the_easy_words_stay_until_the_ordinary_are_asked_for(cast: Cast) -> None:
    sender = Sender(cast)
    assert "Du behöver inte göra något nu." not in sender.page()
    assert "Skriv din kod här." in sender.client.get("/tyck-till/folj/?latt=1").content.decode()
    page = sender.page()
    assert "Du behöver inte göra något nu." in page
    assert "Vi har fått det du skrev" in page
    assert 'class="public easy"' in page
    assert sender.say(CASE, more="Det var i måndags.") == 302
    sender.answered()
    assert "Läs vårt svar här." in sender.page()
    assert "Läs vårt svar här." not in sender.client.get(f"{CASE}?latt=0").content.decode()
    assert "Vi har svarat dig" in sender.page()


def test_easy_words_are_forgotten_with_the_code(cast: Cast) -> None:
    sender = Sender(cast)
    sender.client.get(f"{CASE}?latt=1")
    sender.client.post("/tyck-till/folj/klar/")
    assert 'class="public easy"' not in sender.client.get("/tyck-till/folj/").content.decode()
