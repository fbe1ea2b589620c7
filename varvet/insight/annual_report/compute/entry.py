"""A table of a TOML file that knows where it stands, so that a slip is told with file and place."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from varvet.kernel.records.errors import Told


@dataclass(frozen=True)
class Entry:
    """What is written at one place of a template file. Every reader is Told when something else stands there."""

    data: dict[str, Any]
    place: str  # "bromma.toml, table 't2', row 3"

    def slip(self, what: str) -> Told:
        return Told(f"{self.place}: {what}.")

    def check_known(self, known: Collection[str]) -> None:
        """A misspelt key would be a figure narrowed in another way than somebody believes."""
        unknown = sorted(set(self.data) - set(known))
        if unknown:
            raise self.slip(f"{unknown[0]!r} is not known here; use one of {', '.join(sorted(known))}")

    def text(self, key: str) -> str:
        if key not in self.data:
            raise self.slip(f"{key!r} is missing")
        value = self.data[key]
        if not isinstance(value, str):
            raise self.slip(f"{key!r} is {value!r}, and must be a text")
        return value

    def text_or_nothing(self, key: str) -> str:
        return self.text(key) if key in self.data else ""

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            raise self.slip(f"{key!r} is {value!r}, and must be true or false")
        return value

    def number(self, key: str) -> int:
        value = self.data.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.slip(f"{key!r} is {value!r}, and must be a whole number")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or a list of them; nothing when the key is not there. An empty list would match nothing at all."""
        value = self.data.get(key, ())
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.slip(f"{key!r} is {value!r}, and must be texts")
        if key in self.data and not value:
            raise self.slip(f"{key!r} is an empty list")
        return tuple(value)

    def table(self, key: str) -> "Entry":
        """A table inside this one; an empty one when the key is not there."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.slip(f"{key!r} is {value!r}, and must be a table")
        return Entry(value, f"{self.place}, {key}")

    def tables(self, key: str, called: str) -> tuple["Entry", ...]:
        """A list of tables, each called so and numbered from 1."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.slip(f"{key!r} must be a list of tables")
        return tuple(Entry(item, f"{self.place}, {called} {number}") for number, item in enumerate(value, 1))

    def named(self, called: str) -> tuple[tuple[str, "Entry"], ...]:
        """Every key as a table of its own."""
        for name, value in self.data.items():
            if not isinstance(value, dict):
                raise self.slip(f"{name!r} is {value!r}, and must be a table")
        return tuple((name, Entry(value, f"{self.place}, {called} {name!r}")) for name, value in self.data.items())
