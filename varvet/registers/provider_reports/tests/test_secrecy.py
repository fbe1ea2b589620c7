"""Who sees what: in lists, on pages, in searches, files and the queue; and what leads to a person."""

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.models import Fact
from varvet.kernel.search.texts import Question, search_texts
from varvet.registers.provider_reports import queries
from varvet.registers.provider_reports.tests.factories import (
    CASE,
    PAGES,
    SECRET,
    closed,
    excluded,
    following_up,
    page_of,
    registered,
)

STEPS = ("komplettera", "begar", "ta-emot", "ivo", "inte-var", "fordela", "anteckna")


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("dag", True),
        ("eva", True),
        ("alice", True),
        ("bo", False),
        ("cecilia", False),
        ("hugo", False),
        ("gun", False),
        ("stranger", False),
    ],
)
def test_it_is_seen_in_its_units_line(cast: Cast, name: str, *, seen: bool) -> None:
    report = registered(cast)
    answer = as_(getattr(cast, name)).get(page_of(report))
    assert (answer.status_code, SECRET in text_of(answer)) == ((200, True) if seen else (404, False))
    assert ReadEvent.objects.filter(record_id=report.pk).exists() == seen


def test_steps_are_not_there_for_strangers_and_refused_to_those_who_only_read(cast: Cast) -> None:
    report = registered(cast)
    alice, stranger = as_(cast.alice), as_(cast.stranger)
    for step in STEPS:
        assert alice.get(page_of(report, f"{step}/")).status_code == 403
        assert alice.post(page_of(report, f"{step}/"), {"version": 1}).status_code == 403
        assert stranger.get(page_of(report, f"{step}/")).status_code == 404
        assert stranger.post(page_of(report, f"{step}/"), {"version": 1}).status_code == 404


def test_an_excluded_manager_finds_nothing(cast: Cast) -> None:
    report, alice = excluded(cast), as_(cast.alice)
    reader = reader_of(cast.alice)
    assert alice.get(page_of(report)).status_code == 404
    assert report.reference not in text_of(alice.get(f"{PAGES}?lage=alla"))
    assert report.reference not in alice.get(f"{PAGES}fil.csv?lage=alla").getvalue().decode()
    assert queries.list_page(reader, queries.Filters(), "").total == 0
    assert report.reference in text_of(as_(cast.dag).get(f"{PAGES}?lage=alla"))


def test_the_case_reference_takes_a_permission_of_its_own(cast: Cast) -> None:
    report = registered(cast)
    assert CASE in text_of(as_(cast.dag).get(page_of(report)))
    assert ReadEvent.objects.filter(record_id=report.pk, part="case_reference", actor_id=cast.dag.pk).count() == 1
    assert CASE not in text_of(as_(cast.alice).get(page_of(report)))
    assert not ReadEvent.objects.filter(part="case_reference", actor_id=cast.alice.pk).exists()


def test_the_case_reference_stands_beside_no_form_and_in_no_list_or_file(cast: Cast) -> None:
    report, client = registered(cast), as_(cast.dag)
    for address in (*(page_of(report, f"{step}/") for step in STEPS), f"{PAGES}?lage=alla", "/att-gora/"):
        assert CASE not in text_of(client.get(address)), address
    assert CASE not in client.get(f"{PAGES}fil.csv?lage=alla").getvalue().decode()


def found_for(cast: Cast, name: str, words: str) -> int:
    report = registered(cast)
    question = Question(words, report.received_at.date(), report.received_at.date(), "provider_reports")
    return search_texts(reader_of(getattr(cast, name)), question).found


def test_what_was_told_is_found_by_those_who_see_it(cast: Cast) -> None:
    assert found_for(cast, "alice", "medicin") == 1
    assert found_for(cast, "cecilia", "medicin") == 0


def test_a_case_reference_is_found_by_nobody(cast: Cast) -> None:
    assert found_for(cast, "dag", CASE) == 0


def test_no_words_are_in_facts_trail_or_lists(cast: Cast) -> None:
    closed(cast)
    kept = repr(list(Fact.objects.values())) + repr(list(AuditEvent.objects.values()))
    client = as_(cast.eva)
    shown = text_of(client.get(f"{PAGES}?lage=alla")) + client.get(f"{PAGES}fil.csv?lage=alla").getvalue().decode()
    for word in (SECRET, "Kalle", CASE, "signeringslistan", "Personen får"):
        assert word not in kept
        assert word not in shown


def test_each_reading_of_follow_ups_is_noted(cast: Cast) -> None:
    report = following_up(cast)
    as_(cast.alice).get(page_of(report))
    parts = ReadEvent.objects.filter(record_id=report.pk, actor_id=cast.alice.pk).values_list("part", flat=True)
    assert set(parts) == {"narratives", "follow_ups"}


def test_a_legal_adviser_reads_but_does_nothing(cast: Cast) -> None:
    adviser = as_(make_person("Rut", "legal_adviser", cast.root))
    report = excluded(cast)
    assert SECRET in text_of(adviser.get(page_of(report)))
    assert adviser.get(page_of(report, "begar/")).status_code == 403
    assert "anteckna/" not in text_of(adviser.get(page_of(report)))
