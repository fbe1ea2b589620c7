"""Det har vi ändrat: what everybody reads, what nobody finds there, and the way of whoever publishes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.queries import public
from varvet.registers.improvements.tests.factories import WHY, fresh
from varvet.registers.improvements.tests.public_factories import (
    DID,
    SAID,
    SECRET_WHAT,
    WORDS,
    make_published,
    make_told_of,
    make_written,
)

PAGE = "/det-har-vi-andrat/exempelby/"
POSTER = f"{PAGE}affisch/"
EARLIER = NOW - timedelta(days=70)
CHOOSE = "/atgarder/det-har-vi-andrat/"


def place(held: Improvement, name: str) -> str:
    return reverse(f"improvements:{name}", args=[held.reference])


def test_everybody_reads_the_words_and_nothing_of_the_record(cast: Cast) -> None:
    held = make_published(cast)
    for address in (PAGE, POSTER):
        page = text_of(Client().get(address))
        assert SAID in page
        assert DID in page
        assert "Barn och unga" in page
        assert "mars 2026" in page
        for secret in (SECRET_WHAT, WHY, held.reference, "SYN-2026", cast.a.name, cast.eva.email):
            assert secret not in page
    assert not ReadEvent.objects.exists()


def test_a_draft_and_what_was_taken_down_are_read_by_nobody(cast: Cast) -> None:
    make_written(cast)
    gone = make_published(cast, replace(WORDS, we_did="Vi har bytt lås."))
    actions.withdraw(improvement=gone, reason="Fel.", version=gone.version, by=cast.eva, now=NOW)
    for address in (PAGE, POSTER):
        page = text_of(Client().get(address))
        assert DID not in page
        assert "Vi har bytt lås." not in page
        assert "Här finns inget att läsa än" in page


def test_an_organisation_has_a_page_of_its_own(cast: Cast) -> None:
    make_published(cast)
    assert DID not in text_of(Client().get("/det-har-vi-andrat/annanstad/"))
    assert Client().get("/det-har-vi-andrat/ingenstans/").status_code == 404
    assert Client().get(f"/det-har-vi-andrat/{cast.a.slug}/").status_code == 404
    roots = text_of(Client().get("/det-har-vi-andrat/"))
    assert PAGE in roots
    assert "/det-har-vi-andrat/annanstad/" in roots


def test_the_newest_stands_first_and_an_area_by_itself(cast: Cast) -> None:
    make_published(cast, now=EARLIER)
    make_published(cast, replace(WORDS, area="adults", we_did="Kvällstider finns."))
    page = text_of(Client().get(PAGE))
    assert page.index("Kvällstider finns.") < page.index(DID)
    only = text_of(Client().get(f"{PAGE}?omrade=adults"))
    assert "Kvällstider finns." in only
    assert DID not in only
    for odd in ("?omrade=%00", "?omrade=moon", "?sida=0", "?sida=x"):
        assert DID in text_of(Client().get(f"{PAGE}{odd}"))


def test_older_changes_are_on_a_page_of_their_own(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "PAGE", 1)
    make_published(cast, now=EARLIER)
    make_published(cast, replace(WORDS, we_did="Kvällstider finns."))
    first, second = (text_of(Client().get(f"{PAGE}?sida={number}")) for number in (1, 2))
    assert ("Kvällstider finns." in first, DID in first) == (True, False)
    assert ("Kvällstider finns." in second, DID in second) == (False, True)
    assert ('rel="next"' in first, 'rel="prev"' in first) == (True, False)
    assert ('rel="next"' in second, 'rel="prev"' in second) == (False, True)


def test_whoever_reads_can_say_something_too(cast: Cast) -> None:
    assert 'href="/tyck-till/exempelby/"' in text_of(Client().get(PAGE))


def test_hostile_words_are_shown_as_they_are(cast: Cast) -> None:
    make_published(cast, replace(WORDS, we_did="<script>alert(1)</script>"))
    page = text_of(Client().get(PAGE))
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_is_told_in_english_and_the_words_stay(cast: Cast) -> None:
    make_published(cast)
    page = text_of(Client(headers={"accept-language": "en"}).get(PAGE))
    assert f'lang="sv">{SAID}' in page


def test_the_whole_way_by_its_forms(cast: Cast) -> None:
    held, client = make_told_of(cast), as_(cast.eva)
    assert SECRET_WHAT in text_of(client.get(CHOOSE))
    start = text_of(client.get(place(held, "write_public")))
    assert '<option value="children" selected>' in start
    words = {"you_said": "Anna Svensson tycker att brevet är svårt.", "we_did": DID, "area": "children"}
    answer = client.post(place(held, "write_public"), {"version": held.version, **words})
    assert answer["Location"] == place(held, "publish")
    preview = text_of(client.get(answer["Location"]))
    assert "kan vara ett namn" in preview
    assert "Anna Svensson" not in text_of(Client().get(PAGE))
    version = fresh(held.pk).version
    unread = client.post(place(held, "publish"), {"version": version})
    assert unread.status_code == 422
    assert "Läs texten och bekräfta" in text_of(unread)
    words["you_said"] = SAID
    client.post(place(held, "write_public"), {"version": version, **words})
    sent = {"version": fresh(held.pk).version, "read_through": "on"}
    assert client.post(place(held, "publish"), sent)["Location"] == CHOOSE
    assert SAID in text_of(Client().get(PAGE))
    sent = {"version": fresh(held.pk).version, "reason": "Någon kände igen sig."}
    assert client.post(place(held, "withdraw"), sent)["Location"] == CHOOSE
    assert SAID not in text_of(Client().get(PAGE))


def test_somebody_saved_first(cast: Cast) -> None:
    held, client = make_written(cast), as_(cast.eva)
    sent = {"version": held.version - 1, "you_said": "Mitt ord.", "we_did": DID, "area": "children"}
    answer = client.post(place(held, "write_public"), sent)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Någon annan har ändrat" in page
    assert SAID in page
    assert "Mitt ord." in page


@pytest.mark.parametrize("name", ["write_public", "publish", "withdraw"])
def test_only_those_who_publish_open_its_pages(cast: Cast, name: str) -> None:
    held = make_published(cast)
    for user, status in ((cast.alice, 403), (cast.dag, 403), (cast.cecilia, 404), (cast.stranger, 404)):
        assert as_(user).get(place(held, name)).status_code == status
    for user in (cast.alice, cast.dag, cast.bo, cast.hugo):
        assert as_(user).get(CHOOSE).status_code == 403


def test_what_cannot_be_told_has_no_form(cast: Cast) -> None:
    held = make_told_of(cast, "lex_sarah")
    assert as_(cast.eva).get(place(held, "write_public")).status_code == 409
    assert SECRET_WHAT not in text_of(as_(cast.eva).get(CHOOSE))


def test_the_improvement_leads_there_for_those_who_publish(cast: Cast) -> None:
    held = make_told_of(cast)
    link = place(held, "write_public")
    assert link in text_of(as_(cast.eva).get(place(held, "page")))
    assert link not in text_of(as_(cast.alice).get(place(held, "page")))


def test_a_longer_page_costs_no_more(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(3):
        make_published(cast)
    with django_assert_num_queries(4):  # the root, the areas, the changes, and whether this is a demo
        Client().get(PAGE)
