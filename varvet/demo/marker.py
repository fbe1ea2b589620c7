"""Whether the demo is loaded, and the refusal to run it as production."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.utils import DatabaseError

from varvet.demo.models import DemoMarker
from varvet.kernel.records.errors import Told

SENTENCE = (
    "This database holds the demo, with people anyone can log in as. Production does not start with it: "
    "point VARVET_DATA or DATABASE_URL at another database."
)


def is_demo() -> bool:
    return DemoMarker.objects.exists()


def refuse_in_production() -> None:
    """Told when production is asked to serve a database with the demo in it."""
    if settings.PRODUCTION and is_demo():
        raise Told(SENTENCE)


@register(Tags.database)
def check_production(databases: Sequence[str] | None, **_: Any) -> list[CheckMessage]:
    """Run by `migrate` and `check --database`; silent before the tables exist."""
    if not settings.PRODUCTION or not databases or not _has_table():
        return []
    return [Error(SENTENCE, id="varvet.demo.E001")] if is_demo() else []


def _has_table() -> bool:
    try:
        return DemoMarker._meta.db_table in connections["default"].introspection.table_names()
    except DatabaseError:
        return False
