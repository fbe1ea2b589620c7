"""The database itself refuses to change or remove what the trail holds, whatever program asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from varvet.kernel.audit import sealing
from varvet.kernel.audit.models import AuditEvent, ReadEvent, Seal
from varvet.kernel.audit.tests.tampering import NOW, write_event, write_reading

pytestmark = pytest.mark.django_db
CHANGES: dict[str, type[AuditEvent] | type[ReadEvent] | type[Seal]] = {
    "UPDATE audit_auditevent SET event = 'other'": AuditEvent,
    "DELETE FROM audit_auditevent": AuditEvent,
    "UPDATE audit_readevent SET part = 'other'": ReadEvent,
    "DELETE FROM audit_readevent": ReadEvent,
    "UPDATE audit_seal SET digest = 'other'": Seal,
    "DELETE FROM audit_seal": Seal,
}


@pytest.mark.parametrize("sql", CHANGES)
def test_a_row_is_neither_changed_nor_removed(sql: str) -> None:
    write_event(1)
    write_reading()
    sealing.seal(now=NOW)
    before = list(CHANGES[sql].objects.values())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert list(CHANGES[sql].objects.values()) == before


def test_a_row_can_be_added() -> None:
    write_event(1)
    write_reading()
    assert (AuditEvent.objects.count(), ReadEvent.objects.count()) == (1, 1)
