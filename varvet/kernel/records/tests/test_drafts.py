"""Drafts: the latest, theirs alone, encrypted, gone after their day."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.drafts import drop_draft, get_draft, remove_expired, save_draft
from varvet.kernel.records.models import Draft

FORM = "toys.new"
LAST = date(2026, 4, 15)  # thirty days after TODAY


def test_the_latest_replaces_the_one_before(cast: Cast) -> None:
    save_draft(owner=cast.bo, form=FORM, content={"what": "första"}, now=NOW)
    save_draft(owner=cast.bo, form=FORM, content={"what": "åäö ”andra”"}, now=NOW)
    assert get_draft(owner=cast.bo, form=FORM, today=TODAY) == {"what": "åäö ”andra”"}
    assert Draft.objects.count() == 1


def test_it_is_theirs_alone_and_of_one_form(cast: Cast) -> None:
    save_draft(owner=cast.bo, form=FORM, content={"what": "mitt"}, now=NOW)
    assert get_draft(owner=cast.alice, form=FORM, today=TODAY) == {}
    assert get_draft(owner=cast.bo, form="toys.other", today=TODAY) == {}


def test_dropping_leaves_the_others(cast: Cast) -> None:
    for owner in (cast.bo, cast.alice):
        save_draft(owner=owner, form=FORM, content={"what": "text"}, now=NOW)
    drop_draft(owner=cast.bo, form=FORM)
    assert get_draft(owner=cast.bo, form=FORM, today=TODAY) == {}
    assert get_draft(owner=cast.alice, form=FORM, today=TODAY) == {"what": "text"}


@pytest.mark.parametrize(
    ("today", "kept"),
    [pytest.param(LAST, True, id="last-day"), pytest.param(date(2026, 4, 16), False, id="day-after")],
)
def test_it_is_kept_for_thirty_days(cast: Cast, today: date, kept: bool) -> None:  # noqa: FBT001 - a truth table
    save_draft(owner=cast.bo, form=FORM, content={"what": "text"}, now=NOW)
    assert bool(get_draft(owner=cast.bo, form=FORM, today=today)) is kept
    assert remove_expired(today=today) == (0 if kept else 1)


def test_the_day_is_counted_in_sweden(cast: Cast) -> None:
    """Half past midnight in Sweden is still the day before in UTC."""
    save_draft(owner=cast.bo, form=FORM, content={}, now=datetime(2026, 3, 15, 23, 30, tzinfo=UTC))
    assert Draft.objects.get().expires_on == LAST


def test_the_database_cannot_read_it(cast: Cast) -> None:
    save_draft(owner=cast.bo, form=FORM, content={"what": "hemligt"}, now=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM records_draft")
        assert b"hemligt" not in bytes(cursor.fetchone()[0])
