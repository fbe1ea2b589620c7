"""The unit on the start page: the same figures as its page, and nothing for who has no such page."""

from datetime import date, timedelta

import pytest
from django.test import Client

from varvet.insight.unit_page.panel import build
from varvet.insight.unit_page.summary import summary_of
from varvet.insight.unit_page.tests.counted import received, reported, took
from varvet.kernel.access.tests.cast import TODAY, Cast, reader_of

pytestmark = [pytest.mark.django_db, pytest.mark.facts_differ]  # facts are written by hand here


def test_the_summary_is_of_ones_own_unit(cast: Cast) -> None:
    received(cast.a, date(2026, 1, 10), count=2)
    reported(cast.a, date(2026, 1, 10), count=2)
    received(cast.a, date(2025, 12, 31))
    received(cast.b, date(2026, 1, 10))
    for days in (1, 2, 3, 40, 50):
        took("closed", cast.a, date(2026, 2, 1), days)
    found = summary_of(reader_of(cast.alice))
    assert found is not None
    assert (found.unit, found.received.number, found.before.number) == ("Mottagning A", 2, 1)
    assert found.months == (0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0)
    assert found.took is not None
    assert (found.took.median, found.silence.days) == (3, (TODAY - date(2026, 1, 10)).days)
    panel = build(reader_of(cast.alice))
    assert panel is not None
    assert [sentence.text for sentence in panel.sentences] == [
        "{count} avvikelser har kommit in hittills under tertialen. Hela tertialen före kom {before}.",
        "Hälften avslutades inom {days}.",
    ]
    assert panel.href == f"/enheten/{cast.a.pk}/"


def test_a_long_silence_is_told(cast: Cast) -> None:
    for place in range(20):
        reported(cast.a, TODAY - timedelta(200 + 7 * place))
    panel = build(reader_of(cast.alice))
    assert panel is not None
    assert panel.sentences[-1].text == "Det har gått ovanligt lång tid sedan den senaste rapporten."


@pytest.mark.parametrize("name", ["bo", "gun", "hugo"])
def test_others_have_no_summary_and_see_no_panel(cast: Cast, client: Client, name: str) -> None:
    user = getattr(cast, name)
    assert summary_of(reader_of(user)) is None
    client.force_login(user)
    assert "Läget i" not in client.get("/").content.decode()


def test_the_start_page_shows_it(cast: Cast, client: Client) -> None:
    client.force_login(cast.alice)
    assert "Läget i Mottagning A" in client.get("/").content.decode()
