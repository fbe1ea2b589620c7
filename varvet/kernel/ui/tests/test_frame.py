"""The frame for somebody who is logged in: only the places their role may go to."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.organisation.models import Below, Level, Unit

pytestmark = pytest.mark.django_db
FIRST = date(2020, 1, 1)


def make_root(slug: str, name: str) -> Unit:
    root = Unit.objects.create(slug=slug, name=name, level=Level.MUNICIPALITY, sort_key=name, first_day=FIRST)
    root.root = root
    root.save()
    Below.objects.create(ancestor=root, unit=root)
    return root


def log_in(client: Client, role: str, *roots: Unit) -> None:
    person = User.objects.create_user("alice@example.se", "Alice Ek")
    for root in roots:
        Assignment.objects.create(user=person, unit=root, role=role, first_day=FIRST)
    client.force_login(person)


def test_the_start_page_greets_and_says_that_nothing_waits(client: Client) -> None:
    log_in(client, "unit_manager", make_root("bjorkvik", "Björkviks kommun"))
    response = client.get("/")
    page = response.content.decode()
    assert response.status_code == HTTPStatus.OK
    assert "Inget väntar på dig." in page
    assert "Enhetschef" in page
    assert "Avvikelser" in page


def test_a_board_member_sees_no_register_in_the_menu(client: Client) -> None:
    log_in(client, "board", make_root("bjorkvik", "Björkviks kommun"))
    page = client.get("/meny/").content.decode()
    assert "Alice Ek" in page
    assert ">Avvikelser" not in page
    assert "Rapportera" not in page


def test_one_root_is_not_a_choice_and_two_are(client: Client) -> None:
    log_in(client, "unit_manager", make_root("bjorkvik", "Björkviks kommun"), make_root("ekvik", "Ekviks kommun"))
    page = client.get("/meny/?rot=ekvik").content.decode()
    assert '<a class="as-link" href="/?rot=ekvik" aria-current="true">Ekviks kommun</a>' in page
    assert '<a class="as-link" href="/?rot=bjorkvik">Björkviks kommun</a>' in page
