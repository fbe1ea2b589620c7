"""The trail is append-only in the database itself: no row is changed or removed, by whatever program."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("audit_auditevent", "audit_readevent", "audit_seal")
VERBS = ("UPDATE", "DELETE")
SENTENCE = "the trail is append-only"


def protect(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$"
        )
    for table in TABLES:
        for verb in VERBS:
            schema_editor.execute(_trigger(schema_editor.connection.vendor, table, verb))


def _trigger(vendor: str, table: str, verb: str) -> str:
    head = f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} FOR EACH ROW "
    if vendor == "postgresql":
        return head + "EXECUTE FUNCTION audit_refuse()"
    return head + f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"


def unprotect(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        for verb in VERBS:
            on = f" ON {table}" if postgresql else ""
            schema_editor.execute(f"DROP TRIGGER {table}_no_{verb.lower()}{on}")
    if postgresql:
        schema_editor.execute("DROP FUNCTION audit_refuse()")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect)]
