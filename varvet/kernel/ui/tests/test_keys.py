"""Shortcuts of a single key: off until one turns them on, and then on every page."""

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast

pytestmark = pytest.mark.django_db
FILE = "varvet/keys.js"


def test_they_are_off_from_the_start(cast: Cast) -> None:
    assert FILE not in text_of(as_(cast.bo).get("/tangentbord/"))


def test_they_follow_to_every_page_until_they_are_turned_off(cast: Cast) -> None:
    client = as_(cast.bo)
    client.post("/tangentbord/", {"choice": "on"})
    page = text_of(client.get("/"))
    assert FILE in page
    assert all(f'data-key="{name}"' in page for name in ("home", "help", "report"))
    client.post("/tangentbord/", {"choice": "off"})
    assert FILE not in text_of(client.get("/"))


def test_they_are_one_persons_own(cast: Cast) -> None:
    as_(cast.bo).post("/tangentbord/", {"choice": "on"})
    assert FILE not in text_of(as_(cast.alice).get("/"))
