"""The pages of what one has been told: one's own, only what one may still see, and each leads to its record."""

import re

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.notifications import queries
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Choice, Notification
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records.models import Confidentiality, Record
from varvet.registers.deviations.tests.factories import SECRET, reported
from varvet.registers.lex_sarah.tests.factories import make_reported, make_stage

LIST, SETTINGS = "/aviseringar/", "/installningar/aviseringar/"


def told(user: User) -> list[Notification]:
    return list(Notification.objects.filter(receiver=user).order_by("pk"))


def tell_again(record: Record, user: User, event: Event = Event.OVERDUE) -> None:
    with transaction.atomic():
        tell(record, event, to=[user], by=None, now=NOW)


def test_an_arrival_is_shown_and_counted(cast: Cast) -> None:
    deviation = reported(cast)
    page = text_of(as_(cast.alice).get(LIST))
    assert f"{deviation.reference} har kommit in." in page
    assert "1 oläst avisering" in page
    assert SECRET not in page
    assert not re.search(rf"\b{cast.bo.name}\b", page)


def test_it_leads_to_the_record_and_is_read_then(cast: Cast) -> None:
    deviation = reported(cast)
    [row] = told(cast.alice)
    answered = as_(cast.alice).get(f"{LIST}{row.pk}/")
    assert answered["Location"] == f"/avvikelser/{deviation.reference}/"
    row.refresh_from_db()
    assert row.read_at is not None
    assert queries.count_unread(reader_of(cast.alice)) == 0
    assert "Ny</b>" not in text_of(as_(cast.alice).get(f"{LIST}?visa=alla"))


def test_somebody_elses_is_not_there(cast: Cast) -> None:
    reported(cast)
    [row] = told(cast.alice)
    for name in ("bo", "cecilia", "dag", "stranger", "hugo"):
        assert as_(getattr(cast, name)).get(f"{LIST}{row.pk}/").status_code == 404
    row.refresh_from_db()
    assert row.read_at is None


def test_who_has_left_the_unit_finds_no_trace(cast: Cast) -> None:
    deviation = reported(cast)
    [row] = told(cast.alice)
    Assignment.objects.filter(user=cast.alice).update(unit=cast.b)
    browser = as_(cast.alice)
    assert deviation.reference not in text_of(browser.get(f"{LIST}?visa=alla"))
    assert browser.get(f"{LIST}{row.pk}/").status_code == 404
    assert queries.count_unread(reader_of(cast.alice)) == 0


def test_a_manager_shut_out_later_finds_no_trace(cast: Cast) -> None:
    case = make_reported(make_stage(cast))
    tell_again(case, cast.alice)
    assert queries.count_unread(reader_of(cast.alice)) == 1
    Record.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert queries.count_unread(reader_of(cast.alice)) == 0
    assert case.reference not in text_of(as_(cast.alice).get(f"{LIST}?visa=alla"))


def test_all_are_marked_as_read_but_not_what_has_come_since(cast: Cast) -> None:
    reported(cast)
    [first] = told(cast.alice)
    reported(cast)
    as_(cast.alice).post(f"{LIST}lasta/", {"till": str(first.pk)})
    assert [row.read_at is None for row in told(cast.alice)] == [False, True]


def test_marking_reads_nobody_elses(cast: Cast) -> None:
    reported(cast)
    [row] = told(cast.alice)
    as_(cast.eva).post(f"{LIST}lasta/", {"till": str(row.pk)})
    assert queries.count_unread(reader_of(cast.alice)) == 1


@pytest.mark.parametrize("written", ["", "x", "-1", "9" * 40, "\0", "²"])
def test_a_mangled_number_marks_nothing(cast: Cast, written: str) -> None:
    reported(cast)
    assert as_(cast.alice).post(f"{LIST}lasta/", {"till": written}).status_code == 302
    assert queries.count_unread(reader_of(cast.alice)) == 1
    assert as_(cast.alice).get(LIST, {"efter": written}).status_code == 200


def test_a_long_list_is_paged(cast: Cast) -> None:
    deviation = reported(cast)
    for _ in range(queries.SIZE):
        tell_again(deviation, cast.alice)
    browser = as_(cast.alice)
    first = text_of(browser.get(LIST))
    assert first.count("<li class=") - text_of(browser.get(f"{LIST}?visa=olasta&efter=1")).count("<li class=") == 50
    assert 'rel="next"' in first


def test_the_count_is_one_query_and_stops_at_a_hundred(cast: Cast) -> None:
    deviation = reported(cast)
    Notification.objects.bulk_create(
        Notification(receiver=cast.alice, record=deviation, kind=deviation.kind, event="due", created_at=NOW)
        for _ in range(150)
    )
    reader = Reader(cast.alice, TODAY)
    queries.count_unread(reader)  # whose scopes are kept for the request
    with CaptureQueriesContext(connection) as asked:
        assert queries.count_unread(reader) == 100
    assert len(asked) == 1


def test_a_page_costs_the_same_however_much_has_been_told(cast: Cast) -> None:
    deviation = reported(cast)
    browser, costs = as_(cast.alice), []
    for _ in range(2):
        tell_again(deviation, cast.alice)
        browser.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            browser.get(LIST)
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 15


def test_one_chooses_for_oneself(cast: Cast) -> None:
    browser = as_(cast.eva)
    page = browser.get(SETTINGS)
    assert page.status_code == 200
    filled = {event.value: "never" for event in Event} | {"wide": "on"}
    assert browser.post(SETTINGS, filled).status_code == 302
    assert set(Choice.objects.values_list("user_id", "mode")) == {(cast.eva.pk, "never")}
    reported(cast)
    assert [row.mail_due_at for row in told(cast.eva)] == [None]
    assert 'value="never" selected' in text_of(browser.get(SETTINGS))


def test_a_choice_that_does_not_exist_is_refused(cast: Cast) -> None:
    filled = {event.value: "never" for event in Event} | {"arrived": "by pigeon"}
    assert as_(cast.eva).post(SETTINGS, filled).status_code == 422
    assert not Choice.objects.exists()


@pytest.mark.parametrize("address", [LIST, f"{LIST}1/", SETTINGS])
def test_somebody_unknown_is_asked_to_log_in(db: None, address: str) -> None:
    assert Client().get(address)["Location"].startswith("/konto/")
