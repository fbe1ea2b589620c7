"""The sealer: every committed row once, in order, and an alarm for what waits too long."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.audit import sealing
from varvet.kernel.audit.macs import START, next_digest
from varvet.kernel.audit.models import Seal, Stream
from varvet.kernel.audit.sealing import ALARM_AFTER, Head
from varvet.kernel.audit.tests.tampering import NOW, write_event, write_reading
from varvet.kernel.audit.verify import verify

pytestmark = pytest.mark.django_db


def test_each_row_is_sealed_once() -> None:
    for version in (1, 2, 3):
        write_event(version)
    write_reading()
    assert sealing.seal(now=NOW) == 4
    assert sealing.seal(now=NOW) == 0
    write_event(4)
    assert sealing.seal(now=NOW) == 1
    numbers = Seal.objects.filter(stream=Stream.EVENTS).order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3, 4]
    assert verify() == []


def test_a_small_batch_goes_on_where_it_stopped() -> None:
    for version in (1, 2, 3):
        write_event(version)
    assert [sealing.seal(now=NOW, batch=2) for _ in range(3)] == [2, 1, 0]
    assert verify() == []


def test_an_older_row_that_was_committed_late_is_sealed_last() -> None:
    late, early = write_event(1), write_event(2)
    Seal.objects.create(
        stream="events", number=1, row_id=early.pk, digest=next_digest(START, early.pk, early.mac), sealed_at=NOW
    )
    sealing.seal(now=NOW)
    assert list(Seal.objects.order_by("number").values_list("row_id", flat=True)) == [early.pk, late.pk]
    assert verify() == []


def test_the_head_is_the_last_link() -> None:
    assert sealing.heads() == [Head("events", 0, START), Head("readings", 0, START)]
    write_event(1)
    sealing.seal(now=NOW)
    events, readings = sealing.heads()
    assert (events.number, events.digest) == (1, Seal.objects.get().digest)
    assert readings == Head("readings", 0, START)
    assert verify([events, readings]) == []


@pytest.mark.parametrize(
    ("waited", "alarms"),
    [
        pytest.param(ALARM_AFTER, 0, id="five-minutes"),
        pytest.param(ALARM_AFTER + timedelta(microseconds=1), 1, id="just-over"),
    ],
)
def test_what_has_waited_more_than_five_minutes_is_an_alarm(waited: timedelta, alarms: int) -> None:
    write_event(1)
    assert sealing.unsealed_too_long(now=NOW + waited) == alarms
    sealing.seal(now=NOW)
    assert sealing.unsealed_too_long(now=NOW + waited) == 0


def test_a_reading_that_waits_is_an_alarm_too() -> None:
    write_reading()
    assert sealing.unsealed_too_long(now=NOW + timedelta(days=3650)) == 1


def test_a_row_is_never_sealed_twice() -> None:
    row = write_event(1)
    sealing.seal(now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seal.objects.create(stream="events", number=2, row_id=row.pk, digest="x", sealed_at=NOW)
