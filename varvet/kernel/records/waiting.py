"""Which of what seldom waits does so for a reader: one question for all sorts, so that none costs one when empty."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import DateField, DateTimeField, F, JSONField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, JSONObject
from django.utils.module_loading import import_string

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import list_registers
from varvet.kernel.records.seldom import Seldom

R = TypeVar("R", bound=Record)
UNIT, UNIT_ID = "unit__name", "unit_id"


Answer = list[tuple[int, dict[str, Any] | None]]  # each row's id, and what its task is told by


def ids_of(reader: Reader, sort: Seldom) -> list[int]:
    """Ids of the rows of one sort, in no order; KeyError when nobody has declared it."""
    return [pk for pk, _ in _answers(reader)[sort.name]]


def rows_of(reader: Reader, sort: Seldom, model: type[R]) -> list[R]:
    """The rows of a sort that has fields, in no order, with those fields and their units' names; no question more."""
    return [_row(pk, told, model) for pk, told in _answers(reader)[sort.name] if told is not None]


def _answers(reader: Reader) -> dict[str, Answer]:
    return reader.once("seldom", lambda: _ask(reader))


def _ask(reader: Reader) -> dict[str, Answer]:
    declared = list(_declared())
    found: dict[str, Answer] = {sort.name: [] for sort in declared}
    rows = [
        sort.rows(reader).annotate(seldom=Value(sort.name), seldom_told=_told(sort)).order_by() for sort in declared
    ]
    asked = [each.values_list("seldom", "pk", "seldom_told") for each in rows]
    for name, pk, told in asked[0].union(*asked[1:], all=True):
        found[name].append((pk, told))
    return found


def _told(sort: Seldom) -> Combinable:
    if not sort.fields:
        return Cast(Value(None), JSONField())
    return JSONObject(**{name: F(name) for name in {*sort.fields, UNIT, UNIT_ID}})


def _row(pk: int, told: dict[str, Any], model: type[R]) -> R:
    own = {"id": pk, model._meta.pk.attname: pk}
    known = [field for field in model._meta.concrete_fields if field.attname in own.keys() | told.keys()]
    values = [own.get(field.attname) or _typed(field, told[field.attname]) for field in known]
    row = model.from_db(None, [field.attname for field in known], values)
    row.unit = Unit(pk=told[UNIT_ID], name=told[UNIT])
    return row


def _typed(field: Any, value: Any) -> Any:
    """JSON has no days; SQLite's moments do not say that they are in UTC."""
    if value is None:
        return None
    if isinstance(field, DateTimeField):
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return date.fromisoformat(value) if isinstance(field, DateField) else field.to_python(value)


def _declared() -> Iterator[Seldom]:
    """A register declares them on its card; any other app names them in its AppConfig: `seldom = ("…",)`."""
    for register in list_registers():
        yield from register.seldom
    for app in apps.get_app_configs():
        for name in getattr(app, "seldom", ()):
            yield import_string(name)
