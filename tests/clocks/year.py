"""A year that is lived through: cases of several registers, people who are away or leave, and each morning's reminders.

The year knows by its own counting by when everything is due, and after each step what must have been reminded of.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from tests.clocks.counting import DAY, moments_of, steps_by_day
from varvet.kernel.access.absences import deputies_of
from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast, make_person
from varvet.kernel.deadlines.holding import without_holder
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.deadlines.reminding import remind_all, remind_hours
from varvet.kernel.law.days import STOCKHOLM, day_of, is_working_day
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.tests.toy import TOYS

ALARMS = "alarms"
MAY = "deviations.assess"
Key = tuple[int, str]
Row = tuple[int, str, str, str, int]  # record, clock, due, rung, number
REMINDED = ("due_soon", "due", "overdue", "hours_left")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), STOCKHOLM).astimezone(UTC)


def alarm_clocks(root: Unit) -> list[Clock]:
    """72 hours from when it came in."""
    rows = Record.objects.filter(root=root, kind=ALARMS, status="open").order_by("pk")
    moments = [(row.pk, row.received_at, row.received_at + timedelta(hours=72)) for row in rows]
    return [Clock(pk, "hours", started, due, MAY) for pk, started, due in moments]


ALARM_CARD = replace(
    TOYS,
    kind=ALARMS,
    prefix="LRM",
    clocks=alarm_clocks,
    visible_to=lambda reader: Record.objects.filter(kind=ALARMS, unit_id__in=reader.units("deviations.view")),
)


@dataclass
class Year:
    """`running` is what is due by when; `expected` every reminder there must be by now, and when it was given."""

    cast: Cast
    disa: User
    running: dict[Key, date] = field(default_factory=dict)
    alarms: dict[int, datetime] = field(default_factory=dict)
    done: list[int] = field(default_factory=list)  # alarms there have been
    expected: dict[Row, datetime] = field(default_factory=dict)
    agenda: list[tuple[datetime, int, Callable[[datetime], None]]] = field(default_factory=list)

    def plan(self, moment: datetime, what: Callable[[datetime], None]) -> None:
        self.agenda.append((moment, len(self.agenda), what))

    def live(self, first: date, last: date) -> None:
        """Mornings, and what has been planned, in the order of time; what is planned meanwhile too."""
        for number in range((last - first).days + 1):
            self.plan(at(first + number * DAY, 6), self.morning)
        while self.agenda:
            self.agenda.sort(key=lambda planned: planned[:2], reverse=True)
            moment, _, what = self.agenda.pop()
            what(moment)

    def morning(self, now: datetime) -> None:
        today = day_of(now)
        if today.day == 1:
            assert without_holder(self.cast.root, today=today) == []
        steps = self.steps_on(today) if is_working_day(today) else ()
        for row in steps:
            self.expected.setdefault(row, now)
        remind_all(now=now)
        self.check(now)
        if today.weekday() == 0:
            assert remind_all(now=now + timedelta(minutes=1)) == 0

    def steps_on(self, today: date) -> Iterator[Row]:
        for (record, code), due in self.running.items():
            for rung, number in steps_by_day(due, today):
                yield record, code, due.isoformat(), rung, number

    def alarm(self, now: datetime) -> None:
        """Something with 72 hours; it is looked at each quarter of an hour around what is to happen.

        Every other is seen to before it is late, the others after a week.
        """
        reference = f"LRM-{now:%y%m%d%H%M}"
        root, unit = self.cast.root, self.cast.a
        row = Record.objects.create(
            kind=ALARMS, reference=reference, root=root, unit=unit, status="open", received_at=now
        )
        self.alarms[row.pk] = now
        self.plan(now + timedelta(hours=171 if len(self.done) % 2 else 70), lambda _: self.seen_to(row))
        self.done.append(row.pk)
        for moment, _ in moments_of(now):
            before = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0) - timedelta(minutes=30)
            for quarter in range(6):
                self.plan(before + quarter * timedelta(minutes=15), self.quarter)

    def seen_to(self, row: Record) -> None:
        Record.objects.filter(pk=row.pk).update(status="closed")
        del self.alarms[row.pk]

    def quarter(self, now: datetime) -> None:
        for record, started in self.alarms.items():
            due = (started + timedelta(hours=72)).isoformat()
            passed = [steps for moment, steps in moments_of(started) if moment <= now]
            for rung, number in passed[-1] if passed else []:
                self.expected.setdefault((record, "hours", due, rung, number), now)
        remind_hours(now=now)
        self.check(now)

    def check(self, now: datetime) -> None:
        """What was reminded of now is what should be, and of each somebody at work was told who may do it."""
        given = {row[:5]: row[5] for row in Reminder.objects.filter(reminded_at=now).values_list(*FIELDS)}
        wanted = {row: when for row, when in self.expected.items() if when == now}
        assert given == wanted, f"{now}: {set(given) ^ set(wanted)}"
        for record, _, _, rung, _ in wanted:
            if rung != "above":
                self.check_told(Record.objects.select_related("unit").get(pk=record), now)

    def check_told(self, record: Record, now: datetime) -> None:
        rows = Notification.objects.filter(record=record, created_at=now, event__in=REMINDED)
        told, today = [row.receiver for row in rows.select_related("receiver")], day_of(now)
        away = deputies_of([person.pk for person in told], today)
        assert any(person.pk not in away for person in told), f"{now}: nobody at work was told of {record}"
        assert len({person.pk for person in told}) == len(told)
        for person in told:
            assert person.is_active
            assert can(person, MAY, record.unit, today=today)


FIELDS = ("record_id", "clock", "due", "rung", "number", "reminded_at")


def make_year(cast: Cast) -> Year:
    registry.add(ALARM_CARD)
    return Year(cast, make_person("Disa", "department_manager", cast.department))


def end_year() -> None:
    """The alarms are nobody's facts: what comes after the test does not count them."""
    running = [register for register in registry.list_registers() if register.kind != ALARMS]
    registry.clear()
    for register in running:
        registry.add(register)
