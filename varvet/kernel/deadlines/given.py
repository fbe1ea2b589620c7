"""What time has been given to a record: when, until when, by whom; and why, for those who may know."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import clocks_of, due_day_of
from varvet.kernel.deadlines.models import Extension, Pause
from varvet.kernel.records.models import Record
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import Clock, get_register


@dataclass(frozen=True)
class Given:
    """More time until a day, or a pause from one day until another. Reasons are empty for who may not read them."""

    until: date
    at: datetime
    by: str
    first_day: date | None = None  # of a pause
    resumed_by: str = ""
    reason: str = ""
    resumed_reason: str = ""


@dataclass(frozen=True)
class TimeGiven:
    """All that was given, and which of the clocks that run the reader may give more time, pause, or let go on."""

    rows: tuple[Given, ...]
    extendable: tuple[Clock, ...]
    pausable: tuple[Clock, ...]
    standing: tuple[Clock, ...]

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """Those of which something can be done, the first due first."""
        found = {clock.code: clock for clock in (*self.extendable, *self.pausable, *self.standing)}
        return tuple(sorted(found.values(), key=due_day_of))


def list_given(reader: Reader, record: Record, code: str = "") -> list[Given]:
    """The latest first; of one clock when it is named. Reading the reasons is noted."""
    of_clock = {"clock": code} if code else {}
    rows: list[Extension | Pause] = [
        *Extension.objects.filter(record=record.pk, **of_clock).select_related("given_by"),
        *Pause.objects.filter(record=record.pk, **of_clock).select_related("paused_by", "resumed_by"),
    ]
    latest = sorted(rows, key=_at, reverse=True)
    if not latest or not _may_read(reader, record):
        return [_given(row) for row in latest]
    note_reading(record, "extensions", by=reader.user)
    return [_with_reasons(_given(row), row) for row in latest]


def time_given(reader: Reader, record: Record) -> TimeGiven:
    """What a record's page says of its time."""
    mine = [clock for clock in clocks_of(record) if reader.can(clock.permission, record.unit_id)]
    now = Pause.objects.filter(record=record.pk, first_day__lte=reader.today, until__gt=reader.today)
    stand = set(now.values_list("clock", flat=True)) if mine else set()
    go = [clock for clock in mine if clock.code not in stand]
    return TimeGiven(
        rows=tuple(list_given(reader, record)),
        extendable=tuple(clock for clock in go if clock.extendable),
        pausable=tuple(clock for clock in go if clock.pausable),
        standing=tuple(clock for clock in mine if clock.code in stand),
    )


def _may_read(reader: Reader, record: Record) -> bool:
    """Those who handle such records in the unit, also when the case is closed."""
    return any(reader.can(code, record.unit_id) for code in get_register(record.kind).tasks_for)


def _at(row: Extension | Pause) -> datetime:
    return row.given_at if isinstance(row, Extension) else row.paused_at


def _given(row: Extension | Pause) -> Given:
    if isinstance(row, Extension):
        return Given(row.until, row.given_at, row.given_by.name if row.given_by else "")
    by, resumed = (person.name if person else "" for person in (row.paused_by, row.resumed_by))
    return Given(row.until, row.paused_at, by, row.first_day, resumed)


def _with_reasons(given: Given, row: Extension | Pause) -> Given:
    if isinstance(row, Extension):
        return replace(given, reason=row.reason)
    return replace(given, reason=row.reason, resumed_reason=row.resumed_reason or "")
