"""Whatever is done in whatever order: facts equal a recount, nothing counts twice, and dates agree with the state."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as st

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Status
from varvet.registers.deviations.tests.factories import assessment, content, tally_content

ONCE = {"received", "assessed", "closed", "reopened", "completed"}


@dataclass
class Work:
    """A unit at work: what has been done, and how many events that makes."""

    cast: Cast
    now: datetime = NOW
    keys: list[str] = field(default_factory=list)
    events: int = 0

    def report(self, number: int) -> None:
        self.keys.append(new_key())
        actions.report(content=content(self.cast), key=self.keys[-1], by=self.cast.bo, now=self.now)
        self.events += 1

    def resend(self, number: int) -> None:
        if self.keys:
            key = self.keys[number % len(self.keys)]
            actions.report(content=content(self.cast), key=key, by=self.cast.bo, now=self.now)

    def tally(self, number: int) -> None:
        many = tally_content(self.cast, count=number + 2)
        actions.tally(content=many, key=new_key(), by=self.cast.alice, now=self.now)
        self.events += number + 2

    def assess(self, number: int) -> None:
        categories = tuple(self.cast.types.categories.all())[number % 3 :]
        about = assessment(self.cast, categories=categories)
        if deviation := self.some(number):
            by, version = self.cast.alice, deviation.version
            actions.assess(deviation=deviation, assessment=about, version=version, by=by, now=self.now)

    def close(self, number: int) -> None:
        ending = actions.Closing("Så blev det." if number % 5 else "")
        if deviation := self.some(number):
            by, version = self.cast.eva, deviation.version
            actions.close(deviation=deviation, closing=ending, version=version, by=by, now=self.now)

    def reopen(self, number: int) -> None:
        if deviation := self.some(number):
            by, version = self.cast.alice, deviation.version - (number == 7)
            actions.reopen(deviation=deviation, reason="Det hände igen.", version=version, by=by, now=self.now)

    def some(self, number: int) -> Deviation | None:
        found = list(Deviation.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def do(self, verb: str, number: int) -> None:
        """A refusal is an answer too; it must leave nothing behind, which the checks then see."""
        self.now += timedelta(hours=7 * number)
        action: Callable[[int], None] = getattr(self, verb)
        try:
            action(number)
        except (RuleBroken, StaleVersion):
            return


def check_everything(work: Work) -> None:
    assert rebuild(check=True).different == []
    received = Fact.objects.filter(happening="received").aggregate(total=Sum("count"))["total"] or 0
    assert received == work.events
    for deviation in Deviation.objects.prefetch_related("mentions"):
        check_counted(deviation)
        check_dates(deviation)
        versions = AuditEvent.objects.filter(record_id=deviation.pk).order_by("version")
        assert list(versions.values_list("version", flat=True)) == list(range(1, deviation.version + 1))


def check_counted(deviation: Deviation) -> None:
    happenings = Counter(Fact.objects.filter(record_id=deviation.pk).values_list("happening", flat=True))
    assert happenings["received"] == 1
    assert all(happenings[happening] <= 1 for happening in ONCE)
    assert happenings["mention"] == len(deviation.mentions.all())
    assert happenings["closed"] == (deviation.status == Status.CLOSED)


def check_dates(deviation: Deviation) -> None:
    """The table cannot tie the child's dates to the state of the common row: this does."""
    closed = deviation.status == Status.CLOSED
    assert (deviation.closed_at is not None) == (deviation.closed_on is not None) == closed
    assert (deviation.assessed_on is None) == (deviation.status == Status.RECEIVED)
    if deviation.status == Status.REOPENED:
        assert deviation.reopened_on is not None


VERBS = st.sampled_from(["report", "report", "resend", "tally", "assess", "assess", "close", "reopen"])


def test_any_sequence_of_work(cast: Cast) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(VERBS, st.integers(0, 9)), max_size=14))
    def run(steps: list[tuple[str, int]]) -> None:
        before = transaction.savepoint()
        work = Work(cast)
        for verb, number in steps:
            work.do(verb, number)
        check_everything(work)
        transaction.savepoint_rollback(before)

    run()
