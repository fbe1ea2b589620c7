"""What is asked of a list that a round is drawn from, and what is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from varvet.extracts.findings import Finding
from varvet.extracts.mappings import ColumnMap


@dataclass(frozen=True)
class ReadFrame:
    """Read the list that follows. `names`, `columns` and `remembered` as in `frames.Wanted`; `key` is in hex."""

    columns: ColumnMap
    names: tuple[str, ...]
    remembered: ColumnMap | None
    key: str
    this_year: int


@dataclass(frozen=True)
class FrameTold:
    """A row of `rows` a line: code, sex, unit and group between tabs. No value holds a tab or a line break."""

    rows: str
    read: int
    columns: ColumnMap
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class FindNames:
    """What the list that follows calls some codes."""

    frame: ReadFrame
    codes: tuple[str, ...]


@dataclass(frozen=True)
class NamesTold:
    """Code -> the list's own name. Never kept."""

    names: Mapping[str, str]


@dataclass(frozen=True)
class ReadPaid:
    """Which cases were paid from the first to the last day, of a root's kept lists. `shelf` is their folder."""

    shelf: str
    root: str
    first: date
    last: date


@dataclass(frozen=True)
class PaidTold:
    """A case and day of `rows` a line: day, code, sex, unit and group between tabs."""

    rows: str
