"""A year of cases through the clocks: each reminder once, on its day, to somebody; and nothing is ever with nobody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from tests.clocks.counting import DAY, between, working_day_after
from tests.clocks.year import Year, at, end_year, make_year
from varvet.kernel.access.models import Absence, Assignment, User
from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.deadlines.extending import extend
from varvet.kernel.deadlines.handing_over import Handover, Outcome, hand_over
from varvet.kernel.deadlines.models import Reminder
from varvet.kernel.deadlines.pausing import pause, resume
from varvet.kernel.law.days import STOCKHOLM, day_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions as deviations
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import assessment, content
from varvet.registers.feedback import actions as feedback
from varvet.registers.feedback import rules as feedback_rules
from varvet.registers.feedback.models import Feedback
from varvet.registers.improvements import actions as improvements
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.tests.factories import decision

FIRST, LAST = date(2027, 11, 29), date(2028, 11, 26)  # with a leap day
# before Christmas, New Year, a month's end, the leap day, Easter, May, midsummer; and the changes of the clocks
STARTS = ("12-22", "12-30", "01-31", "02-25", "03-24", "04-12", "04-28", "05-31", "06-20", "06-21", "08-31", "10-27")
ALARMS = ("2027-12-29 16:07", "2028-03-24 15:30", "2028-06-22 11:45", "2028-10-27 23:59", "2028-02-28 08:00")


@pytest.fixture
def year(cast: Cast) -> Iterator[Year]:
    yield make_year(cast)
    end_year()


def day_called(month_and_day: str) -> date:
    year = 2027 if month_and_day.startswith("12") else 2028
    return date.fromisoformat(f"{year}-{month_and_day}")


class Deviation1:
    """A deviation through the year: reported, assessed after so many days or never, closed after so many or never."""

    def __init__(self, year: Year, start: date, assessed_after: int | None, closed_after: int | None) -> None:
        self.year, self.pk = year, 0
        year.plan(at(start, 10), self.report)
        if assessed_after is not None:
            year.plan(at(start + assessed_after * DAY, 11), self.assess)
        if closed_after is not None:
            year.plan(at(start + closed_after * DAY, 11), self.close)

    @property
    def now(self) -> Deviation:
        return Deviation.objects.get(pk=self.pk)

    def report(self, now: datetime) -> None:
        cast = self.year.cast
        self.pk = deviations.report(content=content(cast), key=new_key(), by=cast.bo, now=now).pk
        self.year.running[self.pk, "assess"] = working_day_after(day_of(now), 3)

    def assess(self, now: datetime) -> None:
        cast, deviation = self.year.cast, self.now
        about, version = assessment(cast), deviation.version
        deviations.assess(deviation=deviation, assessment=about, version=version, by=cast.eva, now=now)
        del self.year.running[self.pk, "assess"]
        self.year.running[self.pk, "close"] = two_months_after(day_of(deviation.received_at))

    def close(self, now: datetime) -> None:
        deviation, ending = self.now, deviations.Closing("Vi har ändrat rutinen.", "Räkna stolarna.")
        version, by = deviation.version, self.year.cast.eva
        deviations.close(deviation=deviation, closing=ending, version=version, by=by, now=now)
        del self.year.running[self.pk, "close"]

    def hand_to(self, person: User, now: datetime) -> None:
        deviation = self.now
        deviations.assign(
            deviation=deviation, handler=person, version=deviation.version, by=self.year.cast.eva, now=now
        )


def two_months_after(day: date) -> date:
    year, month = (day.year, day.month + 2) if day.month <= 10 else (day.year + 1, day.month - 10)
    while True:
        try:
            return date(year, month, day.day)
        except ValueError:
            day -= DAY


def plan_deviations(year: Year) -> list[Deviation1]:
    courses = ((1, 20), (3, 70), (6, 75), (20, None), (None, None), (2, 61))
    return [Deviation1(year, day_called(start), *courses[n % len(courses)]) for n, start in enumerate(STARTS)]


def plan_others(year: Year) -> None:
    """Two complaints, one answered late and never closed; an improvement late, whose effect nobody judges."""
    cast = year.cast

    def complain(now: datetime) -> None:
        said = feedback.Capture(cast.a, feedback_rules.Sort.COMPLAINT, feedback_rules.Channel.PHONE, "För lång väntan.")
        record = feedback.capture(content=said, key=new_key(), by=cast.bo, now=now)
        year.running[record.pk, "answer"] = working_day_after(day_of(now), 10)

    def answer(now: datetime) -> None:
        first = Feedback.objects.order_by("pk")[0]
        said_back = feedback.Answer("Vi ändrar.", feedback_rules.AnswerWay.PHONE)
        feedback.answer(feedback=first, content=said_back, version=first.version, by=cast.eva, now=now)
        del year.running[first.pk, "answer"]
        year.running[first.pk, "close"] = working_day_after(day_of(now), 20)

    def decide(now: datetime) -> None:
        about = replace(decision(cast.a), decided_on=day_of(now), due_on=date(2028, 6, 25), owner=cast.dag)
        record = improvements.decide(content=about, key=new_key(), by=cast.alice, now=now)
        year.running[record.pk, "carry_out"] = date(2028, 6, 25)  # a Sunday

    def carry_out(now: datetime) -> None:
        held = Improvement.objects.get()
        done = partial(improvements.carry_out, improvement=held, carried_out_on=day_of(now), unplanned="x")
        done(version=held.version, by=cast.eva, now=now)
        del year.running[held.pk, "carry_out"]
        year.running[held.pk, "judge_effect"] = date(2028, 10, 17)

    for day, what in (("06-13", complain), ("09-20", complain), ("07-05", answer), ("03-01", decide)):
        year.plan(at(day_called(day), 9), what)
    year.plan(at(date(2028, 7, 17), 9), carry_out)


def plan_time_given(year: Year, cases: list[Deviation1]) -> None:
    """More time for one that is late; a pause that is ended early for another, and one that ends by itself."""
    eva = year.cast.eva

    def more(now: datetime) -> None:
        extend(record=cases[3].now, code="close", until=date(2028, 9, 1), reason="x", by=eva, now=now)
        year.running[cases[3].pk, "close"] = date(2028, 9, 1)

    def stand(now: datetime) -> None:
        pause(record=cases[1].now, code="close", until=date(2028, 3, 31), reason="x", by=eva, now=now)
        year.running[cases[1].pk, "close"] += date(2028, 3, 31) - day_of(now)

    def go(now: datetime) -> None:
        resume(record=cases[1].now, code="close", reason="x", by=eva, now=now)
        year.running[cases[1].pk, "close"] -= date(2028, 3, 31) - day_of(now)

    def stand_in_working_days(now: datetime) -> None:
        today, until = day_of(now), date(2028, 7, 3)
        pause(record=cases[9].now, code="assess", until=until, reason="x", by=eva, now=now)
        stood = between(today - DAY, until - DAY)
        year.running[cases[9].pk, "assess"] = working_day_after(year.running[cases[9].pk, "assess"], stood)

    for day, what in (("06-15", more), ("02-01", stand), ("02-09", go), ("06-22", stand_in_working_days)):
        year.plan(at(day_called(day), 12), what)


def plan_people(year: Year, cases: list[Deviation1]) -> None:
    """Dag has something by name and leaves unsaid; Alice is away all July, and leaves in September with a handover."""
    cast = year.cast

    def dag_gets(now: datetime) -> None:
        for case in (cases[3], cases[4]):
            case.hand_to(cast.dag, now)

    def dag_leaves(now: datetime) -> None:
        User.objects.filter(pk=cast.dag.pk).update(is_active=False)

    def alice_is_away(now: datetime) -> None:
        last = date(2028, 7, 28)
        Absence.objects.create(user=cast.alice, deputy=cast.eva, first_day=day_of(now), last_day=last)

    def alice_gets(now: datetime) -> None:
        cases[9].hand_to(cast.alice, now)

    def alice_leaves(now: datetime) -> None:
        Assignment.objects.filter(user=cast.alice).update(last_day=day_of(now))
        work = Handover(person=cast.alice, to=year.disa, reason="Alice slutar.", by=cast.eva, now=now)
        assert hand_over(reader_of(cast.eva, today=day_of(now)), work) == Outcome(moved=1, left=0)

    gets, leaves = (("04-20", dag_gets), ("06-22", alice_gets)), (("05-15", dag_leaves), ("08-31", alice_leaves))
    for day, what in (*gets, *leaves, ("07-03", alice_is_away)):
        year.plan(at(day_called(day), 14), what)


def plan_alarms(year: Year) -> None:
    for start in ALARMS:
        year.plan(datetime.fromisoformat(start).replace(tzinfo=STOCKHOLM).astimezone(UTC), year.alarm)


def test_a_year(year: Year) -> None:
    cases = plan_deviations(year)
    plan_others(year)
    plan_time_given(year, cases)
    plan_people(year, cases)
    plan_alarms(year)
    year.live(FIRST, LAST)
    check_order()
    check_people(year)
    assert Reminder.objects.count() == len(year.expected) > 150
    end_year()  # before the facts are compared


def check_order() -> None:
    """Within each last day the steps come in the ladder's order, and no number is passed over above."""
    ladders: dict[tuple[int, str, str], list[tuple[datetime, str, int]]] = {}
    for row in Reminder.objects.order_by("reminded_at", "pk"):
        ladders.setdefault((row.record_id, row.clock, row.due), []).append((row.reminded_at, row.rung, row.number))
    order = {"before": 0, "due": 1, "overdue": 2}
    for steps in ladders.values():
        mine = [(order[rung], number) for _, rung, number in steps if rung != "above"]
        assert mine == sorted(set(mine))
        assert [number for _, rung, number in steps if rung == "above"] in ([], [1], [1, 2])


def check_people(year: Year) -> None:
    """Whoever is away is told with their deputy; whoever has left is told nothing more."""
    told = Notification.objects.exclude(event="assigned")
    away = told.filter(created_at__gte=at(date(2028, 7, 4), 0), created_at__lt=at(date(2028, 7, 29), 0))
    assert away.filter(receiver=year.cast.alice).exists()
    for row in away.filter(receiver=year.cast.alice):
        assert away.filter(receiver=year.cast.eva, record=row.record_id, created_at=row.created_at).exists()
    assert not told.filter(receiver=year.cast.dag, created_at__gt=at(date(2028, 5, 15), 14)).exists()
    assert told.filter(receiver=year.cast.dag).exists()
    assert not told.filter(receiver=year.cast.alice, created_at__gt=at(date(2028, 9, 1), 0)).exists()
    assert told.filter(receiver=year.disa, created_at__gt=at(date(2028, 9, 1), 0)).exists()
    assert told.filter(event="escalated", receiver=year.disa).exists()
    assert told.filter(event="escalated", receiver=year.cast.eva).exists()
    assert not Record.objects.filter(pk__in=told.filter(receiver=year.cast.stranger).values("record")).exists()
