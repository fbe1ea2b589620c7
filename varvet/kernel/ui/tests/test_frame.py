"""The frame for somebody who is logged in: only the places their role may go to."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client, override_settings

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.organisation.models import Below, Level, Unit
from varvet.kernel.records.registry import list_registers
from varvet.kernel.ui import context

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


def test_the_frame_says_who_and_where(client: Client) -> None:
    log_in(client, "unit_manager", make_root("bjorkvik", "Björkviks kommun"))
    response = client.get("/")
    frame = response.context["frame"]
    assert response.status_code == HTTPStatus.OK
    assert (frame.person, frame.role, frame.root) == ("Alice Ek", "Enhetschef", "Björkviks kommun")
    assert [item.label for item in frame.menu if item.current] == ["Att göra"]


def test_a_board_member_sees_no_register_in_the_menu(client: Client) -> None:
    log_in(client, "board", make_root("bjorkvik", "Björkviks kommun"))
    page = client.get("/meny/").content.decode()
    assert "Alice Ek" in page
    assert ">Avvikelser" not in page
    assert "Rapportera" not in page


def test_a_register_has_one_place_in_the_row_and_the_rest_under_more(client: Client) -> None:
    log_in(client, "unit_manager", make_root("bjorkvik", "Björkviks kommun"))
    frame = client.get("/meny/").context["frame"]
    shown = [item.label for item in frame.menu]
    assert shown[0] == "Att göra"
    assert "Avvikelser" in shown
    assert "Mina rapporter" not in shown
    assert "Mina rapporter" in [item.label for item in frame.more]
    assert frame.report.href == frame.tabs[1].href


def test_however_many_registers_the_row_keeps_its_length_and_none_is_lost(client: Client) -> None:
    log_in(client, "unit_manager", make_root("bjorkvik", "Björkviks kommun"))
    frame = client.get("/meny/").context["frame"]
    of_house = {"Att göra", "Läget", "Kvalitetsberättelse"}
    assert len([item for item in frame.menu if item.label not in of_house]) == context.IN_THE_ROW
    places = {place.label for register in list_registers() for place in register.menu[:1]}
    assert places <= {item.label for item in (*frame.menu, *frame.more)}


@override_settings(IS_DEMO="builtins.bytes")  # any function without arguments; empty is no
def test_a_wiring_that_says_no_is_no_demo(client: Client) -> None:
    assert "provmiljö" not in client.get("/tillganglighet/").content.decode()


@override_settings(IS_DEMO="builtins.object")
def test_the_wiring_says_whether_it_is_the_demo(client: Client) -> None:
    assert "provmiljö" in client.get("/tillganglighet/").content.decode()


def test_one_root_is_not_a_choice_and_two_are(client: Client) -> None:
    log_in(client, "unit_manager", make_root("bjorkvik", "Björkviks kommun"), make_root("ekvik", "Ekviks kommun"))
    page = client.get("/meny/?rot=ekvik").content.decode()
    assert '<a class="as-link" href="/?rot=ekvik" aria-current="true">Ekviks kommun</a>' in page
    assert '<a class="as-link" href="/?rot=bjorkvik">Björkviks kommun</a>' in page
