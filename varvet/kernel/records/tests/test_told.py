"""The last event of a record, removed before it was sealed, is missed by the trail but not by the record."""

import pytest
from django.db import connection, transaction

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.audit.verify import verify
from varvet.kernel.records import spine
from varvet.kernel.records.tests.toy import make_toy
from varvet.kernel.records.told import list_untold

pytestmark = pytest.mark.usefixtures("toys")


def remove_event(record_id: int, version: int) -> None:
    with connection.cursor() as cursor:
        on = " ON audit_auditevent" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER audit_auditevent_no_delete{on}")
    AuditEvent.objects.filter(record_id=record_id, version=version).delete()


def test_what_is_told_is_whole(cast: Cast) -> None:
    make_toy(cast)
    assert list_untold() == []


def test_a_last_event_that_is_gone_is_found(cast: Cast) -> None:
    make_toy(cast)
    record = make_toy(cast)
    with transaction.atomic():
        spine.commit(record, "changed", by=cast.alice)
    remove_event(record.pk, 2)
    assert verify() == [], "the trail that is left is whole in itself"
    assert list_untold() == [record.reference]


def test_a_record_nobody_told_of_is_found(cast: Cast) -> None:
    record = make_toy(cast)
    remove_event(record.pk, 1)
    assert list_untold() == [record.reference]
