"""What a year's plan may hold, which rounds its rows make, and what may still be changed."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules.round import OPEN, Status, check_plan

LONGEST_GOAL, LONGEST_QUESTION, LONGEST_INDICATOR, LONGEST_POINT, LONGEST_REASON_OF_CHANGE = 200, 160, 200, 120, 300
MONTHS_A_YEAR = 12


class Frequency(StrEnum):
    ONCE = "once"
    HALF_YEAR = "half_year"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


FREQUENCY_LABELS: dict[str, str] = {
    Frequency.ONCE: marked("En gång"),
    Frequency.HALF_YEAR: marked("Varje halvår"),
    Frequency.TERTIAL: marked("Varje tertial"),
    Frequency.QUARTER: marked("Varje kvartal"),
    Frequency.MONTH: marked("Varje månad"),
    Frequency.WEEK: marked("Varje vecka, samlat i en omgång i månaden"),
    Frequency.DAY: marked("Varje dag, samlat i en omgång i månaden"),
}
MONTHS_EACH = {
    Frequency.ONCE: MONTHS_A_YEAR,
    Frequency.HALF_YEAR: 6,
    Frequency.TERTIAL: 4,
    Frequency.QUARTER: 3,
    Frequency.MONTH: 1,
    Frequency.WEEK: 1,
    Frequency.DAY: 1,
}


class Change(StrEnum):
    """What happened to an approved plan."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


CHANGE_LABELS: dict[str, str] = {
    Change.ADDED: marked("Lades till"),
    Change.CHANGED: marked("Ändrades"),
    Change.REMOVED: marked("Ströks"),
}


@dataclass(frozen=True)
class Span:
    """Both days included."""

    first: date
    last: date


@dataclass(frozen=True)
class RowShape:
    """What decides which rounds a row makes, and what they measure."""

    question: str
    method: str
    frequency: str
    span: Span
    units: frozenset[int]


@dataclass(frozen=True)
class Progress:
    """How a plan's rounds stand. `late` are among those ongoing or waiting; `to_make` are not made yet."""

    done: int = 0
    ongoing: int = 0
    waiting: int = 0
    not_done: int = 0
    late: int = 0
    to_make: int = 0

    @property
    def total(self) -> int:
        return self.done + self.ongoing + self.waiting + self.not_done

    @property
    def has_begun(self) -> bool:
        return bool(self.done or self.ongoing)


HOW_FAR = marked("Klara: {done} av {total}. Pågår: {ongoing}. Inte påbörjade: {waiting}. Blev inte av: {not_done}.")
NOT_MADE = marked("Omgångarna är inte skapade än.")


def progress_of(rounds: Iterable[tuple[str, date]], today: date, to_make: int = 0) -> Progress:
    """From each round's status and last day."""
    found = list(rounds)
    counts = {status: sum(1 for one, _ in found if one == status) for status in Status}
    return Progress(
        done=counts[Status.PERFORMED],
        ongoing=counts[Status.ONGOING],
        waiting=counts[Status.PLANNED],
        not_done=counts[Status.NOT_DONE],
        late=sum(1 for status, last in found if is_late(status, last, today)),
        to_make=to_make,
    )


def is_late(status: str, last_day: date, today: date) -> bool:
    return status in OPEN and last_day < today


def how_far(progress: Progress) -> Sentence:
    if not progress.total:
        return Sentence(NOT_MADE)
    counts = {name: getattr(progress, name) for name in ("done", "total", "ongoing", "waiting", "not_done")}
    return Sentence(HOW_FAR, counts)


def slots(frequency: str, year: Span, wanted: Span) -> list[Span]:
    """The periods of a row's rounds: the quality year cut into equal parts, as far as the row's own days reach."""
    if frequency == Frequency.ONCE:
        return [wanted]
    parts = _parts(year.first, MONTHS_EACH[Frequency(frequency)])
    cut = (Span(max(part.first, wanted.first), min(part.last, wanted.last)) for part in parts)
    return [span for span in cut if span.first <= span.last]


def _parts(first: date, months: int) -> Iterator[Span]:
    for number in range(0, MONTHS_A_YEAR, months):
        begins = months_later(first, number)
        yield Span(begins, months_later(begins, months) - timedelta(days=1))


def months_later(day: date, months: int) -> date:
    """For the first day of a month."""
    number = day.month - 1 + months
    return date(day.year + number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)


def a_year_later(day: date) -> date:
    """The same day next year; the last day of February stays the last."""
    if (day + timedelta(days=1)).day == 1:
        return months_later(date(day.year, day.month, 1), MONTHS_A_YEAR + 1) - timedelta(days=1)
    return day.replace(year=day.year + 1)


def check_row(span: Span, year: Span, target_percent: int | None, units: Collection[object]) -> None:
    check_plan(span.first, span.last, target_percent)
    if span.first < year.first:
        raise RuleBroken(
            "self_check.plan.early",
            marked("Kvalitetsåret börjar {day}. Välj den dagen eller senare."),
            field="first_day",
            values={"day": year.first.isoformat()},
        )
    if span.last > year.last:
        raise RuleBroken(
            "self_check.plan.late",
            marked("Kvalitetsåret slutar {day}. Välj den dagen eller tidigare."),
            field="last_day",
            values={"day": year.last.isoformat()},
        )
    if not units:
        raise RuleBroken("self_check.plan.units", marked("Välj minst en enhet."), field="units")


def check_change(before: RowShape, after: RowShape, progress: Progress) -> None:
    """Rounds that are made keep their question, method and periods; more units may always join."""
    if not progress.total:
        return
    if (before.question, before.method, before.frequency, before.span) != (
        after.question,
        after.method,
        after.frequency,
        after.span,
    ):
        raise RuleBroken(
            "self_check.plan.made", marked("Omgångarna är skapade. Stryk raden och lägg till en ny i stället.")
        )
    if before.units - after.units:
        sentence = marked("Omgångarna är skapade. En enhet som inte gör kontrollen skriver skälet i sin omgång.")
        raise RuleBroken("self_check.plan.units_made", sentence, field="units")


def check_remove(progress: Progress, reason: str) -> None:
    if progress.has_begun:
        raise RuleBroken("self_check.plan.begun", marked("Kontrollen har börjat. Då stryks den inte ur planen."))
    if progress.total:
        check_reason_of_change(reason)


def check_reason_of_change(reason: str) -> None:
    if not reason.strip():
        raise RuleBroken("self_check.plan.reason", marked("Skriv varför planen ändras."), field="reason")


def check_approve(*, is_approved: bool, rows: int) -> None:
    if is_approved:
        raise RuleBroken("self_check.plan.approved", marked("Planen är redan godkänd."))
    if not rows:
        raise RuleBroken("self_check.plan.empty", marked("Planen är tom. Lägg till det som ska kontrolleras."))


def check_make(*, is_approved: bool) -> None:
    if not is_approved:
        raise RuleBroken("self_check.plan.draft", marked("Planen är inte godkänd än. Godkänn den först."))


def check_year(year: int, this_year: int) -> None:
    """Last year's plan may be written down afterwards, and the next two ahead."""
    if not this_year - 1 <= year <= this_year + 2:
        raise RuleBroken("self_check.plan.year", marked("Välj ett år i listan."), field="year")
