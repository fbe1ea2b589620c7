"""Rows that many tests begin with: made once by what makes them, and after that written as they were."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.apps import apps
from django.db.models import Model

T = TypeVar("T")
Rows = dict[type[Model], list[Model]]


@dataclass(frozen=True)
class _Made:
    """What the function answered, and the rows it wrote, both as bytes: each test gets objects of its own."""

    answer: bytes
    rows: bytes
    roots: tuple[type[Model], ...]


_made: dict[str, _Made] = {}


def again(make: Callable[[], T]) -> T:
    """As `make()`. Where others have been before it the rows could meet theirs, so it is called as it is."""
    name = f"{make.__module__}.{make.__qualname__}"
    if name not in _made:
        return _first(name, make)
    made = _made[name]
    if any(model._base_manager.exists() for model in made.roots):
        return make()
    rows: Rows = pickle.loads(made.rows)  # noqa: S301 - written by this process
    for model, objects in rows.items():
        model._base_manager.bulk_create(objects)
    answer: T = pickle.loads(made.answer)  # noqa: S301 - the same
    return answer


def _first(name: str, make: Callable[[], T]) -> T:
    """Remembered only where nothing else was: another test's rows are not the cast's."""
    before = {model: set(model._base_manager.values_list("pk", flat=True)) for model in apps.get_models()}
    answer = make()
    written = {
        model: list(model._base_manager.exclude(pk__in=before[model]).order_by("pk")) for model in apps.get_models()
    }
    rows = {model: objects for model, objects in written.items() if objects}
    if not any(before[model] for model in rows):
        _made[name] = _Made(pickle.dumps(answer), pickle.dumps(rows), tuple(rows))
    return answer
