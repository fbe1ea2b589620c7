"""A unit's link: made and revoked by those who handle, told in the trail, its code word kept as a hash alone."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.crypto import written
from varvet.kernel.law.days import day_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import UnitLink
from varvet.registers.deviations.models.codes import follow_code, hash_of_code, link_token, link_word
from varvet.registers.deviations.rules import links


@pytest.fixture(autouse=True)
def _quick(settings: Settings) -> None:
    """The hash of the product takes a tenth of a second by design; what is tested here is what is done with it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def made(cast: Cast, *, key: str = "k" * 32, last_day: date = TODAY + timedelta(days=30)) -> actions.NewLink:
    return actions.make_link(unit=cast.a, last_day=last_day, key=key, by=cast.alice, now=NOW)


def events() -> list[tuple[str, int | None, int | None]]:
    return list(AuditEvent.objects.order_by("pk").values_list("event", "actor_id", "unit_id"))


def test_a_link_is_made_and_told_in_the_trail(cast: Cast) -> None:
    new = made(cast)
    assert (new.link.unit, new.link.made_by, new.link.revoked_at) == (cast.a, cast.alice, None)
    assert events() == [("link_made", cast.alice.pk, cast.a.pk)]


def test_the_code_word_is_kept_as_a_hash(cast: Cast, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    new = made(cast)
    stored = UnitLink.objects.get()
    assert new.word not in stored.word_hash
    assert stored.word_hash.startswith("scrypt$")
    assert new.word not in str(AuditEvent.objects.get().data)


def test_a_double_click_makes_one_link_and_shows_the_same_word(cast: Cast) -> None:
    first, again, other = made(cast), made(cast), made(cast, key="o" * 32)
    assert (first.link.pk, first.word) == (again.link.pk, again.word)
    assert other.link.token != first.link.token
    assert UnitLink.objects.count() == 2


def test_two_people_with_the_same_key_make_two(cast: Cast) -> None:
    first = made(cast)
    second = actions.make_link(unit=cast.a, last_day=TODAY, key="k" * 32, by=cast.eva, now=NOW)
    assert first.link.token != second.link.token
    assert first.word != second.word


@pytest.mark.parametrize("name", ["bo", "dag", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not_make_one(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        actions.make_link(unit=cast.a, last_day=TODAY, key="k", by=getattr(cast, name), now=NOW)
    assert not UnitLink.objects.exists()


@pytest.mark.parametrize("name", ["bo", "dag", "cecilia", "stranger"])
def test_others_may_not_revoke_one(cast: Cast, name: str) -> None:
    new = made(cast)
    with pytest.raises(NotAllowed):
        actions.revoke_link(link=new.link, by=getattr(cast, name), now=NOW)
    assert UnitLink.objects.get().revoked_at is None


@pytest.mark.parametrize(("days", "code"), [(-1, "link.day.past"), (0, ""), (366, ""), (367, "link.day.far")])
def test_how_long_it_may_hold(cast: Cast, days: int, code: str) -> None:
    if not code:
        assert made(cast, last_day=TODAY + timedelta(days=days)).link.pk
        return
    with pytest.raises(RuleBroken) as broken:
        made(cast, last_day=TODAY + timedelta(days=days))
    assert broken.value.code == code


def test_revoking_twice_is_told_once(cast: Cast) -> None:
    new = made(cast)
    for _ in range(2):
        actions.revoke_link(link=new.link, by=cast.alice, now=NOW)
    assert [event for event, _, _ in events()] == ["link_made", "link_revoked"]


@pytest.mark.parametrize("written", ["{}", "{} ", " {}"])
def test_the_word_opens_however_it_is_written(cast: Cast, written: str) -> None:
    new = made(cast)
    for word in (new.word, new.word.upper(), new.word.replace("-", " ")):
        actions.open_link(link=new.link, word=written.format(word), now=NOW)


def test_ten_wrong_words_close_the_door_for_a_quarter_and_are_told(cast: Cast) -> None:
    new = made(cast)
    for _ in range(links.WRONG_TRIES):
        with pytest.raises(RuleBroken) as broken:
            actions.open_link(link=new.link, word="fel", now=NOW)
        assert broken.value.code == "link.word"
    with pytest.raises(RuleBroken) as broken:
        actions.open_link(link=new.link, word=new.word, now=NOW + timedelta(minutes=14, seconds=59))
    assert broken.value.code == "link.tries"
    assert [event for event, _, _ in events()] == ["link_made", "link_guessed"]
    actions.open_link(link=new.link, word=new.word, now=NOW + timedelta(minutes=15))


def test_wrong_words_are_counted_anew_after_a_quarter(cast: Cast) -> None:
    new = made(cast)
    for number in range(3 * links.WRONG_TRIES):
        with pytest.raises(RuleBroken) as broken:
            actions.open_link(link=new.link, word="fel", now=NOW + number * timedelta(minutes=2))
        assert broken.value.code == "link.word", "eight in a quarter are not too many"


@pytest.mark.parametrize(("revoked", "days", "opens"), [(False, 0, True), (False, 1, False), (True, 0, False)])
def test_a_closed_link_opens_for_nobody(cast: Cast, revoked: bool, days: int, opens: bool) -> None:  # noqa: FBT001
    new = made(cast, last_day=TODAY)
    if revoked:
        actions.revoke_link(link=new.link, by=cast.alice, now=NOW)
    link = UnitLink.objects.get()
    if opens:
        actions.open_link(link=link, word=new.word, now=NOW + timedelta(days=days))
        return
    with pytest.raises(RuleBroken) as broken:
        actions.open_link(link=link, word=new.word, now=NOW + timedelta(days=days))
    assert broken.value.code == "link.closed"


def test_codes_are_long_and_spread() -> None:
    """71 bits in a follow-up code, 128 in an address, 23 in a code word, which may be tried ten times a quarter."""
    keys = [new_key() for _ in range(2_000)]
    for make in (follow_code, link_token):
        assert len({make(key) for key in keys}) == len(keys)
    letters = {letter for key in keys for letter in follow_code(key)} - {"-"}
    assert letters == set(written.LETTERS)
    assert len(written.LETTERS) ** written.CODE_LENGTH > 2**71
    assert len(set(links.WORDS)) ** 2 * 900 > 2**23
    assert len({link_word(key) for key in keys}) > 1_990


def test_a_code_is_the_same_however_it_is_written() -> None:
    code = follow_code("key")
    assert hash_of_code(code) == hash_of_code(f" {code.lower().replace('-', ' ')} ")
    assert hash_of_code(code) != hash_of_code(code[:-1])


def test_the_pages_of_a_manager(cast: Cast) -> None:
    client = as_(cast.alice)
    assert "Mottagning A" in text_of(client.get("/rapportera/lankar/"))
    address = f"/rapportera/lankar/{cast.a.pk}/"
    page = text_of(client.post(address, {"key": "k" * 32, "last_day": "2999-01-01"}))
    assert "En länk gäller högst ett år." in page
    now = timezone.now()
    link = actions.make_link(unit=cast.a, last_day=day_of(now), key="o" * 32, by=cast.alice, now=now).link
    assert "Stäng länken" in text_of(client.get(address))
    assert f"/r/{link.token}/" in text_of(client.get(f"{address}affisch/?lank={link.pk}"))
    assert client.post(f"/rapportera/lankar/{link.pk}/stang/").status_code == 302
    assert "Stäng länken" not in text_of(client.get(address))
    assert link.token not in text_of(client.get(f"{address}affisch/?lank={link.pk}"))
    assert "data:image/svg+xml" in text_of(client.get(f"/rapportera/blankett/{cast.a.pk}/"))


@pytest.mark.parametrize(("name", "status"), [("bo", 403), ("dag", 403), ("cecilia", 404), ("stranger", 404)])
def test_the_pages_are_not_for_others(cast: Cast, name: str, status: int) -> None:
    link = made(cast).link
    client = as_(getattr(cast, name))
    for address in (f"/rapportera/lankar/{cast.a.pk}/", f"/rapportera/lankar/{cast.a.pk}/affisch/"):
        assert client.get(address).status_code == status
    assert client.post(f"/rapportera/lankar/{link.pk}/stang/").status_code == status
    assert UnitLink.objects.get().revoked_at is None


@pytest.mark.parametrize(("name", "status"), [("bo", 200), ("cecilia", 404), ("gun", 403), ("stranger", 404)])
def test_the_paper_form_is_for_those_who_report_there(cast: Cast, name: str, status: int) -> None:
    assert as_(getattr(cast, name)).get(f"/rapportera/blankett/{cast.a.pk}/").status_code == status


@pytest.mark.parametrize("asked", ["0", "x", "-1", "9" * 30, "%00"])
def test_a_poster_for_no_link_shows_the_staffs(cast: Cast, asked: str) -> None:
    page = text_of(as_(cast.alice).get(f"/rapportera/lankar/{cast.a.pk}/affisch/?lank={asked}"))
    assert "logga in som vanligt" in page
