"""Searching in what people wrote: within the reader's scope, noted, and never by the address."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.models import Record
from varvet.kernel.search import texts
from varvet.kernel.search.forms import A_YEAR
from varvet.kernel.search.references import as_reference
from varvet.kernel.search.texts import Question, search_texts
from varvet.registers.deviations.tests.factories import assessed, reported
from varvet.registers.deviations.tests.outside_cases import in_health_care, nurse

PAGE = "/sok/"
ASKED = {"first_day": "2026-01-01", "last_day": "2026-12-31", "kind": "", "unit": ""}


def asked(words: str, **changes: object) -> Question:
    return Question(**{"words": words, "first_day": TODAY - A_YEAR, "last_day": TODAY, **changes})  # type: ignore[arg-type]  # values of the dataclass's own fields


def found_by(cast: Cast, name: str, question: Question) -> list[str]:
    result = search_texts(reader_of(getattr(cast, name)), question)
    return [hit.record.reference for hit in result.hits]


@pytest.fixture
def two(cast: Cast) -> tuple[Record, Record]:
    """One deviation in each unit, both with the word."""
    return (
        reported(cast, what="Medicinen glömdes i skåpet."),
        reported(cast, unit=cast.b, by=cast.cecilia, what="Två mediciner förväxlades."),
    )


@pytest.mark.parametrize(
    ("name", "units"),
    [("alice", "a"), ("cecilia", "b"), ("eva", "ab"), ("dag", "ab"), ("stranger", ""), ("bo", ""), ("gun", "")],
)
def test_it_is_searched_where_the_reader_handles(cast: Cast, two: tuple[Record, Record], name: str, units: str) -> None:
    expected = [record.reference for letter, record in zip("ab", two, strict=True) if letter in units]
    assert found_by(cast, name, asked("medicin")) == expected[::-1]


def test_a_unit_outside_the_scope_finds_nothing(cast: Cast, two: tuple[Record, Record]) -> None:
    assert found_by(cast, "alice", asked("medicin", unit=cast.b.pk)) == []
    assert found_by(cast, "eva", asked("medicin", unit=cast.b.pk)) == [two[1].reference]
    assert len(found_by(cast, "eva", asked("medicin", unit=cast.department.pk))) == 2


def test_only_the_period_is_searched(cast: Cast) -> None:
    old = reported(cast, now=NOW - timedelta(days=400), what="Medicinen glömdes.")
    assert found_by(cast, "alice", asked("medicin")) == []
    assert found_by(cast, "alice", asked("medicin", first_day=TODAY - timedelta(days=400))) == [old.reference]


def test_a_search_is_noted_without_its_words(cast: Cast, two: tuple[Record, Record]) -> None:
    found_by(cast, "eva", asked("förväxlades", unit=cast.department.pk))
    noted = AuditEvent.objects.get(event="searched")
    assert (noted.kind, noted.actor_id, noted.unit_id) == ("search", cast.eva.pk, cast.department.pk)
    assert noted.data == {"register": "", "from": "2025-03-16", "to": "2026-03-16", "texts": 2, "found": 1}
    read = ReadEvent.objects.get(part="search")
    assert (read.record_id, read.actor_id) == (two[1].pk, cast.eva.pk)


def test_a_search_that_finds_nothing_is_noted_too(cast: Cast) -> None:
    found_by(cast, "eva", asked("ingenting"))
    assert AuditEvent.objects.get(event="searched").data["found"] == 0


def test_what_is_not_read_for_lack_of_room_is_said(
    cast: Cast, two: tuple[Record, Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MOST_RECORDS", 1)
    result = search_texts(reader_of(cast.eva), asked("medicin"))
    assert not result.all_read
    assert result.texts == 1


def test_only_so_many_are_shown_and_read(
    cast: Cast, two: tuple[Record, Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MOST_SHOWN", 1)
    result = search_texts(reader_of(cast.eva), asked("medicin"))
    assert (len(result.hits), result.found) == (1, 2)
    assert ReadEvent.objects.filter(part="search").count() == 1


@pytest.fixture
def alice(cast: Cast) -> Client:
    return as_(cast.alice)


def test_the_page_shows_where_it_was_found(alice: Client, two: tuple[Record, Record]) -> None:
    response = alice.post(PAGE, {"q": "medicin"} | ASKED)
    page = text_of(response)
    assert two[0].reference in page
    assert "<mark>Medicinen</mark> glömdes i skåpet." in page
    assert two[1].reference not in page
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_box_on_every_page_sends_the_words_alone(alice: Client, cast: Cast) -> None:
    today = localdate()
    record = reported(cast, now=now() - timedelta(days=364), what="Medicinen glömdes.")
    page = text_of(alice.post(PAGE, {"q": "medicin"}))
    assert record.reference in page
    assert f"från ärenden som inkom {today - A_YEAR} till {today}." in page


def test_words_in_an_address_are_not_searched_for(alice: Client, two: tuple[Record, Record]) -> None:
    page = text_of(alice.get(f"{PAGE}?q=medicin"))
    assert two[0].reference not in page
    assert not AuditEvent.objects.filter(event="searched").exists()


@pytest.mark.parametrize("how", ["get", "post"])
def test_a_number_leads_straight_there(alice: Client, two: tuple[Record, Record], how: str) -> None:
    response = getattr(alice, how)(PAGE, {"q": two[0].reference.lower()})
    assert response.status_code == 302
    assert response.headers["Location"] == f"/avvikelser/{two[0].reference}/"


def test_a_number_of_somebody_elses_looks_like_none(alice: Client, two: tuple[Record, Record]) -> None:
    pages = [text_of(alice.post(PAGE, {"q": number})) for number in (two[1].reference, "AVV-1999-0001")]
    theirs, none = [re.sub('value="[^"]{64}"|X-CSRFToken[^}]+', "", page) for page in pages]
    assert theirs.replace(two[1].reference, "AVV-1999-0001") == none


def test_a_reporter_finds_the_own_report_by_number_and_no_words(cast: Cast, two: tuple[Record, Record]) -> None:
    bo = as_(cast.bo)
    assert bo.post(PAGE, {"q": two[0].reference}).status_code == 302
    page = text_of(bo.post(PAGE, {"q": "medicin"} | ASKED))
    assert two[0].reference not in page
    assert not AuditEvent.objects.filter(event="searched").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"q": ""},
        {"q": "..."},
        {"q": "x" * 201},
        {"q": "nul\0"},
        {"q": "ord", "first_day": "2026-02-30"},
        {"q": "ord", "first_day": "0001-01-01", "last_day": "9999-12-31"},
        {"q": "ord", "first_day": "2026-03-02", "last_day": "2026-03-01"},
        {"q": "ord", "kind": "nonsense"},
        {"q": "ord", "unit": "nonsense"},
        {"q": "ord", "unit": "99999999999999999999999"},
    ],
)
def test_what_cannot_be_meant_is_said(alice: Client, wrong: dict[str, str]) -> None:
    assert alice.post(PAGE, ASKED | wrong).status_code == 422
    assert not AuditEvent.objects.filter(event="searched").exists()


def test_another_unit_cannot_be_named(alice: Client, cast: Cast) -> None:
    assert alice.post(PAGE, {"q": "ord", "unit": str(cast.b.pk)} | ASKED | {"unit": cast.b.pk}).status_code == 422


def test_hostile_text_is_text(alice: Client, cast: Cast) -> None:
    reported(cast, what="<script>alert(1)</script> medicin <b>fet</b>")
    page = alice.post(PAGE, {"q": "medicin"} | ASKED).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>medicin</mark> &lt;b&gt;fet" in page


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("AVV-2026-0012", "AVV-2026-0012"),
        (" avv 2026 12 ", "AVV-2026-0012"),
        ("avv-2026-12345", "AVV-2026-12345"),
        ("2026-0012", ""),
        ("AVV-2026-0012 och mer", ""),
        ("medicin", ""),
        ("", ""),
    ],
)
def test_a_number_is_known_however_it_is_written(written: str, reference: str) -> None:
    assert as_reference(written) == reference


def test_who_follows_health_care_searches_in_that_alone(cast: Cast) -> None:
    maja, care = nurse(cast), in_health_care(cast)
    other = assessed(cast)
    found = search_texts(reader_of(maja), asked("väntrummet"))
    assert [hit.record.reference for hit in found.hits] == [care.reference]
    assert found.texts > 0
    client = as_(maja)
    assert "Du får inte söka" not in text_of(client.get(PAGE))
    page = text_of(client.post(PAGE, {"q": "väntrummet", "first_day": "2020-01-01", "last_day": "2099-12-31"}))
    assert care.reference in page
    assert other.reference not in page
