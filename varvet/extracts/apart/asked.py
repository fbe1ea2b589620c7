"""What is asked of the process that reads and computes, and what it tells: values without the heavy libraries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from varvet.extracts.apart.asked_of_frames import FindNames, FrameTold, NamesTold, PaidTold, ReadFrame, ReadPaid
from varvet.extracts.apart.asked_of_kept import UseKept
from varvet.extracts.apart.asked_of_rows import ReadRows, RowsTold
from varvet.extracts.checks.results import Counts, Curves, Line, Result
from varvet.extracts.checks.shapes import Basis, Round
from varvet.extracts.checks.shipped import BY_NAME
from varvet.extracts.findings import Finding
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.law.terms import Term

MOST_FINDINGS = 50_000  # of one log review, as rows of the database; how many more there are is told


@dataclass(frozen=True)
class ReadList:
    """Read the file that follows. `key` is the root's, in hex; `out` the Parquet file to write."""

    columns: ColumnMap
    fields: tuple[str, ...]
    key: str
    this_year: int
    out: str


@dataclass(frozen=True)
class ListRead:
    """`headings` are those of the file, to choose among: never kept, and without what holds a personal number."""

    columns: ColumnMap
    read: int
    aside: int
    left_out: int
    findings: tuple[Finding, ...]
    headings: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(column.field for column in self.columns.columns)


@dataclass(frozen=True)
class ReadLists:
    """Read the files that follow one another, each of its size in bytes, by what each is."""

    lists: Mapping[str, ReadList]
    sizes: Mapping[str, int]


@dataclass(frozen=True)
class ListsRead:
    """What was read of several lists, by what each is."""

    lists: Mapping[str, ListRead]


@dataclass(frozen=True)
class Refused:
    """Why a file was not read: a marked sentence and its values, with the headings where they could be found."""

    code: str
    wording: str
    values: Mapping[str, str]
    headings: tuple[str, ...] = ()
    which: str = ""  # of several lists, or of what was asked


@dataclass(frozen=True)
class Compute:
    """Compute a shipped check over the list in `folder`, where the codes of its cases are written too."""

    check: str
    first: date
    last: date
    as_of: date
    term: Term | None
    delegation: Mapping[str, tuple[str, ...]]
    fields: tuple[str, ...]
    findings: tuple[Finding, ...]
    folder: str

    def used(self, basis: Basis) -> Round:
        check = BY_NAME[self.check]
        return Round(check, self.first, self.last, self.as_of, basis, self.term, self.delegation)


@dataclass(frozen=True)
class Found:
    """A result without what was asked. `units` are its lines by unit: as `lines` are, by group."""

    counts: Counts
    findings: tuple[Finding, ...]
    lines: tuple[Line, ...]
    units: tuple[Line, ...]
    curves: Curves

    @property
    def total(self) -> Line:
        return self.lines[0]

    def result(self, used: Round) -> Result:
        return Result(used, self.counts, self.findings, self.lines, self.curves)


@dataclass(frozen=True)
class Computed:
    """Of those that began in the period; where there is a deadline also of those that ended in it."""

    opened: Found
    closed: Found | None


@dataclass(frozen=True)
class Codes:
    """Pseudonyms of the cases: those that did not hold, and those not due yet."""

    missed: tuple[str, ...]
    pending: tuple[str, ...]


@dataclass(frozen=True)
class ReviewLog:
    """Review the log in `folder`, whose lists were read there before; a list that is missing is taken as empty."""

    folder: str


@dataclass(frozen=True)
class Opened:
    """One member of staff and one case: on how many days, how many times, and why it must be explained."""

    staff: str
    case: str
    first: date
    last: date
    days: int
    times: int
    unassigned: bool
    protected: bool
    own: bool
    colleague: bool


@dataclass(frozen=True)
class Unlike:
    """A member of staff whose use is unlike that of the role. `role` is empty for who is not listed."""

    staff: str
    role: str
    times: int
    typical: int
    rare_times: int
    many: bool
    rare: bool
    unlisted: bool


@dataclass(frozen=True)
class Use:
    """How much a member of staff used the system: for those who are drawn."""

    staff: str
    times: int
    cases: int


@dataclass(frozen=True)
class Reviewed:
    """`opened` holds at most `MOST_FINDINGS`, the gravest first; `pairs` is how many there are."""

    log_rows: int
    pairs: int
    opened: tuple[Opened, ...]
    unlike: tuple[Unlike, ...]
    staff: tuple[str, ...]  # everybody on the staff list, in order
    use: tuple[Use, ...]


@dataclass(frozen=True)
class Pairs:
    """Read the file that follows as pairs of two short codes, such as decision and role; `out` is gone afterwards."""

    reading: ReadList


@dataclass(frozen=True)
class PairsRead:
    pairs: tuple[tuple[str, ...], ...]
    aside: int


Asked = ReadList | ReadLists | Compute | ReviewLog | Pairs | ReadFrame | FindNames | ReadPaid | ReadRows | UseKept
ASKED: dict[str, type[Asked]] = {kind.__name__: kind for kind in get_args(Asked)}
Told = ListRead | ListsRead | Refused | Computed | Reviewed | PairsRead | FrameTold | NamesTold | PaidTold | RowsTold
TOLD: dict[str, type[Told]] = {kind.__name__: kind for kind in get_args(Told)}
