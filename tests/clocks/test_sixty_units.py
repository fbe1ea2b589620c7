"""A year for sixty units whose worker is killed at random: each reminder, escalation and week's mail goes out once."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

import pytest
from django.core import mail

from tests.clocks.counting import DAY, steps_by_day, working_day_after
from tests.clocks.killing import Clock, Mortal
from tests.clocks.year import at
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.cast import LONG_AGO, Cast, make_person, make_unit
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.jobs import schedule
from varvet.kernel.law.days import day_of, is_working_day
from varvet.kernel.notifications.choices import Chosen, choose
from varvet.kernel.notifications.events import Event, MailMode
from varvet.kernel.notifications.mail import delivery
from varvet.kernel.notifications.models import Mail, Notification, Weekly
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import rebuild_below
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions as deviations
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import assessment, content

FIRST, LAST = date(2027, 11, 29), date(2028, 11, 26)  # a leap day, both changes of the clocks, every holiday
UNITS, TO_A_MANAGER = 60, 10
JOBS = {"deadlines.remind", "notifications.announced", "notifications.weekly", "notifications.deliver"}
Row = tuple[int, str, str, str, int]  # record, clock, due, rung, number


@dataclass
class Case:
    """A deviation: reported on a day, assessed and closed after so many days, or never."""

    unit: Unit
    start: date
    assessed_on: date | None
    closed_on: date | None
    pk: int = 0


@dataclass
class SixtyUnits:
    cast: Cast
    units: list[Unit]
    managers: list[User]
    cases: list[Case]
    due: dict[tuple[int, str], date] = field(default_factory=dict)
    expected: dict[Row, date] = field(default_factory=dict)

    def happen(self, day: date) -> None:
        """What people do on a day; by then they know by when the next is due."""
        now = at(day, 10)
        for case in self.cases:
            if case.start == day:
                about = content(self.cast, unit=case.unit)
                case.pk = deviations.report(content=about, key=new_key(), by=self.cast.eva, now=now).pk
                self.due[case.pk, "assess"] = working_day_after(day, 3)
            elif case.assessed_on == day:
                self._assess(case, now)
            elif case.closed_on == day:
                self._close(case, now)

    def _assess(self, case: Case, now: datetime) -> None:
        one = Deviation.objects.get(pk=case.pk)
        about = assessment(self.cast)
        deviations.assess(deviation=one, assessment=about, version=one.version, by=self.cast.eva, now=now)
        del self.due[case.pk, "assess"]
        self.due[case.pk, "close"] = two_months_after(case.start)

    def _close(self, case: Case, now: datetime) -> None:
        one = Deviation.objects.get(pk=case.pk)
        ending = deviations.Closing("Vi har ändrat rutinen.", "Räkna stolarna.")
        deviations.close(deviation=one, closing=ending, version=one.version, by=self.cast.eva, now=now)
        del self.due[case.pk, "close"]

    def expect(self, today: date) -> None:
        for (record, code), due in self.due.items() if is_working_day(today) else ():
            for rung, number in steps_by_day(due, today):
                self.expected.setdefault((record, code, due.isoformat(), rung, number), today)


def two_months_after(day: date) -> date:
    year, month = (day.year, day.month + 2) if day.month <= 10 else (day.year + 1, day.month - 10)
    while True:
        try:
            return date(year, month, day.day)
        except ValueError:
            day -= DAY


def make_case(unit: Unit, chance: Random) -> Case:
    start = FIRST + chance.randrange(250) * DAY
    assessed = start + chance.choice((1, 2, 6, 30)) * DAY if chance.random() < 0.8 else None
    closed = assessed + chance.choice((3, 50, 90)) * DAY if assessed and chance.random() < 0.8 else None
    return Case(unit, start, assessed, closed)


def quiet(person: User, *, weekly: bool) -> User:
    """Mail of single events is tested elsewhere: here only the week's is sent, to those who want it."""
    choose(by=person, chosen=Chosen(dict.fromkeys(Event, MailMode.NEVER), frozenset(), weekly))
    return person


@pytest.fixture
def sixty(cast: Cast) -> SixtyUnits:
    chance = Random(60)  # noqa: S311 - which days, not a secret
    units, managers = [], []
    for number in range(UNITS):
        if number % 10 == 0:
            department = make_unit(f"Avdelning {number // 10}", cast.root)
        units.append(make_unit(f"Enhet {number}", department))
        if number % TO_A_MANAGER == 0:
            managers.append(quiet(make_person(f"Chef {number}", "unit_manager", units[-1]), weekly=True))
        else:
            Assignment.objects.create(user=managers[-1], unit=units[-1], role="unit_manager", first_day=LONG_AGO)
    rebuild_below(cast.root)
    for other in User.objects.exclude(pk__in=[person.pk for person in managers]):
        quiet(other, weekly=False)
    return SixtyUnits(cast, units, managers, [make_case(unit, chance) for unit in units])


def test_a_year(sixty: SixtyUnits, monkeypatch: pytest.MonkeyPatch) -> None:
    """The jobs that tell people something; what else the worker does is not about this."""
    declared = [job for job in schedule.declared() if job.code in JOBS]
    monkeypatch.setattr(schedule, "declared", lambda: declared)
    clock = Clock(monkeypatch, at(FIRST, 5))
    worker = Mortal(clock, Random(61), often=0.05)  # noqa: S311 - when it is killed, not a secret
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + number * DAY
        sixty.expect(day)
        worker.work(at(day, 6, 35))
        if delivery.waits(now=at(day, 8)):
            worker.work(at(day, 8))
        clock.now = at(day, 10)
        sixty.happen(day)
    assert worker.killed > 10
    check_reminders(sixty)
    check_weeks(sixty)


def check_reminders(sixty: SixtyUnits) -> None:
    """Each on its day, and as many notices as there are people to each: the same event twice is never told."""
    rows = Reminder.objects.values_list("record_id", "clock", "due", "rung", "number", "reminded_at")
    given = {row[:5]: day_of(row[5]) for row in rows}
    assert len(given) == len(rows) > 200
    assert given == sixty.expected
    told = Counter(
        Notification.objects.filter(event__in=["due_soon", "due", "overdue", "escalated"]).values_list(
            "receiver_id", "record_id", "event", "created_at"
        )
    )
    assert told
    assert max(told.values()) == 1


def check_weeks(sixty: SixtyUnits) -> None:
    """One a week and person, queued on the first working day; whoever has something late then is never left without."""
    mondays = [FIRST + number * DAY for number in range(0, (LAST - FIRST).days + 1, 7)]
    first_days = {monday: first_working_day(monday) for monday in mondays}
    for person in sixty.managers:
        rows = Weekly.objects.filter(receiver=person).select_related("mail")
        assert {row.week: day_of(row.mail.created_at) for row in rows} == first_days
    assert not Weekly.objects.exclude(receiver__in=sixty.managers).exists()
    check_sent(sixty)


def first_working_day(monday: date) -> date:
    return next(day for day in (monday + number * DAY for number in range(7)) if is_working_day(day))


def check_sent(sixty: SixtyUnits) -> None:
    """A mail whose sender was killed before it could note it goes again as the same mail, and only then."""
    sent = Mail.objects.filter(state=Mail.State.SENT)
    assert Mail.objects.count() == sent.count() + Mail.objects.filter(state=Mail.State.EMPTY).count()
    gone = Counter(message.extra_headers["Message-ID"] for message in mail.outbox)
    assert gone.keys() == set(sent.values_list("message_id", flat=True))
    assert sum(gone.values()) - len(gone) <= sum(row.attempts - 1 for row in sent)
    managed = {unit.pk: person for person in sixty.managers for unit in managed_by(person)}
    for case in sixty.cases:
        for week in weeks_when_late(sixty, case):
            assert sent.filter(receiver=managed[case.unit.pk], weekly__week=week).exists()


def weeks_when_late(sixty: SixtyUnits, case: Case) -> set[date]:
    """But not the week in which it came in, perhaps after the mail had gone."""
    late = [day for key, day in sixty.expected.items() if key[0] == case.pk and key[3] == "overdue"]
    return {monday_of(day) for day in late if case.start < monday_of(day)}


def managed_by(person: User) -> list[Unit]:
    return [row.unit for row in Assignment.objects.filter(user=person).select_related("unit")]


def monday_of(day: date) -> date:
    return day - day.weekday() * DAY
