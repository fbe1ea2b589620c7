"""More time is given with a reason, told in the trail, and moves the ladder."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.deadlines.extending import extend
from varvet.kernel.deadlines.models import Extension
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.tests.toy import TOYS, make_toy

DUE, LATER = date(2026, 3, 19), date(2026, 3, 27)
SECRET = "Vittnet Kalle är sjuk."


@pytest.fixture(autouse=True)
def clocked(toys: object) -> Iterator[None]:
    registry.clear()
    registry.add(replace(TOYS, clocks=_clocks))
    return iter([None])


def _clocks(root: Unit) -> list[Clock]:
    return [
        clock
        for record in Record.objects.filter(root=root)
        for clock in (
            Clock(record.pk, "play", NOW.date(), DUE, "deviations.assess", extendable=True),
            Clock(record.pk, "law", NOW.date(), DUE, "deviations.assess"),
        )
    ]


def test_the_new_day_holds(cast: Cast) -> None:
    record = make_toy(cast)
    extend(record=record, code="play", until=LATER, reason=SECRET, by=cast.alice, now=NOW)
    assert [clock.due for clock in clocks_of(record)] == [LATER, DUE]
    assert remind_all(now=datetime(2026, 3, 19, 5, 0, tzinfo=UTC)) == 1  # the other clock


def test_it_is_told_in_the_trail_without_its_reason(cast: Cast) -> None:
    record = make_toy(cast)
    extend(record=record, code="play", until=LATER, reason=SECRET, by=cast.alice, now=NOW)
    event = AuditEvent.objects.get(event="extended")
    assert (event.actor_id, event.version, event.data) == (cast.alice.pk, 2, {"clock": "play", "until": "2026-03-27"})


def test_the_reason_cannot_be_read_in_the_database(cast: Cast) -> None:
    extend(record=make_toy(cast), code="play", until=LATER, reason=SECRET, by=cast.alice, now=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM deadlines_extension")
        assert "Kalle" not in str(cursor.fetchall())
    assert Extension.objects.get().reason == SECRET


@pytest.mark.parametrize("name", ["bo", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        extend(record=make_toy(cast), code="play", until=LATER, reason="x", by=getattr(cast, name), now=NOW)
    assert not Extension.objects.exists()


@pytest.mark.parametrize(
    ("code", "until", "reason", "broken"),
    [
        ("play", DUE, "x", "deadline.until"),
        ("play", date(2026, 3, 1), "x", "deadline.until"),
        ("play", LATER, "  ", "deadline.reason"),
        ("law", LATER, "x", "deadline.fixed"),
        ("nothing", LATER, "x", "deadline.not_running"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, code: str, until: date, reason: str, broken: str) -> None:
    record = make_toy(cast)
    with pytest.raises(RuleBroken) as told:
        extend(record=record, code=code, until=until, reason=reason, by=cast.alice, now=NOW)
    assert told.value.code == broken
    record.refresh_from_db()
    assert record.version == 1


def test_the_latest_holds(cast: Cast) -> None:
    record = make_toy(cast)
    for day in (27, 30):
        extend(record=record, code="play", until=date(2026, 3, day), reason="x", by=cast.alice, now=NOW)
    assert clocks_of(record)[0].due == date(2026, 3, 30)
