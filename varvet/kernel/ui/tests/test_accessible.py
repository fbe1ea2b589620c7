"""The page about accessibility says what the law asks: status, faults, tests with a day, whom to tell, who oversees."""

from datetime import date

import pytest
from django.test import Client

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.ui.accessible import ASSESSED_ON, SHORTCOMINGS

pytestmark = pytest.mark.django_db
PAGE = "/tillganglighet/"


def page(client: Client) -> str:
    return client.get(PAGE).content.decode()


def test_it_holds_all_that_the_law_asks(client: Client) -> None:
    said = page(client)
    assert "Sidorna uppfyller kraven delvis." in said
    assert all(sentence in said for sentence in SHORTCOMINGS[1:])
    assert f"senast {ASSESSED_ON}" in said
    assert 'href="https://www.digg.se/"' in said
    assert "Den organisation som driver sidan du använder." in said


def test_each_organisation_says_whom_to_tell(cast: Cast, client: Client) -> None:
    assert "Exempelby: kontakta organisationens växel" in page(client)
    choose(cast.root, "accessibility_contact", "webb@exempelby.se", first_day=date(2020, 1, 1))
    assert 'Exempelby: <a href="mailto:webb@exempelby.se">' in page(client)


def test_who_is_logged_in_reads_of_their_own(cast: Cast) -> None:
    said = page(as_(cast.stranger))
    assert "Exempelby:" not in said
