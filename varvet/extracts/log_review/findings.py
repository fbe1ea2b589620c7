"""What a log review found, one row a member of staff, case and kind: who, which, how many times and on which days."""

from enum import StrEnum

import ibis

OPENINGS = ibis.table(
    {
        "staff": "string",
        "case": "string",
        "day": "date",
        "times": "int64",
        "unassigned": "boolean",
        "protected": "boolean",
        "own": "boolean",
        "colleague": "boolean",
    },
    name="openings",
)
HABITS = ibis.table(
    {
        "staff": "string",
        "times": "int64",
        "rare_times": "int64",
        "many": "boolean",
        "rare": "boolean",
        "unlisted": "boolean",
        "first": "date",
        "last": "date",
    },
    name="habits",
)


class FindingKind(StrEnum):
    """The first four are about a case; the others about all that somebody opened."""

    UNASSIGNED = "unassigned"
    PROTECTED = "protected"
    OWN = "own"
    COLLEAGUE = "colleague"
    MANY = "many"
    RARE_HOURS = "rare_hours"
    UNLISTED = "unlisted"


OF_CASES = (FindingKind.UNASSIGNED, FindingKind.PROTECTED, FindingKind.OWN, FindingKind.COLLEAGUE)
OF_STAFF = {
    FindingKind.MANY: ("many", "times"),
    FindingKind.RARE_HOURS: ("rare", "rare_times"),
    FindingKind.UNLISTED: ("unlisted", "times"),
}


def findings() -> ibis.Table:
    """staff, case (empty where it is about all they opened), kind, times, first and last day: in that order."""
    parts = [*(_of_case(kind) for kind in OF_CASES), *(_of_staff(kind, *row) for kind, row in OF_STAFF.items())]
    return ibis.union(*parts).order_by("staff", "kind", "case")


def _of_case(kind: FindingKind) -> ibis.Table:
    found = OPENINGS.filter(OPENINGS[kind.value])
    grouped = found.group_by("staff", "case").agg(
        times=found.times.sum().cast("decimal(38, 0)").cast("int64"), first=found.day.min(), last=found.day.max()
    )
    return grouped.select("staff", "case", kind=ibis.literal(kind.value), times="times", first="first", last="last")


def _of_staff(kind: FindingKind, mark: str, times: str) -> ibis.Table:
    found = HABITS.filter(HABITS[mark])
    return found.select(
        "staff",
        case=ibis.null("string"),
        kind=ibis.literal(kind.value),
        times=found[times],
        first=found["first"],
        last=found["last"],
    )
