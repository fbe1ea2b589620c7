"""Whatever is done in whatever order: facts equal a recount, nothing counts twice, and no report is ever lost."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import Confidentiality, Fact, Link, LinkKind
from varvet.kernel.records.once import new_key
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import Impartiality, LexSarah, Part
from varvet.registers.lex_sarah.rules import BEGUN, OPEN, Event, NotOpened, Outcome, Role, Status, Whom
from varvet.registers.lex_sarah.tests.factories import SECTIONS, Stage, a_cause, opening

ONCE = {"received", "opened", "completed", "decided", "reported_to_authority", "closed", "reopened"}


@dataclass
class Work:
    """A root at work: how many reports have come in, each by its key."""

    stage: Stage
    now: datetime = NOW
    keys: list[str] = field(default_factory=list)

    def report(self, number: int) -> None:
        self.keys.append(new_key())
        self._send(self.keys[-1], number)

    def resend(self, number: int) -> None:
        if self.keys:
            self._send(self.keys[number % len(self.keys)], number)

    def _send(self, key: str, number: int) -> None:
        unit = self.stage.cast.b if number == 8 else self.stage.cast.a
        secrecy = Confidentiality.MANAGER_EXCLUDED if number == 9 else Confidentiality.NORMAL
        content = actions.Report(unit=unit, what="Ingen kom.", occurred_day=TODAY, confidentiality=secrecy)
        actions.report(content=content, key=key, by=self.stage.cast.eva, now=self.now)

    def open(self, number: int) -> None:
        self.act(actions.open_investigation, number, opening=opening(self.stage))

    def decline(self, number: int) -> None:
        other = self.some(number + 1) if number % 2 else None
        reason = NotOpened.SAME_EVENT if number % 2 else NotOpened.OUT_OF_SCOPE
        self.act(actions.decline_investigation, number, refusal=actions.Refusal(reason, "Så är det.", other))

    def reconsider(self, number: int) -> None:
        self.act(actions.reconsider, number, reason="Vi tänkte fel.")

    def write(self, number: int) -> None:
        """All sections at once, one left out now and then."""
        for place, part in enumerate(SECTIONS):
            if place != number - 2:
                self.act(actions.write_section, number, section=actions.Section(part, "Så här.", TODAY))

    def name_cause(self, number: int) -> None:
        self.act(actions.add_cause, number, content=a_cause(("routine", "staffing", "weather")[number % 3]))

    def answer_causes(self, number: int) -> None:
        """With a reason, or with a record that follows from the cause."""
        case = self.some(number)
        for cause in case.causes.all() if case else ():
            source = LexSarah.objects.exclude(pk=cause.case_id).first()
            if number % 2 and source:
                tie = {"source": source, "target_id": cause.case_id, "kind": LinkKind.FOLLOWS}
                Link.objects.get_or_create(**tie, part=cause.part)
            else:
                version = LexSarah.objects.get(pk=cause.case_id).version
                by = self.stage.cast.dag
                actions.excuse_cause(cause=cause, reason="Löst.", version=version, by=by, now=self.now)

    def add_event(self, number: int) -> None:
        content = actions.Happening(self.stage.type_called("treatment"), TODAY, "En annan kväll.")
        self.act(actions.add_event, number, content=content)

    def remove_event(self, number: int) -> None:
        if (case := self.some(number)) and (event := case.events.first()):
            actions.remove_event(event=event, version=case.version, by=self.stage.cast.dag, now=self.now)

    def inform(self, number: int) -> None:
        told = actions.Information(TODAY if number % 2 else None, "Vi ringde, eller kunde inte.")
        self.act(actions.inform, number, information=told)

    def declare(self, number: int) -> None:
        conflict = number == 3
        said = actions.Declaration(Role.INVESTIGATOR, conflict, "Granne." if conflict else "")
        self.act(actions.declare, number, declaration=said)

    def assign(self, number: int) -> None:
        to = self.stage.cast.eva if number % 3 else None
        self.act(actions.assign, number, to=(to, "Byte."))

    def join(self, number: int) -> None:
        if other := self.some(number + 1 + number % 2):
            self.act(actions.join, number, lead=other)

    def leave(self, number: int) -> None:
        self.act(actions.leave, number)

    def shut_out(self, number: int) -> None:
        to = Confidentiality.MANAGER_EXCLUDED if number % 2 else Confidentiality.NORMAL
        self.act(actions.set_secrecy, number, to=(to, "Det gäller chefen."))

    def complete(self, number: int) -> None:
        self.act(actions.complete, number)

    def decide(self, number: int) -> None:
        case, outcome = self.some(number), list(Outcome)[number % len(Outcome)]
        each = {event.number: outcome for event in case.events.all()} if case else {}
        decision = actions.Decision(outcome, "Skälen.", impartial=True, events=each)
        self.act(actions.decide, number, decision=decision, by=self.stage.disa)

    def send_back(self, number: int) -> None:
        self.act(actions.send_back, number, reason="Mer behövs.", by=self.stage.disa)

    def tell_authority(self, number: int) -> None:
        self.act(actions.report_to_authority, number, notification=actions.Notification(), by=self.stage.disa)

    def tell(self, number: int) -> None:
        for whom in Whom:
            self.act(actions.tell_outcome, number, telling=actions.Telling(whom, "Så blev det."))

    def follow_up(self, number: int) -> None:
        self.act(actions.follow_up, number, content=actions.Plan("Att det hjälper.", self.now.date()))

    def judge(self, number: int) -> None:
        result = rules.Result.NO if number % 3 == 2 else rules.Result.HELPED
        self.act(actions.judge, number, content=actions.Judgement(result, "Det syns."))

    def close(self, number: int) -> None:
        self.act(actions.close, number)

    def reopen(self, number: int) -> None:
        self.act(actions.reopen, number, reason="Det hände igen.")

    def act(self, action: Callable[..., object], number: int, **more: object) -> None:
        """A version that is wrong now and then, as when two work at once."""
        if case := self.some(number):
            version = case.version - (number == 7 and case.version > 2)
            action(**{"case": case, "version": version, "by": self.stage.cast.dag, "now": self.now} | more)

    def some(self, number: int) -> LexSarah | None:
        found = list(LexSarah.objects.order_by("pk"))
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
    assert LexSarah.objects.count() == len(work.keys)
    for case in LexSarah.objects.all():
        check_counted(case)
        check_ties(case)
        check_ended(case)
        rules.check_course(Status(case.status), case.course)
        versions = AuditEvent.objects.filter(record_id=case.pk).order_by("version")
        assert list(versions.values_list("version", flat=True)) == list(range(1, case.version + 1))
        assert queries.list_investigators(case, date(2026, 3, 16)), "never without somebody who can investigate"


def check_counted(case: LexSarah) -> None:
    """The one investigation counts at the case; a report joined to it counts as received, and closed with it."""
    happenings = Counter(Fact.objects.filter(record_id=case.pk).values_list("happening", flat=True))
    assert happenings["received"] == 1
    assert all(happenings[happening] <= 1 for happening in ONCE)
    days = {"opened": case.opened_on, "completed": case.completed_on, "decided": case.decided_on}
    assert {name: happenings[name] for name in days} == {name: int(day is not None) for name, day in days.items()}
    assert happenings["event_decided"] == (max(1, case.events.count()) if case.decided_on else 0)
    assert {bool(event.outcome) for event in case.events.all()} <= {case.decided_on is not None}


def check_ties(case: LexSarah) -> None:
    """What is investigated in a case is where the case is, as secret; no chains and no rings."""
    if case.joined_to is None:
        return
    assert (case.status, case.confidentiality) == (case.joined_to.status, case.joined_to.confidentiality)
    assert case.category_id == case.joined_to.category_id
    assert case.joined_to.joined_to is None
    assert not case.joined.exists()
    assert case.opened_on is None


def check_ended(case: LexSarah) -> None:
    """Nothing ends without words for why, and nobody with a conflict has a case."""
    assert (case.closed_on is not None) == (case.status not in OPEN)
    if case.status == Status.NOT_OPENED:
        assert case.not_opened
        assert case.narratives.filter(part=Part.REASON).exists()
    if case.status in OPEN - BEGUN and case.joined_to is None:
        assert not rules.may(Event.WRITE, case.status)
    conflicts = Impartiality.objects.filter(case=case, conflict=True).values_list("person_id", flat=True)
    assert case.investigator_id not in set(conflicts)


FORWARD = ["open", "write", "name_cause", "answer_causes", "inform", "complete", "decide", "tell_authority", "tell"]
ENDING = ["follow_up", "judge", "close"]
ASIDE = ["decline", "reconsider", "add_event", "remove_event", "declare", "assign", "join", "leave", "shut_out"]
VERBS = st.sampled_from(["report", "report", *FORWARD, *FORWARD, *ENDING, *ASIDE, "send_back", "reopen", "resend"])
# What comes often first is often last too: a case that has come far is made by many steps in order.
STEPS = st.one_of(
    st.lists(st.tuples(VERBS, st.integers(0, 9)), max_size=20),
    st.builds(
        lambda reports, upto, which, then: [
            *[("report", n) for n in range(reports)],
            *[("join", n) for n in range(1, reports)],
            *[(verb, which) for verb in [*FORWARD, *ENDING][:upto]],
            *then,
        ],
        st.integers(1, 3),
        st.one_of(st.just(len(FORWARD) + len(ENDING)), st.integers(1, len(FORWARD) + len(ENDING))),
        st.sampled_from([0, 1, 2, 13, 14]),
        st.lists(st.tuples(VERBS, st.integers(0, 9)), max_size=10),
    ),
)


def test_any_sequence_of_work(stage: Stage) -> None:
    @settings(max_examples=50, deadline=None)
    @given(STEPS)
    def run(steps: list[tuple[str, int]]) -> None:
        before = transaction.savepoint()
        work = Work(stage)
        for verb, number in steps:
            work.do(verb, number)
        check_everything(work)
        transaction.savepoint_rollback(before)

    run()
