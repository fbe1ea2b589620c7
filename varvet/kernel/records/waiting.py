"""Which of what seldom waits does so for a reader: one question for all sorts, so that none costs one when empty."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Value
from django.utils.module_loading import import_string

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.registry import list_registers
from varvet.kernel.records.seldom import Seldom


def ids_of(reader: Reader, sort: Seldom) -> list[int]:
    """Ids of the rows of one sort, in no order; KeyError when nobody has declared it."""
    return reader.once("seldom", lambda: _ask(reader))[sort.name]


def _ask(reader: Reader) -> dict[str, list[int]]:
    declared = list(_declared())
    found: dict[str, list[int]] = {sort.name: [] for sort in declared}
    rows = [sort.rows(reader).annotate(seldom=Value(sort.name)).order_by() for sort in declared]
    asked = [each.values_list("seldom", "pk") for each in rows]
    for name, pk in asked[0].union(*asked[1:], all=True):
        found[name].append(pk)
    return found


def _declared() -> Iterator[Seldom]:
    """A register declares them on its card; any other app names them in its AppConfig: `seldom = ("…",)`."""
    for register in list_registers():
        yield from register.seldom
    for app in apps.get_app_configs():
        for name in getattr(app, "seldom", ()):
            yield import_string(name)
