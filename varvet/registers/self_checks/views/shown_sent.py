"""A file that was not read: its refusal is said at the file, with the headings that were found in it."""

from types import TracebackType
from typing import Self

from varvet.extracts.apart.calling import NotRead
from varvet.kernel.records.errors import RuleBroken

FIELD = "file"


class Headings:
    """Stands inside `answer`: what is said of a file stands at its field. `found` are headings, to choose among."""

    def __init__(self, field: str = FIELD) -> None:
        self.found: tuple[str, ...] = ()
        self.field = field

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, NotRead):
            self.found = error.headings
            field = error.field or error.which or self.field
            raise RuleBroken(error.code, error.wording, field=field, values=error.values) from error
