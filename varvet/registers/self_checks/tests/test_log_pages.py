"""The pages of log reviews: sending, the queue, a finding and its forms, and closing."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import NOW, Cast, make_person
from varvet.kernel.audit.models import ReadEvent
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions.take_in_log import compute_review
from varvet.registers.self_checks.models import LogFinding, LogReview, Round
from varvet.registers.self_checks.rules import Method, Status
from varvet.registers.self_checks.rules.log_review import Outcome
from varvet.registers.self_checks.tests.factories import fresh
from varvet.registers.self_checks.tests.list_factories import content, here, make_list_round
from varvet.registers.self_checks.tests.log_factories import FILES, make_review

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")


def address(held: Round, name: str, *more: object) -> str:
    return reverse(f"self_checks:{name}", args=[held.reference, *more])


def files() -> dict[str, object]:
    return {
        f"file_{kind}": SimpleUploadedFile(f"{kind}.csv", content(rows, headings))
        for kind, (headings, rows) in FILES.items()
    }


def test_from_the_log_to_the_result(client: Client, cast: Cast) -> None:
    held = make_list_round(cast, Method.LOG_REVIEW)
    client.force_login(cast.alice)
    assert address(held, "log_new") in client.get(address(held, "page")).content.decode()
    assert client.get(address(held, "log_new")).status_code == 200
    fields = {"version": held.version, "source": "Treserva", "drawn": 0, "reviewers": [cast.alice.pk]}
    assert client.post(address(held, "log_new"), {**fields, **files()}).status_code == 302
    assert client.get(address(held, "log_queue"))["Refresh"]
    compute_review(LogReview.objects.get(), now=NOW)
    page = client.get(address(held, "log_queue")).content.decode()
    assert "Skriv din egen användarkod först." in page
    assert "5 fynd är inte bedömda." in page
    assert client.post(address(held, "log_code"), {"code": ""}).status_code == 302
    for row in LogFinding.objects.all():
        at = address(held, "log_finding", row.number)
        assert client.get(at).status_code == 200
        assert client.post(address(held, "log_ask", row.number)).status_code == 302
        judged = {"form": "judge", "outcome": "justified", "answer": "Hade jouren."}
        assert client.post(at, judged).status_code == 302
    closing = {"version": fresh(held.pk).version, "analysis": "Bra."}
    assert client.post(address(held, "log_close"), closing).status_code == 302
    done = fresh(held.pk)
    assert (done.status, done.sample, done.fulfilled) == (Status.PERFORMED, 5, 5)
    assert "Hade jouren." in client.get(address(held, "log_finding", 1)).content.decode()
    assert ReadEvent.objects.filter(record_id=held.pk, part="log_finding").exists()


def test_the_queue_names_nobody_and_shows_no_answer(client: Client, cast: Cast) -> None:
    review = make_review(cast)
    actions.say_own_code(round_=review.round, code="", by=cast.alice, now=NOW)
    row = LogFinding.objects.get(review=review, staff="bo", kind="opened")
    whose = make_person("Bodil Ek", "employee", cast.a)
    actions.say_whose_code(finding=row, user=whose, by=cast.alice, now=NOW)
    said = actions.Conclusion("Hade jouren.", Outcome.JUSTIFIED)
    actions.conclude_finding(finding=row, said=said, by=cast.alice, now=NOW)
    client.force_login(cast.alice)
    page = client.get(address(review.round, "log_queue") + "?vems=&alla=1").content.decode()
    assert "Fynd 1" in page
    assert whose.name not in page
    assert "jouren" not in page
    assert f"<dd>{whose.name}</dd>" in client.get(address(review.round, "log_finding", row.number)).content.decode()


@pytest.mark.parametrize(
    "query", ["?vems=nobodys", "?vems=hej&efter=x", "?efter=99999999999999999999", "?alla=1&efter=2"]
)
def test_the_queue_is_narrowed(client: Client, cast: Cast, query: str) -> None:
    review = make_review(cast)
    client.force_login(cast.alice)
    assert client.get(address(review.round, "log_queue") + query).status_code == 200


def test_every_finding_is_met_page_by_page(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Also when what stands on a page is judged before the next one is opened."""
    review = make_review(cast)
    first = LogFinding.objects.filter(review=review).order_by("number").last()
    assert first is not None
    more = range(first.number + 1, 231)
    made = [LogFinding(review=review, number=n, kind="opened", staff=f"u{n}", reasons="unassigned") for n in more]
    LogFinding.objects.bulk_create(made)
    client.force_login(cast.alice)
    place, query, met = address(review.round, "log_queue"), "?vems=", set[str]()
    while query:
        page = client.get(place + query).content.decode()
        shown = re.findall(r">Fynd (\d+)<", page)
        met |= set(shown)
        LogFinding.objects.filter(review=review, number=shown[0]).update(
            outcome="justified", answer="Jour.", concluded_at=NOW
        )
        found = re.search(r'href="[^"]*(\?vems=&amp;efter=\d+)">Fler fynd', page)
        query = found[1].replace("&amp;", "&") if found else ""
    assert met == {str(n) for n in range(1, 231)}
    assert "Från början" in page
    with django_assert_max_num_queries(40):
        client.get(f"{place}?vems=&efter=200")


def test_a_refusal_is_said_in_its_form(client: Client, cast: Cast) -> None:
    review = make_review(cast)
    client.force_login(cast.alice)
    at = address(review.round, "log_finding", 1)
    assert client.post(at, {"form": "judge", "outcome": "justified", "answer": "Svar"}).status_code == 422
    assert client.post(at, {"form": "judge"}).status_code == 422
    assert client.post(at, {"form": "whose"}).status_code == 422
    version = fresh(review.round_id).version
    closed = client.post(address(review.round, "log_close"), {"version": version})
    assert closed.status_code == 422
    assert "6 fynd är inte bedömda än." in closed.content.decode()
    assert client.post(address(review.round, "log_take", 1)).status_code == 409


def test_a_missing_log_is_told_at_its_field(client: Client, cast: Cast) -> None:
    held = make_list_round(cast, Method.LOG_REVIEW)
    client.force_login(cast.alice)
    fields = {"version": held.version, "source": "Treserva", "drawn": 0, "reviewers": [cast.alice.pk]}
    refused = client.post(address(held, "log_new"), fields)
    assert refused.status_code == 422
    assert 'id="id_file_taken_in_error"' in refused.content.decode()


@pytest.mark.parametrize("name", ["log_new", "log_queue", "log_code", "log_close", "log_finding"])
def test_others_do_not_see_it(client: Client, cast: Cast, name: str) -> None:
    review = make_review(cast)
    more = [1] if name == "log_finding" else []
    for who, status in ((cast.cecilia, 404), (cast.dag, 403), (cast.stranger, 404)):
        client.force_login(who)
        found = client.get(address(review.round, name, *more)).status_code
        assert found == (404 if name == "log_finding" else status)
