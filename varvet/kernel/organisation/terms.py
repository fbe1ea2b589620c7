"""Terms as they hold in a root: its own corrections before the installation's, and those before the shipped rows."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q

from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import NoTerm, Term, TermUnit, holds_on, shipped_terms, term_keys, term_on
from varvet.kernel.organisation.models import TermCorrection, Unit


class Origin(StrEnum):
    ROOT = "root"
    INSTALLATION = "installation"
    SHIPPED = "shipped"


@dataclass(frozen=True)
class TermRow:
    """A term with where it comes from; a shipped row has neither reason nor corrector."""

    term: Term
    origin: Origin
    reason: str = ""
    corrected_by_id: int | None = None
    corrected_at: datetime | None = None


@dataclass(frozen=True)
class Correction:
    """What a term is corrected to. Both days are included; None leaves that end open. ValueError for nonsense."""

    key: str
    value: int
    unit: TermUnit
    source: str
    status: HowChecked
    reason: str
    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.key not in term_keys():
            raise ValueError(f"no term has the key {self.key!r}")
        if (self.unit is TermUnit.HOURS) != (_pattern(self.key).unit is TermUnit.HOURS):
            raise ValueError("hours need an instant and days do not: a term keeps which of them it is counted in")
        if self.value < 1 or not self.source.strip() or not self.reason.strip():
            raise ValueError("a correction needs a value, a source and a reason")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("a correction cannot end before it begins")


@dataclass(frozen=True)
class TermTable:
    """Every row of a root, the strongest first: read once, then asked for many keys and days."""

    rows: tuple[TermRow, ...]

    def row_on(self, key: str, day: date) -> TermRow:
        """The row in force on a day. NoTerm where none holds."""
        holding = [row for row in self.rows if row.term.key == key and holds_on(row.term, day)]
        if not holding:
            raise NoTerm(key, day)
        if holding[0].origin is not Origin.SHIPPED:
            return holding[0]
        return TermRow(term_on(shipped_terms(), key, day), Origin.SHIPPED)

    def term_on(self, key: str, day: date) -> Term:
        return self.row_on(key, day).term

    def rows_on(self, day: date) -> tuple[TermRow, ...]:
        """One row a key, in the shipped order; a key nothing holds for on the day is left out."""
        held = {row.term.key for row in self.rows if holds_on(row.term, day)}
        return tuple(self.row_on(key, day) for key in term_keys() if key in held)

    def history(self, key: str) -> tuple[TermRow, ...]:
        """All rows of a key, the strongest first."""
        return tuple(row for row in self.rows if row.term.key == key)


def read_terms(root: Unit | None) -> TermTable:
    """The table of a root in one query; without a root what holds for the whole installation."""
    of_root = Q(root__isnull=True) if root is None else Q(root__isnull=True) | Q(root=root)
    corrections = TermCorrection.objects.filter(of_root).order_by("-corrected_at", "-pk")
    corrected = sorted((_from_correction(row) for row in corrections), key=lambda row: row.origin is not Origin.ROOT)
    return TermTable((*corrected, *(TermRow(term, Origin.SHIPPED) for term in shipped_terms())))


def get_term(key: str, *, root: Unit | None, on: date) -> Term:
    """The term in force on a day. NoTerm where none holds."""
    return read_terms(root).term_on(key, on)


def list_terms(root: Unit | None, on: date) -> tuple[Term, ...]:
    """Every term in force on a day, one a key."""
    return tuple(row.term for row in read_terms(root).rows_on(on))


def correct_term(
    *, by_id: int, correction: Correction, root: Unit | None, now: datetime, verified_on: date | None
) -> TermRow:
    """Writes a correction as a new row: what held before stays, so that an old day still has its old answer.

    Asks no permission: the caller has done so.
    """
    row = TermCorrection.objects.create(
        root=root,
        key=correction.key,
        value=correction.value,
        unit=correction.unit,
        source=correction.source,
        valid_from=correction.valid_from,
        valid_to=correction.valid_to,
        status=correction.status,
        verified_on=verified_on,
        reason=correction.reason,
        corrected_by_id=by_id,
        corrected_at=now,
    )
    return _from_correction(row)


def _from_correction(row: TermCorrection) -> TermRow:
    term = replace(
        _pattern(row.key),
        value=row.value,
        unit=TermUnit(row.unit),
        source=row.source,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        status=HowChecked(row.status),
        verified_on=row.verified_on,
    )
    origin = Origin.INSTALLATION if row.root_id is None else Origin.ROOT
    return TermRow(term, origin, row.reason, row.corrected_by_id, row.corrected_at)


def _pattern(key: str) -> Term:
    """The shipped row that began last: its label, exception and note go with the key."""
    rows = [term for term in shipped_terms() if term.key == key]
    return max(rows, key=lambda term: term.valid_from or date.min)
