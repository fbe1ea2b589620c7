"""A sort of rows that seldom wait for anybody, as a register or an app declares it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader


@dataclass(frozen=True)
class Seldom:
    """`name` is its own among all. `rows` may let through more than the page shows, never less.

    `fields` are what a row's task is told by, where that is so little that it can come with the answer: the names of
    columns, with which `rows_of` gives the rows and the names of their units.
    """

    name: str
    rows: Callable[[Reader], QuerySet[Any]]
    fields: tuple[str, ...] = ()
