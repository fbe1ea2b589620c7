"""Whatever is done in whatever order: facts equal a recount, nothing counts twice, and nothing is without somebody."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as st

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import Fact, Link, LinkKind
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.models import Deviation, Part
from varvet.registers.deviations.rules import LEFT_OUT, OPEN, UNDER_WAY, Result, Status
from varvet.registers.deviations.tests.factories import assessment, content, tally_content

ONCE = {"reported", "received", "assessed", "opened", "completed", "followed_up", "told", "closed", "reopened"}


@dataclass
class Work:
    """Two units at work: what has been done, and how many events that makes."""

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
        event = "unexpected-death" if number == 9 else ""
        about = assessment(self.cast, categories=categories, lex_sarah_event=event, unmark_reason="Det stämde inte.")
        self.act(actions.assess, number, assessment=about)

    def investigate(self, number: int) -> None:
        self.act(actions.investigate, number)

    def name_cause(self, number: int) -> None:
        kind = ("routine", "staffing", "weather")[number % 3]
        self.act(actions.add_cause, number, content=actions.NewCause(kind, "Därför att rutinen saknas."))

    def answer_causes(self, number: int) -> None:
        """With a reason, or with a record that follows from the cause."""
        deviation = self.some(number)
        for cause in deviation.causes.all() if deviation else ():
            source = Deviation.objects.exclude(pk=cause.deviation_id).first()
            if number % 2 and source:
                tie = {"source": source, "target_id": cause.deviation_id, "kind": LinkKind.FOLLOWS}
                Link.objects.get_or_create(**tie, part=cause.part)
            else:
                version = Deviation.objects.get(pk=cause.deviation_id).version
                actions.excuse_cause(cause=cause, reason="Löst.", version=version, by=self.cast.eva, now=self.now)

    def remove_cause(self, number: int) -> None:
        deviation = self.some(number)
        if deviation and (cause := deviation.causes.first()):
            actions.remove_cause(cause=cause, version=deviation.version, by=self.cast.eva, now=self.now)

    def take_measures(self, number: int) -> None:
        self.act(actions.act, number)

    def plan(self, number: int) -> None:
        day = self.now.date() + timedelta(days=number)
        self.act(actions.follow_up, number, content=actions.Plan("Att det är bra.", day))

    def judge(self, number: int) -> None:
        result = Result.NO if number % 3 else Result.HELPED
        self.act(actions.judge, number, content=actions.Judgement(result, "Det syns."))

    def close(self, number: int) -> None:
        self.act(actions.close, number, closing=actions.Closing("Så blev det." if number % 5 else ""))

    def reopen(self, number: int) -> None:
        self.act(actions.reopen, number, reason="Det hände igen.")

    def reroute(self, number: int) -> None:
        to = self.cast.b if number % 2 else self.cast.a
        self.act(actions.reroute, number, to=(to, "Det hände där."))

    def dismiss(self, number: int) -> None:
        self.act(actions.dismiss, number, reason="Det är så vi gör.")

    def duplicate(self, number: int) -> None:
        if other := self.some(number + 1 + number % 3):
            self.act(actions.mark_duplicate, number, original=other)

    def join(self, number: int) -> None:
        if other := self.some(number + 1 + number % 2):
            self.act(actions.join, number, lead=other)

    def leave(self, number: int) -> None:
        self.act(actions.leave, number)

    def assign(self, number: int) -> None:
        self.act(actions.assign, number, handler=self.cast.dag if number % 2 else None)

    def write(self, number: int) -> None:
        part = (Part.NOTE, Part.MESSAGE, Part.FEEDBACK)[number % 3]
        self.act(actions.write, number, said=(part, "Vi har pratat om det."))

    def act(self, action: Callable[..., object], number: int, **more: object) -> None:
        """A version that is wrong now and then, as when two work at once."""
        if deviation := self.some(number):
            version = deviation.version - (number == 7 and deviation.version > 2)
            action(deviation=deviation, version=version, by=self.cast.eva, now=self.now, **more)

    def some(self, number: int) -> Deviation | None:
        found = list(Deviation.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def do(self, verb: str, number: int) -> None:
        """A refusal is an answer too; it must leave nothing behind, which the checks then see."""
        self.now += timedelta(hours=7 * number)
        action: Callable[[int], None] = getattr(self, verb)
        before = transaction.savepoint()
        try:
            action(number)
        except (RuleBroken, StaleVersion):
            return
        transaction.savepoint_commit(before)


def check_everything(work: Work) -> None:
    assert rebuild(check=True).different == []
    assert total("reported") == work.events
    left_out = Deviation.objects.filter(status__in=LEFT_OUT).aggregate(total=Sum("tally_count"))["total"] or 0
    assert total("received") == work.events - left_out
    for deviation in Deviation.objects.prefetch_related("mentions", "causes__category"):
        check_counted(deviation)
        check_dates(deviation)
        check_ties(deviation)
        assert queries.owners_of(deviation, date(2026, 3, 16)), "never without somebody"
        versions = AuditEvent.objects.filter(record_id=deviation.pk).order_by("version")
        assert list(versions.values_list("version", flat=True)) == list(range(1, deviation.version + 1))


def total(happening: str) -> int:
    found: int | None = Fact.objects.filter(happening=happening).aggregate(total=Sum("count"))["total"]
    return found or 0


def check_counted(deviation: Deviation) -> None:
    happenings = Counter(Fact.objects.filter(record_id=deviation.pk).values_list("happening", flat=True))
    counts = deviation.status not in LEFT_OUT
    assert happenings["reported"] == 1
    assert happenings["received"] + happenings["duplicate"] + happenings["dismissed"] == 1
    assert all(happenings[happening] <= 1 for happening in ONCE)
    assert happenings["mention"] == (len(deviation.mentions.all()) if counts else 0)
    assert happenings["cause"] == (len({c.category.code for c in deviation.causes.all()}) if counts else 0)
    assert happenings["closed"] == (deviation.status == Status.CLOSED)
    assert happenings["told"] <= (deviation.assessed_on is not None or not counts or happenings["opened"])


def check_dates(deviation: Deviation) -> None:
    """The table cannot tie the child's dates to the state of the common row: this does."""
    closed = deviation.status == Status.CLOSED
    assert (deviation.closed_at is not None) == (deviation.closed_on is not None) == closed
    assert (deviation.dismissed_on is not None) == (deviation.status == Status.NOT_DEVIATION)
    assert (deviation.duplicate_of is not None) == (deviation.status == Status.DUPLICATE)
    if deviation.status in UNDER_WAY:
        assert deviation.assessed_on is not None
    if deviation.status == Status.RECEIVED:
        assert deviation.assessed_on is None
    if deviation.status == Status.REOPENED:
        assert deviation.reopened_on is not None
    if deviation.status == Status.INVESTIGATING and deviation.joined_to is None:
        assert (deviation.opened_on is not None, deviation.investigated_on) == (True, None)


def check_ties(deviation: Deviation) -> None:
    """What is handled in a case is where the case is; no chains and no rings."""
    if deviation.joined_to:
        assert deviation.status == deviation.joined_to.status
        assert deviation.joined_to.joined_to is None
        assert not deviation.joined.exists()
    if deviation.duplicate_of:
        assert deviation.duplicate_of.duplicate_of is None
    if deviation.is_tally and deviation.status not in OPEN:
        assert (deviation.joined_to, deviation.duplicate_of) == (None, None)


# What comes often first is often last too: a case that has come far is made by many steps in order.
FORWARD = ["assess", "investigate", "name_cause", "answer_causes", "take_measures", "plan", "judge", "close"]
ASIDE = ["tally", "resend", "reopen", "reroute", "dismiss", "duplicate", "join", "leave", "assign", "write"]
VERBS = st.sampled_from(["report", "report", *FORWARD, *FORWARD, *ASIDE, "remove_cause"])
STEPS = st.one_of(
    st.lists(st.tuples(VERBS, st.integers(0, 9)), max_size=20),
    st.builds(
        lambda reports, upto, which, then: [
            *[("report", n) for n in range(reports)],
            *[(verb, which) for verb in FORWARD[:upto]],
            *then,
        ],
        st.integers(1, 3),
        st.integers(1, len(FORWARD)),
        st.sampled_from([0, 2, 6, 8]),
        st.lists(st.tuples(VERBS, st.integers(0, 9)), max_size=10),
    ),
)


def test_any_sequence_of_work(cast: Cast) -> None:
    @settings(max_examples=60, deadline=None)
    @given(STEPS)
    def run(steps: list[tuple[str, int]]) -> None:
        before = transaction.savepoint()
        work = Work(cast)
        for verb, number in steps:
            work.do(verb, number)
        check_everything(work)
        transaction.savepoint_rollback(before)

    run()
