"""Time that stands is added, reasons are kept, and what the law sets does not stand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.deadlines.extending import extend
from varvet.kernel.deadlines.given import list_given, time_given
from varvet.kernel.deadlines.models import Pause
from varvet.kernel.deadlines.pausing import pause, resume
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.tests.toy import TOYS, make_toy

DUE, UNTIL = date(2026, 3, 19), date(2026, 3, 26)  # Thursdays; today is the Monday before
MAY = "deviations.assess"
SECRET = "Vittnet Kalle är sjuk."


@pytest.fixture(autouse=True)
def clocked(toys: object) -> Iterator[None]:
    registry.clear()
    registry.add(replace(TOYS, clocks=_clocks, tasks_for=(MAY,)))
    return iter([None])


def _clocks(root: Unit) -> list[Clock]:
    return [clock for record in Record.objects.filter(root=root) for clock in _four(record)]


def _four(record: Record) -> list[Clock]:
    days = Clock(record.pk, "days", TODAY, DUE, MAY, extendable=True, pausable=True)
    law = Clock(record.pk, "law", TODAY, DUE, MAY)
    hours = replace(law, code="hours", started=NOW, due=NOW + timedelta(hours=72), counted_in=TermUnit.HOURS)
    return [days, replace(days, code="workdays", counted_in=TermUnit.WORKING_DAYS), law, hours]


def due(record: Record, code: str) -> date | datetime:
    return next(clock.due for clock in clocks_of(record) if clock.code == code)


def paused(cast: Cast, record: Record, code: str, until: date = UNTIL, now: datetime = NOW) -> None:
    pause(record=record, code=code, until=until, reason=SECRET, by=cast.alice, now=now)


@pytest.mark.parametrize(("code", "day"), [("days", date(2026, 3, 29)), ("workdays", date(2026, 3, 31))])
def test_as_much_later_as_it_stood(cast: Cast, code: str, day: date) -> None:
    """Ten calendar days from Monday the 16th to Thursday the 26th; eight working days."""
    record = make_toy(cast)
    paused(cast, record, code)
    assert due(record, code) == day
    assert due(record, "law") == DUE


def test_letting_it_go_on_gives_only_the_days_it_stood(cast: Cast) -> None:
    record = make_toy(cast)
    paused(cast, record, "days")
    resume(record=record, code="days", reason="Vittnet är frisk.", by=cast.eva, now=NOW + timedelta(days=2))
    assert due(record, "days") == date(2026, 3, 21)
    with pytest.raises(RuleBroken, match="inte pausad"):
        resume(record=record, code="days", reason="x", by=cast.eva, now=NOW + timedelta(days=2))


def test_it_goes_on_by_itself_and_nobody_is_reminded_meanwhile(cast: Cast) -> None:
    record = make_toy(cast)
    for code in ("days", "workdays"):
        paused(cast, record, code)
    reminded = [remind_all(now=datetime(2026, 3, day, 5, tzinfo=UTC)) for day in range(18, 32)]
    law = [1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0]  # before, due, late; to those above and again
    mine = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 1]  # the 27th; the 30th for both; the 31st
    assert reminded == [a + b for a, b in zip(law, mine, strict=True)]


def test_pauses_and_more_time_add_up_in_the_order_they_came(cast: Cast) -> None:
    record = make_toy(cast)
    extend(record=record, code="days", until=date(2026, 3, 20), reason="x", by=cast.alice, now=NOW)
    paused(cast, record, "days", date(2026, 3, 18), NOW + timedelta(hours=1))
    assert due(record, "days") == date(2026, 3, 22)
    later = NOW + timedelta(days=3)
    extend(record=record, code="days", until=date(2026, 3, 24), reason="x", by=cast.alice, now=later)
    paused(cast, record, "days", date(2026, 3, 20), later + timedelta(hours=1))
    assert due(record, "days") == date(2026, 3, 25)


def test_while_it_stands_no_more_time_is_given_and_it_is_not_paused_again(cast: Cast) -> None:
    record = make_toy(cast)
    paused(cast, record, "days")
    with pytest.raises(RuleBroken) as stands:
        extend(record=record, code="days", until=date(2026, 4, 30), reason="x", by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken) as again:
        paused(cast, record, "days")
    assert (stands.value.code, again.value.code) == ("deadline.stands", "deadline.paused")


@pytest.mark.parametrize(
    ("code", "until", "reason", "broken"),
    [
        ("law", UNTIL, "x", "deadline.unpausable"),
        ("hours", UNTIL, "x", "deadline.unpausable"),
        ("nothing", UNTIL, "x", "deadline.not_running"),
        ("days", TODAY, "x", "deadline.until"),
        ("days", date(2026, 6, 17), "x", "deadline.pause.long"),
        ("days", UNTIL, "  ", "deadline.reason"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, code: str, until: date, reason: str, broken: str) -> None:
    record = make_toy(cast)
    with pytest.raises(RuleBroken) as told:
        pause(record=record, code=code, until=until, reason=reason, by=cast.alice, now=NOW)
    assert told.value.code == broken
    record.refresh_from_db()
    assert record.version == 1


def test_three_months_is_not_too_long(cast: Cast) -> None:
    paused(cast, make_toy(cast), "days", date(2026, 6, 16))
    assert Pause.objects.exists()


def test_what_is_late_already_is_not_paused(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="redan gått ut"):
        paused(cast, make_toy(cast), "days", now=NOW + timedelta(days=4))


@pytest.mark.parametrize("name", ["bo", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    record = make_toy(cast)
    with pytest.raises(NotAllowed):
        pause(record=record, code="days", until=UNTIL, reason="x", by=getattr(cast, name), now=NOW)
    paused(cast, record, "days")
    with pytest.raises(NotAllowed):
        resume(record=record, code="days", reason="x", by=getattr(cast, name), now=NOW + timedelta(days=1))


def test_it_is_told_in_the_trail_without_its_reason(cast: Cast) -> None:
    record = make_toy(cast)
    paused(cast, record, "days")
    resume(record=record, code="days", reason=SECRET, by=cast.eva, now=NOW + timedelta(days=1))
    rows = AuditEvent.objects.filter(event__in=["paused", "resumed"]).order_by("pk")
    assert [(row.event, row.actor_id, row.data) for row in rows] == [
        ("paused", cast.alice.pk, {"clock": "days", "until": "2026-03-26"}),
        ("resumed", cast.eva.pk, {"clock": "days", "until": "2026-03-17"}),
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason, resumed_reason FROM deadlines_pause")
        assert "Kalle" not in str(cursor.fetchall())


def test_the_page_tells_why_to_those_who_handle_and_notes_the_reading(cast: Cast) -> None:
    record = make_toy(cast)
    paused(cast, record, "days")
    [mine], [theirs] = (list_given(reader_of(user), record) for user in (cast.alice, cast.bo))
    assert (mine.by, mine.first_day, mine.until, mine.reason) == ("Alice", TODAY, UNTIL, SECRET)
    assert (theirs.by, theirs.until, theirs.reason) == ("Alice", UNTIL, "")
    assert list(ReadEvent.objects.values_list("actor_id", "part")) == [(cast.alice.pk, "extensions")]


def test_the_page_offers_what_can_be_done(cast: Cast) -> None:
    record = make_toy(cast)
    paused(cast, record, "days")
    time = time_given(reader_of(cast.alice), record)
    found = [[clock.code for clock in clocks] for clocks in (time.extendable, time.pausable, time.standing)]
    assert found == [["workdays"], ["workdays"], ["days"]]
    theirs = time_given(reader_of(cast.bo), record)
    assert (theirs.extendable, theirs.pausable, theirs.standing) == ((), (), ())
