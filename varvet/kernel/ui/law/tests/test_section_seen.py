"""A paragraph is marked as read in the statute: by whom, on which day, taken back, and what papers then leave out."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.law.statutes import get_change
from varvet.kernel.organisation.models import SectionReading, Unit
from varvet.kernel.organisation.readings import is_certain_in, seen_sections
from varvet.kernel.ui.law.tests.test_law_pages import browser_of, person, place

pytestmark = pytest.mark.django_db
KEY = "lex_sarah_utreda"


@pytest.fixture
def root() -> Unit:
    return place("Exempelby")


@pytest.fixture
def administrator(root: Unit) -> Client:
    return browser_of(person(root, "Ada", "administrator"))


def page(client: Client) -> str:
    return unescape(client.get(reverse("law:index")).content.decode())


def mark(client: Client, seen: str, key: str = KEY) -> int:
    return client.post(reverse("law:section_seen", args=[key]), {"sedd": seen}).status_code


def test_who_read_it_and_when_stands_on_the_page(root: Unit, administrator: Client) -> None:
    today = day_of(timezone.now())
    assert not is_certain_in(root, get_change(KEY))
    assert mark(administrator, "1") == 302
    assert f"Läst i författningen {today} av Ada" in page(administrator)
    assert is_certain_in(root, get_change(KEY))
    assert not is_certain_in(root, get_change("lex_sarah_rapportera"))
    assert [(row.kind, row.event) for row in AuditEvent.objects.filter(kind="section")] == [("section", "seen")]


def test_it_can_be_taken_back_and_both_rows_stay(root: Unit, administrator: Client) -> None:
    mark(administrator, "1")
    mark(administrator, "0")
    assert seen_sections(root) == {}
    assert "Läst i författningen" not in page(administrator)
    assert SectionReading.objects.count() == 2


def test_it_holds_in_that_root_alone(administrator: Client) -> None:
    elsewhere = place("Annanby")
    mark(administrator, "1")
    assert not is_certain_in(elsewhere, get_change(KEY))
    assert "Läst i författningen" not in page(browser_of(person(elsewhere, "Bo")))


@pytest.mark.parametrize("role", ["employee", "quality_coordinator"])
def test_others_read_and_do_not_mark(root: Unit, role: str) -> None:
    client = browser_of(person(root, "Bo", role))
    assert "Jag har läst paragrafen" not in page(client)
    assert mark(client, "1") == 403
    assert not SectionReading.objects.exists()


def test_what_is_no_topic_is_not_found(administrator: Client) -> None:
    assert mark(administrator, "1", "hittepa") == 404


def test_nobody_marks_without_logging_in() -> None:
    assert mark(Client(), "1") == 302
    assert not SectionReading.objects.exists()
