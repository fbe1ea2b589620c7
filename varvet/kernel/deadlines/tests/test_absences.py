"""Who is away, who stands in, and that nobody reads more by standing in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from varvet.kernel.access.absences import deputies_of
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Absence, Assignment, User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.absences import end_absence, out_of_reach, set_absence
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Notification
from varvet.kernel.notifications.telling import Holding, tell, tell_holder, tell_nearest
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.tests.toy import TOYS, make_toy

MAY = "deviations.assess"
WEEK = TODAY + timedelta(days=6)
HOLDER: list[User | None] = [None]


@pytest.fixture(autouse=True)
def clocked(toys: object) -> Iterator[None]:
    registry.clear()
    card = replace(TOYS, clocks=_clocks, tasks_for=(MAY,))
    registry.add(card)
    HOLDER[0] = None
    return iter([None])


def _clocks(root: Unit) -> list[Clock]:
    holder = HOLDER[0].pk if HOLDER[0] else None
    return [Clock(one.pk, "play", TODAY, TODAY, MAY, holder) for one in Record.objects.filter(root=root)]


def away(person: User, deputy: User | None, first: date = TODAY, last: date = WEEK) -> Absence:
    return Absence.objects.create(user=person, deputy=deputy, first_day=first, last_day=last)


def told() -> set[str]:
    return set(Notification.objects.values_list("receiver__name", flat=True))


@pytest.mark.parametrize(
    ("day", "is_away"),
    [(TODAY - timedelta(days=1), False), (TODAY, True), (WEEK, True), (WEEK + timedelta(days=1), False)],
)
def test_both_days_are_included(cast: Cast, day: date, is_away: bool) -> None:  # noqa: FBT001 - a truth table
    away(cast.alice, cast.eva)
    assert deputies_of([cast.alice.pk, cast.dag.pk], day) == ({cast.alice.pk: [cast.eva]} if is_away else {})


def test_a_deputy_who_is_away_or_has_left_stands_in_for_none(cast: Cast) -> None:
    away(cast.alice, cast.eva)
    away(cast.eva, cast.dag)
    assert deputies_of([cast.alice.pk, cast.eva.pk], TODAY) == {cast.alice.pk: [], cast.eva.pk: [cast.dag]}
    User.objects.filter(pk=cast.dag.pk).update(is_active=False)
    assert deputies_of([cast.eva.pk], TODAY) == {cast.eva.pk: []}


class TestWhoIsTold:
    def test_the_deputy_as_well(self, cast: Cast) -> None:
        HOLDER[0] = cast.alice
        away(cast.alice, cast.eva)
        make_toy(cast)
        remind_all(now=NOW)
        assert told() == {"Alice", "Eva"}

    @pytest.mark.parametrize("name", ["bo", "cecilia", "stranger", ""])
    def test_a_deputy_who_may_not_see_it_is_not_and_somebody_near_is(self, cast: Cast, name: str) -> None:
        make_person("Disa", "department_manager", cast.department)
        HOLDER[0] = cast.alice
        away(cast.alice, getattr(cast, name) if name else None)
        make_toy(cast)
        remind_all(now=NOW)
        assert told() == {"Alice", "Disa"}

    def test_whoever_left_or_lost_the_right_is_not_told_at_all(self, cast: Cast) -> None:
        HOLDER[0] = cast.dag
        Assignment.objects.filter(user=cast.dag).update(role="decision_maker")
        make_toy(cast)
        remind_all(now=NOW)
        assert told() == {"Alice"}

    def test_of_what_arrives_with_those_nearest_away(self, cast: Cast) -> None:
        record = make_toy(cast)
        away(cast.alice, None)
        assert {user.name for user in tell_nearest(record, Event.ARRIVED, MAY, by=None, now=NOW)} == {
            "Alice",
            "Dag",
            "Eva",
        }

    def test_of_work_but_not_of_ones_own_reports(self, cast: Cast) -> None:
        record = make_toy(cast)
        away(cast.alice, cast.eva)
        assert tell(record, Event.ASSIGNED, to=[cast.alice], by=None, now=NOW) == [cast.alice, cast.eva]
        assert tell(record, Event.CLOSED, to=[cast.alice], by=None, now=NOW) == [cast.alice]

    def test_whoever_has_it_alone_when_they_are_here(self, cast: Cast) -> None:
        holding = Holding(make_toy(cast), cast.dag.pk, MAY)
        assert tell_holder(holding, Event.ASSIGNED, by=None, now=NOW) == [cast.dag]


class TestSaying:
    def test_oneself_and_who_leads(self, cast: Cast) -> None:
        for number, by in enumerate((cast.bo, cast.alice, cast.eva)):
            first = TODAY + timedelta(days=10 * number)
            set_absence(person=cast.bo, deputy=None, first_day=first, last_day=first, by=by, now=NOW)
        told = AuditEvent.objects.filter(event="absent").order_by("pk")
        assert [(row.actor_id, row.data["person"]) for row in told] == [
            (by.pk, cast.bo.pk) for by in (cast.bo, cast.alice, cast.eva)
        ]

    @pytest.mark.parametrize("name", ["cecilia", "dag", "hugo", "gun", "stranger"])
    def test_nobody_else(self, cast: Cast, name: str) -> None:
        with pytest.raises(NotAllowed):
            set_absence(person=cast.bo, deputy=None, first_day=TODAY, last_day=WEEK, by=getattr(cast, name), now=NOW)
        absence = away(cast.bo, None)
        with pytest.raises(NotAllowed):
            end_absence(absence=absence, by=getattr(cast, name), now=NOW)

    @pytest.mark.parametrize(
        ("deputy", "first", "last", "code"),
        [
            ("eva", WEEK, TODAY, "absence.order"),
            ("eva", TODAY - timedelta(days=9), TODAY - timedelta(days=1), "absence.past"),
            ("alice", TODAY, WEEK, "absence.deputy.self"),
            ("stranger", TODAY, WEEK, "absence.deputy.role"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, deputy: str, first: date, last: date, code: str) -> None:
        with pytest.raises(RuleBroken) as broken:
            set_absence(
                person=cast.alice,
                deputy=getattr(cast, deputy),
                first_day=first,
                last_day=last,
                by=cast.alice,
                now=NOW,
            )
        assert broken.value.code == code

    def test_not_twice_the_same_days(self, cast: Cast) -> None:
        away(cast.alice, None)
        with pytest.raises(RuleBroken, match="redan"):
            set_absence(person=cast.alice, deputy=None, first_day=WEEK, last_day=WEEK, by=cast.alice, now=NOW)

    def test_back_sooner(self, cast: Cast) -> None:
        begun, coming = away(cast.alice, None, TODAY - timedelta(days=3)), away(cast.alice, None, WEEK, WEEK)
        for absence in (begun, coming):
            end_absence(absence=absence, by=cast.alice, now=NOW)
        assert [row.last_day for row in Absence.objects.all()] == [TODAY - timedelta(days=1)]
        with pytest.raises(RuleBroken, match="redan slut"):
            end_absence(absence=begun, by=cast.alice, now=NOW)

    def test_what_the_deputy_cannot_do_is_known(self, cast: Cast) -> None:
        assert out_of_reach(cast.alice, cast.eva, reader_of(cast.alice)) == []
        assert out_of_reach(cast.alice, cast.cecilia, reader_of(cast.alice)) == ["Leksaker"]
        assert out_of_reach(cast.bo, cast.gun, reader_of(cast.bo)) == []
