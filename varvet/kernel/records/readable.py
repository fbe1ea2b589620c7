"""What a register's card says of searching in what people wrote."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record


@dataclass(frozen=True)
class Readable:
    """Whose texts may be searched: with which permission (or one in `also`), in which records, which of their parts."""

    permission: str
    records: Callable[[Reader], QuerySet[Record]]
    parts: Callable[[Reader], Q] = lambda _: Q()
    also: tuple[str, ...] = ()

    def is_for(self, reader: Reader) -> bool:
        return any(reader.has(code) for code in (self.permission, *self.also))
