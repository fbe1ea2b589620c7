"""The five tables of a log review, as expressions name them, and how a log that was taken in becomes the first."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ibis

from varvet.extracts.engine import Sources
from varvet.extracts.intake import ASIDE, ROW

HOURS = 24

LOG = ibis.table({"staff": "string", "case": "string", "day": "date", "hour_of_week": "int16"}, name="log")
CASES = ibis.table({"case": "string", "person": "string"}, name="cases")
ASSIGNMENTS = ibis.table({"staff": "string", "case": "string", "first": "date", "last": "date"}, name="assignments")
STAFF = ibis.table({"staff": "string", "unit": "string", "role": "string", "person": "string"}, name="staff")
PROTECTED = ibis.table({"person": "string"}, name="protected")

TAKEN_IN = ibis.table(
    {ROW: "int64", ASIDE: "string", "staff": "string", "case": "string", "at": "timestamp"}, name="taken_in"
)


@dataclass(frozen=True)
class Files:
    """Parquet files. `log`: as `of_log` makes it, rows without staff or case left out; `last` may be empty."""

    log: Path
    cases: Path
    assignments: Path
    staff: Path
    protected: Path

    def sources(self) -> Sources:
        return {
            "log": self.log,
            "cases": self.cases,
            "assignments": self.assignments,
            "staff": self.staff,
            "protected": self.protected,
        }


@dataclass(frozen=True)
class Days:
    """Both included."""

    first: date
    last: date


def log_of(days: Days | None) -> ibis.Table:
    """The whole log, or that of some days."""
    if days is None:
        return LOG
    return LOG.filter(LOG.day.between(ibis.date(days.first.isoformat()), ibis.date(days.last.isoformat())))


def of_log() -> ibis.Table:
    """Day and hour of the week (0: Monday at midnight) in the clock of the log, told once so that engines agree."""
    usable = TAKEN_IN.filter(
        TAKEN_IN[ASIDE].isnull() & TAKEN_IN.staff.notnull() & TAKEN_IN["case"].notnull() & TAKEN_IN["at"].notnull()
    )
    hour = usable["at"].day_of_week.index() * HOURS + usable["at"].hour()
    return usable.select("staff", "case", day=usable["at"].date(), hour_of_week=hour.cast("int16"))
