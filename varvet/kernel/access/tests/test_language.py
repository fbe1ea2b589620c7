"""The language of a page: the person's choice, then the browser's cookie, then Swedish, whatever the browser asks."""

import pytest
from django.test import Client

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGE = "/tillganglighet/"


def language_in(client: Client, path: str = PAGE) -> str:
    response = client.get(path, headers={"accept-language": "en-GB,en;q=0.9"})
    page = response.content.decode()
    assert f'<html lang="{response["Content-Language"]}"' in page
    return str(response["Content-Language"])


def choose(client: Client, language: str, back: str = PAGE) -> str:
    response = client.post("/sprak/", {"language": language, "next": back})
    assert response.status_code == 302
    return response["Location"]


def test_swedish_until_somebody_chooses(client: Client) -> None:
    assert language_in(client) == "sv"


def test_a_choice_leads_back_and_is_remembered_by_the_browser(client: Client) -> None:
    assert choose(client, "en") == PAGE
    assert language_in(client) == "en"
    choose(client, "sv")
    assert language_in(client) == "sv"


def test_a_persons_choice_follows_them_to_another_browser(cast: Cast) -> None:
    choose(as_(cast.alice), "en")
    cast.alice.refresh_from_db()
    assert cast.alice.language == "en"
    assert language_in(as_(cast.alice)) == "en"
    assert language_in(as_(cast.bo)) == "sv"


@pytest.mark.parametrize("language", ["", "de", "sv-x", "<script>"])
def test_another_language_changes_nothing(client: Client, language: str) -> None:
    choose(client, language)
    assert "language" not in client.cookies
    assert language_in(client) == "sv"


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_the_way_back_is_never_to_another_place(client: Client, back: str) -> None:
    assert choose(client, "en", back) == "/"


def test_it_is_chosen_by_a_form_and_nothing_else(client: Client) -> None:
    assert client.get("/sprak/").status_code == 405
