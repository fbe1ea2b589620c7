"""A trail to tamper with, and the way round the triggers that somebody with the database in hand could take."""

from datetime import UTC, datetime
from itertools import product

from django.db import connection

from varvet.kernel.audit import trail
from varvet.kernel.audit.models import AuditEvent

NOW = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
TABLES = ("audit_auditevent", "audit_readevent", "audit_seal")
VERBS = ("update", "delete")


def write_event(version: int | None, *, record_id: int | None = 1, actor_id: int = 7) -> AuditEvent:
    subject = trail.Subject(kind="toys", actor_id=actor_id, record_id=record_id, version=version, unit_id=3)
    row = trail.event("changed", subject, data={"severity": "minor", "count": 2}, at=NOW)
    trail.write([row])
    return row


def write_reading(part: str = "narratives") -> None:
    trail.write_reading(kind="toys", record_id=1, part=part, actor_id=7)


def drop_triggers() -> None:
    with connection.cursor() as cursor:
        for table, verb in product(TABLES, VERBS):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {table}_no_{verb}{on}")
