"""The spine: a record is locked at the version its form knew, and what was done is committed once."""

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records import spine
from varvet.kernel.records.errors import StaleVersion
from varvet.kernel.records.models import Fact, Link, LinkKind, Record
from varvet.kernel.records.registry import Register
from varvet.kernel.records.tests.toy import make_toy

pytestmark = pytest.mark.usefixtures("toys")


def test_a_commit_gives_a_version_the_facts_and_an_event(cast: Cast) -> None:
    record = make_toy(cast)
    event = AuditEvent.objects.get(record_id=record.pk)
    assert (record.version, Record.objects.get(pk=record.pk).version) == (1, 1)
    assert (event.event, event.version, event.actor_id, event.unit_id) == ("received", 1, cast.bo.pk, cast.a.pk)
    assert list(Fact.objects.filter(record_id=record.pk).values_list("happening", flat=True)) == ["received"]


def test_an_event_may_be_nobodys(cast: Cast) -> None:
    record = make_toy(cast)
    with transaction.atomic():
        spine.commit(record, "removed", by=None, data={"count": 3})
    event = AuditEvent.objects.get(record_id=record.pk, version=2)
    assert (event.actor_id, event.data) == (None, {"count": 3})


def test_the_version_a_form_knew_opens_the_record(cast: Cast) -> None:
    record = make_toy(cast)
    with transaction.atomic():
        assert spine.lock(record, version=1) == record


@pytest.mark.parametrize("known", [0, 2])
def test_another_version_than_the_current_is_refused(cast: Cast, known: int) -> None:
    record = make_toy(cast)
    with pytest.raises(StaleVersion) as stale, transaction.atomic():
        spine.lock(record, version=known)
    assert (stale.value.known, stale.value.current, stale.value.reference) == (known, 1, record.reference)
    assert record.reference in stale.value.sentence


def test_facts_follow_the_record(cast: Cast) -> None:
    record = make_toy(cast)
    with transaction.atomic():
        current = spine.lock(record, version=1)
        current.closed_at = NOW
        current.save()
        spine.commit(current, "closed", by=cast.alice)
    happenings = Fact.objects.filter(record_id=record.pk).order_by("pk").values_list("happening", flat=True)
    assert list(happenings) == ["received", "closed"]


@pytest.mark.facts_differ
def test_what_fails_leaves_no_trace(cast: Cast) -> None:
    record = make_toy(cast)
    before = transaction.savepoint()
    spine.commit(record, "closed", by=cast.alice)
    transaction.savepoint_rollback(before)
    assert Record.objects.get(pk=record.pk).version == 1
    assert AuditEvent.objects.filter(record_id=record.pk).count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"reference": "LEK-2026-0001"}, id="reference-used"),
        pytest.param({"closed_at": NOW.replace(year=2025)}, id="closed-before-received"),
        pytest.param({"occurred_time": NOW.time()}, id="time-without-day"),
    ],
)
def test_the_table_refuses_what_cannot_be(cast: Cast, toys: Register, changes: dict[str, object]) -> None:
    make_toy(cast)
    record = make_toy(cast)
    for name, value in changes.items():
        setattr(record, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


def test_a_record_is_not_tied_to_itself(cast: Cast) -> None:
    record = make_toy(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Link.objects.create(source=record, target=record, kind=LinkKind.CONCERNS)
