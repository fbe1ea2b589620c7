"""The kinds of extracts that are kept, and the fields each is read with."""

from enum import StrEnum

from varvet.extracts.checks.shapes import Check
from varvet.extracts.checks.shipped import CHECKS, PAYMENT_CHECKS, RIGHTS_CHECKS
from varvet.extracts.fields import label_of
from varvet.extracts.log_review.lists import FIELDS, LOG_FIELDS
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word

NEEDS = marked("Listan behöver en kolumn med {field}.")


class ExtractKind(StrEnum):
    """CASES: as the list checks read them. RIGHTS: who can decide what in the system; DELEGATION: which role may.

    CLIENTS: which person a case is about, for a log review; without it the newest list of cases says so.
    """

    CASES = "cases"
    LOG = "log"
    ASSIGNMENTS = "assignments"
    PAYMENTS = "payments"
    STAFF = "staff"
    PROTECTED = "protected"
    CLIENTS = "clients"
    RIGHTS = "rights"
    DELEGATION = "delegation"


def _used_by(*checks: Check) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for check in checks for name in check.uses))


FIELDS_OF: dict[ExtractKind, tuple[str, ...]] = {
    ExtractKind.CASES: _used_by(*CHECKS),
    ExtractKind.LOG: LOG_FIELDS,
    ExtractKind.ASSIGNMENTS: FIELDS["assignments"],
    ExtractKind.PAYMENTS: _used_by(*PAYMENT_CHECKS),
    ExtractKind.STAFF: FIELDS["staff"],
    ExtractKind.PROTECTED: FIELDS["protected"],
    ExtractKind.CLIENTS: FIELDS["cases"],
    ExtractKind.RIGHTS: _used_by(*RIGHTS_CHECKS),
    ExtractKind.DELEGATION: ("decision", "decided_by"),
}
# Without these a list of the kind says nothing; what a check needs beside them, the check tells.
NEEDED: dict[ExtractKind, tuple[str, ...]] = {
    ExtractKind.CASES: ("case",),
    ExtractKind.LOG: LOG_FIELDS,
    ExtractKind.ASSIGNMENTS: ("staff", "case", "first"),
    ExtractKind.PAYMENTS: ("case", "paid"),
    ExtractKind.STAFF: ("staff",),
    ExtractKind.PROTECTED: ("person",),
    ExtractKind.CLIENTS: ("case", "person"),
    ExtractKind.RIGHTS: ("staff", "decision"),
    ExtractKind.DELEGATION: ("decision", "decided_by"),
}


def check_is_of(kind: ExtractKind, columns: ColumnMap) -> None:
    """RuleBroken for a list that lacks what its kind is about."""
    for name in NEEDED[kind]:
        if columns.heading_of(name) is None:
            raise RuleBroken("extracts.missing_field", NEEDS, values={"field": Word(label_of(name))})


def kind_read_by(check: Check) -> ExtractKind:
    """Which kind of list a check is computed from."""
    if check in RIGHTS_CHECKS:
        return ExtractKind.RIGHTS
    return ExtractKind.PAYMENTS if check in PAYMENT_CHECKS else ExtractKind.CASES
