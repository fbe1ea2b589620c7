"""Choosing who to be: anyone may, only among the demo's people, and only where it is loaded."""

import pytest
from django.test import Client

from varvet.demo.load import load
from varvet.demo.models import DemoPerson
from varvet.demo.tests.checks import NOW
from varvet.kernel.access.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> None:
    load("alingsas-2024", progress=lambda *_: None, now=NOW)


def test_people_are_shown_with_role_and_what_to_try(loaded: None, client: Client) -> None:
    page = client.get("/demo/").content.decode()
    for person in DemoPerson.objects.select_related("user"):
        assert person.user.name in page
        assert person.hint in page
    assert "Kvalitetssamordnare" in page
    assert page.count('class="vh"> som ') == DemoPerson.objects.count()


def test_one_becomes_the_person_chosen(loaded: None, client: Client) -> None:
    person = DemoPerson.objects.select_related("user").order_by("order")[1]
    answer = client.post(f"/demo/{person.user_id}/")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(person.user_id)


def test_a_link_cannot_log_in(loaded: None, client: Client) -> None:
    person = DemoPerson.objects.all()[0]
    assert client.get(f"/demo/{person.user_id}/").status_code == 405


def test_nobody_becomes_a_real_person(loaded: None, client: Client) -> None:
    real = User.objects.create_user(email="real@example.org", name="Real", password="long enough to be one")
    assert client.post(f"/demo/{real.pk}/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_without_the_demo_there_is_no_page(client: Client) -> None:
    real = User.objects.create_user(email="real@example.org", name="Real", password="long enough to be one")
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{real.pk}/").status_code == 404
