"""Telling of a wrong payment: once, by those who work there, with its trail and its fact."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.payment_errors import actions
from varvet.registers.payment_errors.models import Narrative, PaymentError
from varvet.registers.payment_errors.tests.factories import SECRET, completed, events, happenings, reported

ADDRESS = "/felaktiga-utbetalningar/"


def test_it_becomes_a_record_with_trail_and_fact(cast: Cast) -> None:
    error = reported(cast)
    assert (error.reference, error.status, error.channel) == ("FUT-2026-0001", "received", "tip")
    assert events(error) == ["received"]
    assert happenings(error) == [("received", "")]
    assert Narrative.objects.get(of=error).text == SECRET


def test_sent_twice_it_is_one_record(cast: Cast) -> None:
    content = actions.Report(cast.a, SECRET)
    found = {actions.report(content=content, key="k", by=cast.bo, now=NOW).pk for _ in range(2)}
    assert len(found) == PaymentError.objects.count() == 1


def test_it_is_told_of_where_one_works(cast: Cast) -> None:
    for outsider in (cast.cecilia, cast.stranger, cast.hugo, cast.gun):
        with pytest.raises(NotAllowed):
            reported(cast, by=outsider)


def test_something_must_be_told(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="Berätta vad det gäller"):
        actions.report(content=actions.Report(cast.a, "  "), key="k", by=cast.bo, now=NOW)


def test_the_form_makes_a_record(cast: Cast) -> None:
    sent = {"key": "k", "what": SECRET, "channel": "own", "unit": str(cast.a.pk)}
    client = as_(cast.bo)
    assert client.get(f"{ADDRESS}ny/", follow=True).status_code == 200
    assert client.post(f"{ADDRESS}ny/", sent)["Location"] == f"{ADDRESS}FUT-2026-0001/"
    empty = client.post(f"{ADDRESS}ny/", {"key": "j"})
    assert empty.status_code == 422
    assert "Berätta vad det gäller." in empty.content.decode()


def test_lists_hold_neither_words_nor_amounts(cast: Cast) -> None:
    error = completed(cast)
    page = as_(cast.alice).get(ADDRESS).content.decode()
    assert error.reference in page
    assert "Anna Ek" not in page
    assert "200" not in page.split("<table", 1)[1]
    assert as_(cast.bo).get(ADDRESS).status_code == 403


def test_the_amount_is_read_by_those_who_handle(cast: Cast) -> None:
    error = completed(cast)
    address = f"{ADDRESS}{error.reference}/"
    assert "4\u202f200" in as_(cast.alice).get(address).content.decode()
    assert "4\u202f200" not in as_(cast.dag).get(address).content.decode()
    assert ReadEvent.objects.filter(record_id=error.pk).count() == 2


def test_whoever_told_reads_what_they_told_and_no_more(cast: Cast) -> None:
    error = completed(cast)
    page = as_(cast.bo).get(f"{ADDRESS}{error.reference}/").content.decode()
    assert SECRET in page
    assert "Lönen var inte redovisad." not in page
    assert "4\u202f200" not in page


def test_strangers_find_nothing(cast: Cast) -> None:
    error = reported(cast)
    for outsider in (cast.cecilia, cast.stranger, cast.hugo, cast.gun):
        assert as_(outsider).get(f"{ADDRESS}{error.reference}/").status_code == 404
