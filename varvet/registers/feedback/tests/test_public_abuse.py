"""Limits without tracking: who is asked for a sum, how codes are guessed in vain, and what is left of anybody."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone

from varvet.kernel.access.address import address_of
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.crypto import written
from varvet.kernel.crypto.handed import follow_code, hash_of_code
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.once import new_key
from varvet.registers.feedback import queries
from varvet.registers.feedback.actions import note_attempt
from varvet.registers.feedback.models import KIND, Attempt, Feedback
from varvet.registers.feedback.rules import public
from varvet.registers.feedback.tests.visitor import Visitor, the_sum
from varvet.registers.feedback.views import form_key

DOOR = "/tyck-till/folj/"


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every form has been open for a minute."""
    monkeypatch.setattr(form_key.FormKey, "seconds_open", 60.0)


@pytest.mark.parametrize(
    ("sending", "doubtful"),
    [
        (public.Sending(60, "", 0), False),
        (public.Sending(4, "", 4), False),
        (public.Sending(3.9, "", 0), True),
        (public.Sending(60, "http://", 0), True),
        (public.Sending(60, "", 5), True),
    ],
)
def test_who_is_asked_for_a_sum(sending: public.Sending, doubtful: bool) -> None:  # noqa: FBT001 - a truth table
    assert public.is_doubtful(sending) == doubtful


def test_every_sum_can_be_said_and_is_small() -> None:
    for day in range(16):
        first, second = public.sum_of(day)
        assert public.NUMBERS[first]
        assert public.NUMBERS[second]
        assert first + second < 10


@pytest.mark.usefixtures("_patient")
def test_a_person_is_asked_nothing(cast: Cast) -> None:
    visitor = Visitor().go().press("skicka")
    assert visitor.status == 200
    assert "Din kod" in visitor.text


@pytest.mark.usefixtures("_patient")
@pytest.mark.parametrize("answer", ["", "nio", "0", "1", "\x00"])
def test_what_fills_in_everything_is_asked_and_nothing_is_lost(cast: Cast, answer: str) -> None:
    visitor = Visitor().go(what="Ingen ringde.").press("skicka", website="http://x", total=answer)
    assert (visitor.status, "Hur mycket är" in visitor.text) == (422, True)
    assert "Ingen ringde." in visitor.text
    assert not Feedback.objects.exists()
    assert "Din kod" in visitor.press("skicka", website="http://x", total=the_sum()).text


@pytest.mark.usefixtures("_patient")
def test_the_sixth_within_an_hour_is_asked_and_the_next_hour_nobody_is(cast: Cast) -> None:
    asked = [Visitor().go().press("skicka").status for _ in range(6)]
    assert asked == [200] * 5 + [422]
    Attempt.objects.update(hour=public.window_of(timezone.now() - timedelta(hours=1)))
    assert Visitor().go().press("skicka").status == 200
    assert Attempt.objects.count() == 1, "what was counted the hour before is gone"


def test_a_quick_form_is_asked(cast: Cast) -> None:
    assert Visitor().go().press("skicka").status == 422


def test_more_than_anybody_writes_is_refused_and_what_was_written_stays(cast: Cast) -> None:
    source = queries.source_of("127.0.0.1", timezone.now())
    hour = public.window_of(timezone.now())
    Attempt.objects.create(purpose="sending", source=source, hour=hour, count=public.MOST_SENDINGS)
    visitor = Visitor().go(what="Ingen ringde.").press("skicka", total=the_sum())
    assert (visitor.status, "Skicka igen om en timme." in visitor.text) == (422, True)
    assert "Ingen ringde." in visitor.text


def test_a_source_is_another_one_tomorrow_and_is_no_address(cast: Cast) -> None:
    today, tomorrow = queries.source_of("192.0.2.7", NOW), queries.source_of("192.0.2.7", NOW + timedelta(days=1))
    assert today == queries.source_of("192.0.2.7", NOW + timedelta(hours=1))
    assert today != tomorrow
    note_attempt(purpose=Attempt.Purpose.SENDING, source=today, now=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM feedback_attempt")
        assert "192.0.2.7" not in str(cursor.fetchall())


def test_attempts_are_counted_by_the_hour() -> None:
    assert public.window_of(NOW).minute == 0


def test_a_code_has_more_than_sixty_bits() -> None:
    """27 letters, fifteen of them: 71 bits. A billion guesses a second for a thousand years find one in 50."""
    assert len(set(written.LETTERS)) ** written.CODE_LENGTH > 2**71
    codes = [written.bare_code(follow_code(KIND, new_key())) for _ in range(4_000)]
    assert len(set(codes)) == len(codes)
    for place in range(written.CODE_LENGTH):
        seen = [code[place] for code in codes]
        counts = [seen.count(letter) for letter in written.LETTERS]
        assert min(counts) > 90, "about 148 of each letter at each place"
        assert max(counts) < 215


def test_only_a_hash_is_kept_of_code_and_key(cast: Cast) -> None:
    visitor = Visitor().go()
    key = visitor.fields["key"]
    code = follow_code(KIND, key)
    assert code in visitor.send().page
    visitor.client.post(DOOR, {"code": code})
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the database's own names
            kept = str(cursor.fetchall())
            assert not [word for word in (code, written.bare_code(code), key) if word in kept], table


def code_of(visitor: Visitor) -> str:
    return follow_code(KIND, visitor.fields["key"])


def test_every_wrong_code_is_answered_alike(cast: Cast) -> None:
    """One that is nearly right says as little as nonsense: same status, same page but for what was written."""
    visitor = Visitor().go()
    right = code_of(visitor)
    visitor.send()
    nearly = ("3" if right[0] == "2" else "2") + right[1:]
    pages = set()
    wrong_ones = (nearly, "X" * 17, "x", "'; --", follow_code(KIND, "other"), hash_of_code(KIND, right)[:40])
    for number, wrong in enumerate(wrong_ones):
        answer = Client(REMOTE_ADDR=f"10.0.0.{number}").post(DOOR, {"code": wrong})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert page.count("Vi hittar inget med den koden. Kontrollera tecknen.") == 2
        assert "sessionid" not in answer.cookies
        pages.add(_without_own(page))
    assert len(pages) == 1


def _without_own(page: str) -> str:
    """Without what was written and the browser's own token."""
    before, _, after = page.partition('name="code" value="')
    rest = after.partition('"')[2]
    return "".join(line for line in (before + rest).splitlines() if "csrf" not in line.lower())


def test_after_a_few_wrong_codes_a_person_must_show_that_they_are_one(cast: Cast) -> None:
    visitor = Visitor().go()
    right = code_of(visitor)
    visitor.send()
    client = Client()
    for _ in range(public.CALM_CODES):
        assert "Hur mycket" not in client.get(DOOR).content.decode()
        client.post(DOOR, {"code": "FEL"})
    assert "Hur mycket är" in client.get(DOOR).content.decode()
    assert client.post(DOOR, {"code": right}).status_code == 422
    assert client.post(DOOR, {"code": right, "total": the_sum()}).status_code == 302


def test_guessing_ends_for_an_hour(cast: Cast) -> None:
    visitor = Visitor().go()
    right = code_of(visitor)
    visitor.send()
    hour, source = public.window_of(timezone.now()), queries.source_of("127.0.0.1", timezone.now())
    Attempt.objects.create(purpose="wrong_code", source=source, hour=hour, count=public.MOST_CODES)
    answer = Client().post(DOOR, {"code": right, "total": the_sum()})
    assert (answer.status_code, "Vänta en timme" in answer.content.decode()) == (422, True)
    assert Client(REMOTE_ADDR="10.0.0.9").post(DOOR, {"code": right}).status_code == 302, "nobody else is stopped"


def test_a_code_is_found_however_it_is_written(cast: Cast) -> None:
    visitor = Visitor().go()
    right = code_of(visitor)
    visitor.send()
    for told in (right.lower(), right.replace("-", " "), f"  {right} ", right.replace("-", "")):
        assert Client().post(DOOR, {"code": told}).status_code == 302


@pytest.mark.parametrize(
    ("proxies", "forwarded", "remote", "found"),
    [
        (0, "", "192.0.2.1", "192.0.2.1"),
        (0, "198.51.100.9", "192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.9", "192.0.2.1", "198.51.100.9"),
        (1, "203.0.113.5, 198.51.100.9", "192.0.2.1", "198.51.100.9"),
        (2, "203.0.113.5, 198.51.100.9, 192.0.2.8", "192.0.2.1", "198.51.100.9"),
        (2, "", "192.0.2.1", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1", ""),
        (0, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (0, "", "::ffff:192.0.2.1", "192.0.2.1"),
        (0, "", "", ""),
    ],
)
def test_where_a_request_comes_from(
    settings: LazySettings, proxies: int, forwarded: str, remote: str, found: str
) -> None:
    settings.PROXIES = proxies
    request = RequestFactory().get("/")
    request.META |= {"REMOTE_ADDR": remote} | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {})
    assert address_of(request) == found


def test_what_is_refused_says_why() -> None:
    with pytest.raises(RuleBroken, match="Räkna ut talet"):
        public.check_sum((2, 3), "6")
    public.check_sum((2, 3), " 5 ")
