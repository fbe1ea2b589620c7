"""What somebody holds goes to another, each record by itself; and what nobody could do is counted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Absence, Assignment, User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.handing_over import Handover, Outcome, hand_over, list_held
from varvet.kernel.deadlines.holding import count_without_holder, without_holder
from varvet.kernel.deadlines.models import Watch
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.holding import Held
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.tests.toy import TOYS, make_toy

MAY = "deviations.assess"
CRASHES: list[int] = []


@pytest.fixture(autouse=True)
def held(toys: object) -> Iterator[None]:
    registry.clear()
    by_name = Held("opened_by", MAY, lambda root: Record.objects.filter(root=root, status="open"))
    registry.add(replace(TOYS, held=(by_name,), reassign=_reassign, clocks=_clocks, tasks_for=(MAY,)))
    CRASHES.clear()
    return iter([None])


def _clocks(root: Unit) -> list[Clock]:
    return [Clock(one.pk, "play", TODAY, TODAY, MAY, one.opened_by_id) for one in Record.objects.filter(root=root)]


def _reassign(record: Record, to: User, reason: str, by: User, now: datetime) -> None:
    if to.name == "Cecilia":
        raise RuleBroken("toy.handler", "Hon får inte leka här.")
    record.opened_by = to
    record.save(update_fields=["opened_by"])
    if record.pk in CRASHES:
        raise ZeroDivisionError


def toys_of(cast: Cast, person: User, count: int = 3) -> list[Record]:
    made = [make_toy(cast) for _ in range(count)]
    Record.objects.filter(pk__in=[one.pk for one in made]).update(opened_by=person)
    return made


def work(cast: Cast, to: User, by: User, reason: str = "Hon har slutat.") -> Handover:
    return Handover(person=cast.alice, to=to, reason=reason, by=by, now=NOW)


def names() -> list[str]:
    return list(Record.objects.order_by("pk").values_list("opened_by__name", flat=True))


def test_all_of_it_goes_and_sent_again_nothing_more(cast: Cast) -> None:
    toys_of(cast, cast.alice)
    toys_of(cast, cast.dag, 1)
    by = reader_of(cast.eva)
    assert hand_over(by, work(cast, cast.eva, cast.eva)) == Outcome(moved=3, left=0)
    assert names() == ["Eva"] * 3 + ["Dag"]
    assert hand_over(by, work(cast, cast.dag, cast.eva)) == Outcome(moved=0, left=0)
    assert names() == ["Eva"] * 3 + ["Dag"]
    first, _ = AuditEvent.objects.filter(event="handed_over").order_by("pk")
    assert first.data == {"person": cast.alice.pk, "to": cast.eva.pk, "moved": 3, "left": 0}


def test_what_the_receiver_may_not_have_stays_and_is_told_of(cast: Cast) -> None:
    toys_of(cast, cast.alice)
    assert hand_over(reader_of(cast.eva), work(cast, cast.cecilia, cast.eva)) == Outcome(moved=0, left=3)
    assert names() == ["Alice"] * 3


def test_what_was_moved_before_a_crash_stays_moved_and_the_rest_is_moved_next_time(cast: Cast) -> None:
    made = toys_of(cast, cast.alice)
    CRASHES.append(made[1].pk)
    with pytest.raises(ZeroDivisionError):
        hand_over(reader_of(cast.eva), work(cast, cast.eva, cast.eva))
    assert names() == ["Eva", "Alice", "Alice"]
    CRASHES.clear()
    assert hand_over(reader_of(cast.eva), work(cast, cast.eva, cast.eva)) == Outcome(moved=2, left=0)


def test_the_administrator_sees_how_much_and_not_which(cast: Cast) -> None:
    toys_of(cast, cast.alice)
    [mine], [blind] = (list_held(reader_of(user), cast.alice) for user in (cast.eva, cast.hugo))
    assert (len(mine.references), mine.unseen) == (3, 0)
    assert (blind.references, blind.unseen) == ((), 3)
    assert hand_over(reader_of(cast.hugo), work(cast, cast.eva, cast.hugo)) == Outcome(moved=3, left=0)


def test_who_leads_another_unit_moves_nothing_here(cast: Cast) -> None:
    toys_of(cast, cast.alice)
    assert list_held(reader_of(cast.cecilia), cast.alice) == []
    assert hand_over(reader_of(cast.cecilia), work(cast, cast.eva, cast.cecilia)) == Outcome(moved=0, left=0)


@pytest.mark.parametrize("name", ["bo", "dag", "gun"])
def test_who_leads_nobody_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        list_held(reader_of(getattr(cast, name)), cast.alice)


@pytest.mark.parametrize(
    ("to", "reason", "code"),
    [("alice", "x", "handover.self"), ("eva", " ", "handover.reason"), ("dag", "x", "handover.inactive")],
)
def test_what_cannot_be(cast: Cast, to: str, reason: str, code: str) -> None:
    User.objects.filter(pk=cast.dag.pk).update(is_active=False)
    receiver = User.objects.get(pk=getattr(cast, to).pk)
    with pytest.raises(RuleBroken) as broken:
        hand_over(reader_of(cast.eva), work(cast, receiver, cast.eva, reason))
    assert broken.value.code == code


def test_whoever_takes_over_stands_in_as_well(cast: Cast) -> None:
    for person in (cast.bo, cast.eva):
        Absence.objects.create(user=person, deputy=cast.alice, first_day=TODAY, last_day=TODAY + timedelta(days=9))
    hand_over(reader_of(cast.eva), work(cast, cast.eva, cast.eva))
    assert list(Absence.objects.order_by("pk").values_list("deputy__name", flat=True)) == ["Eva", None]


class TestWithoutAnybody:
    def test_nobody_in_the_line_may(self, cast: Cast) -> None:
        made = toys_of(cast, cast.alice, 2)
        assert without_holder(cast.root, today=TODAY) == []
        Assignment.objects.filter(user__in=[cast.eva, cast.dag]).update(last_day=TODAY - timedelta(days=1))
        assert without_holder(cast.root, today=TODAY) == []
        User.objects.filter(pk=cast.alice.pk).update(is_active=False)
        assert [clock.record_id for clock in without_holder(cast.root, today=TODAY)] == [one.pk for one in made]
        assert without_holder(cast.other_root, today=TODAY) == []

    def test_those_who_may_do_not_see_it(self, cast: Cast) -> None:
        made = toys_of(cast, cast.alice, 1)
        Record.objects.update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
        [card] = registry.list_registers()
        registry.clear()
        registry.add(replace(card, visible_to=lambda reader: Record.objects.filter(unit_id__in=reader.units("none"))))
        assert [clock.record_id for clock in without_holder(cast.root, today=TODAY)] == [made[0].pk]

    def test_those_who_run_the_system_are_told(self, cast: Cast) -> None:
        toys_of(cast, cast.alice, 2)
        Assignment.objects.exclude(user=cast.hugo).update(last_day=TODAY - timedelta(days=1))
        assert count_without_holder(now=NOW) == 2
        assert Watch.objects.get(root=cast.root).without_holder == 2
        Assignment.objects.update(last_day=None)
        assert count_without_holder(now=NOW) == 0
        assert Watch.objects.get(root=cast.root).without_holder == 0
