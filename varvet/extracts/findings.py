"""What was found wrong with a list's data: how many rows, which ones, and whether they were set aside."""

from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked

SHOWN = 5  # row numbers of each finding


class Fault(StrEnum):
    """The first ones set the row aside; the others leave it, without the cell that could not be used."""

    EMPTY = "empty"
    NO_CASE = "no_case"
    IMPOSSIBLE_DAY = "impossible_day"
    CANNOT_TELL = "cannot_tell"
    NO_START = "no_start"
    STARTS_LATER = "starts_later"
    ENDS_BEFORE_START = "ends_before_start"
    DUPLICATE = "duplicate"
    NO_SEX = "no_sex"
    NO_UNIT = "no_unit"
    UNKNOWN_CODE = "unknown_code"
    PERSONAL_NUMBER = "personal_number"
    FREE_TEXT = "free_text"
    NOT_A_NUMBER = "not_a_number"
    DOUBTFUL_NUMBER = "doubtful_number"


SETS_ASIDE = (
    Fault.EMPTY,
    Fault.NO_CASE,
    Fault.IMPOSSIBLE_DAY,
    Fault.CANNOT_TELL,
    Fault.NO_START,
    Fault.STARTS_LATER,
    Fault.ENDS_BEFORE_START,
    Fault.DUPLICATE,
)
LABELS = {
    Fault.EMPTY: marked("Tom rad"),
    Fault.NO_CASE: marked("Ärendet saknas"),
    Fault.IMPOSSIBLE_DAY: marked("Datumet kan inte stämma"),
    Fault.CANNOT_TELL: marked("En uppgift som kontrollen behöver saknas"),
    Fault.NO_START: marked("Startdatum saknas"),
    Fault.STARTS_LATER: marked("Börjar efter dagen då listan togs ut"),
    Fault.ENDS_BEFORE_START: marked("Slutar innan det börjar"),
    Fault.DUPLICATE: marked("Samma ärende och startdatum som en tidigare rad"),
    Fault.NO_SEX: marked("Kön saknas"),
    Fault.NO_UNIT: marked("Enhet saknas"),
    Fault.UNKNOWN_CODE: marked("Okänd kod"),
    Fault.PERSONAL_NUMBER: marked("Personnummer i en kolumn för annat, borttaget"),
    Fault.FREE_TEXT: marked("Fritext i en kolumn för koder, borttagen"),
    Fault.NOT_A_NUMBER: marked("Inte ett tal, borttaget"),
    Fault.DOUBTFUL_NUMBER: marked("Inte skrivet som ett personnummer"),
}


@dataclass(frozen=True)
class Finding:
    """`field` is empty for what concerns the whole row; `rows` are the first ones' numbers in the file."""

    fault: Fault
    field: str
    count: int
    rows: tuple[int, ...]

    @property
    def sets_aside(self) -> bool:
        return self.fault in SETS_ASIDE


class Tally:
    """Counts faults while rows go by, in memory that does not grow with the list."""

    def __init__(self) -> None:
        self._counts: dict[tuple[Fault, str], int] = {}
        self._rows: dict[tuple[Fault, str], list[int]] = {}

    def add(self, fault: Fault, field: str, row: int) -> None:
        key = (fault, field)
        self._counts[key] = self._counts.get(key, 0) + 1
        rows = self._rows.setdefault(key, [])
        if len(rows) < SHOWN:
            rows.append(row)

    def findings(self) -> tuple[Finding, ...]:
        order = list(Fault)
        keys = sorted(self._counts, key=lambda key: (order.index(key[0]), key[1]))
        return tuple(Finding(*key, self._counts[key], tuple(self._rows[key])) for key in keys)
