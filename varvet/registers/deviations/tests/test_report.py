"""Reporting: anyone who works there may, once per key, and what is written is kept apart from what is counted."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Record
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.actions.report import DRAFT
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import SECRET, at, content, events_of, facts_of, reported, words_of


def test_a_report_becomes_a_received_deviation(cast: Cast) -> None:
    deviation = reported(cast, affected="ett barn", done="Vi hämtade honom.", seconds=74)
    assert (deviation.reference, deviation.status, deviation.version) == ("AVV-2026-0001", "received", 1)
    assert (deviation.unit, deviation.root, deviation.opened_by) == (cast.a, cast.root, cast.bo)
    assert (deviation.occurred_day, deviation.received_at, deviation.seconds_to_report) == (TODAY, NOW, 74)
    assert words_of(deviation) == {"what": SECRET, "affected": "ett barn", "done": "Vi hämtade honom."}


def test_a_part_left_empty_is_not_kept(cast: Cast) -> None:
    assert set(words_of(reported(cast, affected="  ", done="\n"))) == {"what"}


def test_it_is_counted_once_on_the_day_it_came_in(cast: Cast) -> None:
    assert facts_of(reported(cast)) == [("received", TODAY, 1, "", None)]


def test_the_day_is_swedens(cast: Cast) -> None:
    """Half past eleven in the evening UTC is the next day in Sweden, and on New Year's Eve the next year's number."""
    deviation = reported(cast, now=at(2026, 12, 31, 23, 30))
    assert deviation.reference == "AVV-2027-0001"
    assert facts_of(deviation)[0][1] == date(2027, 1, 1)
    assert deviation.occurred_day == date(2027, 1, 1)


def test_it_is_told_in_the_trail(cast: Cast) -> None:
    assert events_of(reported(cast)) == [("received", 1, cast.bo.pk)]


@pytest.mark.parametrize("name", ["alice", "bo", "dag", "eva"])
def test_those_who_work_there_may(cast: Cast, name: str) -> None:
    assert reported(cast, by=getattr(cast, name)).opened_by == getattr(cast, name)


@pytest.mark.parametrize("name", ["cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        reported(cast, by=getattr(cast, name))
    assert not Record.objects.exists()


def test_a_resend_gives_the_first_receipt(cast: Cast) -> None:
    first = actions.report(content=content(cast), key="one", by=cast.bo, now=NOW)
    again = actions.report(content=content(cast, what="Något annat"), key="one", by=cast.bo, now=NOW)
    assert (again.pk, again.reference) == (first.pk, first.reference)
    assert (Deviation.objects.count(), Fact.objects.filter(happening="received").count()) == (1, 1)


def test_sending_drops_the_draft(cast: Cast) -> None:
    save_draft(owner=cast.bo, form=DRAFT, content={"what": "börjat"}, now=NOW)
    reported(cast)
    assert get_draft(owner=cast.bo, form=DRAFT, today=TODAY) == {}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"what": " \n"}, "deviation.what.empty", id="nothing-told"),
        pytest.param({"when": rules.When.OTHER}, "deviation.when.day", id="no-day"),
        pytest.param({"when": rules.When.OTHER, "day": date(2026, 3, 17)}, "deviation.when.future", id="tomorrow"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        reported(cast, **changes)
    assert broken.value.code == code
    assert not Record.objects.exists()


def test_nobody_knows_when_is_an_answer(cast: Cast) -> None:
    deviation = reported(cast, when=rules.When.UNKNOWN, clock=NOW.time())
    assert (deviation.occurred_day, deviation.occurred_time) == (None, None)


def test_the_database_cannot_read_it(cast: Cast) -> None:
    reported(cast)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM deviations_narrative")
        stored = bytes(cursor.fetchone()[0])
    assert stored.startswith(b"k1:")
    assert b"Kalle" not in stored


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("alice", True),
        ("bo", True),
        ("cecilia", False),
        ("dag", True),
        ("eva", True),
        ("hugo", False),
        ("gun", False),
        ("stranger", False),
    ],
)
def test_who_can_see_it(cast: Cast, name: str, sees: bool) -> None:  # noqa: FBT001 - a truth table
    deviation = reported(cast)
    assert queries.visible_to(reader_of(getattr(cast, name))).filter(pk=deviation.pk).exists() is sees


def test_a_colleague_does_not_see_what_bo_reported(cast: Cast) -> None:
    deviation = reported(cast, by=cast.alice)
    assert deviation not in queries.visible_to(reader_of(cast.bo))
