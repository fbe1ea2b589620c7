"""Who is told of an event: within the transaction, only those who may see the record, nearest first."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast, make_person
from varvet.kernel.notifications.events import Event, MailMode
from varvet.kernel.notifications.models import Choice, Notification
from varvet.kernel.notifications.people import receivers
from varvet.kernel.notifications.telling import Holding, mail_due, tell, tell_above, tell_nearest
from varvet.kernel.records.models import Record
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.kernel.records.tests.toy import make_toy

pytestmark = pytest.mark.usefixtures("toys")
MAY = "deviations.assess"


def told() -> list[str]:
    return list(Notification.objects.order_by("pk").values_list("receiver__name", flat=True))


def nearest(record: Record, by: User | None = None) -> list[str]:
    with transaction.atomic():
        return [user.name for user in tell_nearest(record, Event.ARRIVED, MAY, by=by, now=NOW)]


def test_those_who_may_see_are_told(cast: Cast) -> None:
    record = make_toy(cast)
    tell(record, Event.ASSIGNED, to=[cast.alice, cast.eva], by=cast.dag, now=NOW)
    row = Notification.objects.filter(receiver=cast.alice).get()
    assert (row.record_id, row.kind, row.event, row.created_at) == (record.pk, "toys", "assigned", NOW)
    assert told() == ["Alice", "Eva"]


@pytest.mark.parametrize("name", ["cecilia", "hugo", "gun", "stranger"])
def test_who_may_not_see_is_told_nothing(cast: Cast, name: str) -> None:
    tell(make_toy(cast), Event.ASSIGNED, to=[getattr(cast, name)], by=cast.dag, now=NOW)
    assert told() == []


def test_nobody_is_told_of_what_they_did_themselves(cast: Cast) -> None:
    tell(make_toy(cast), Event.REOPENED, to=[cast.alice, cast.eva], by=cast.alice, now=NOW)
    assert told() == ["Eva"]


def test_somebody_is_told_once_and_nobody_at_all_is_left_out(cast: Cast) -> None:
    tell(make_toy(cast), Event.REOPENED, to=[cast.alice, None, cast.alice], by=None, now=NOW)
    assert told() == ["Alice"]


def test_what_is_undone_is_told_to_nobody(cast: Cast) -> None:
    with transaction.atomic():
        tell(make_toy(cast), Event.ARRIVED, to=[cast.alice], by=cast.bo, now=NOW)
        transaction.set_rollback(True)
    assert told() == []


def test_telling_outside_a_transaction_is_a_bug(at_once: AtOnce, committed_cast: Cast) -> None:
    record = at_once.alone(lambda: make_toy(committed_cast))
    with pytest.raises(RuntimeError):
        at_once.alone(lambda: tell(record, Event.ARRIVED, to=[committed_cast.alice], by=None, now=NOW))


def test_the_units_own_manager_is_nearest(cast: Cast) -> None:
    make_person("Disa", "department_manager", cast.department)
    assert nearest(make_toy(cast), by=cast.bo) == ["Alice"]


def test_without_a_manager_the_next_above_is_told(cast: Cast) -> None:
    make_person("Disa", "department_manager", cast.department)
    Assignment.objects.filter(user=cast.alice).update(last_day=date(2026, 3, 15))
    assert nearest(make_toy(cast), by=cast.bo) == ["Disa"]


def test_without_any_manager_those_of_the_whole_root_are_told(cast: Cast) -> None:
    Assignment.objects.filter(user=cast.alice).delete()
    assert sorted(nearest(make_toy(cast), by=cast.bo)) == ["Dag", "Eva"]


def test_who_has_left_is_passed_over(cast: Cast) -> None:
    User.objects.filter(pk=cast.alice.pk).update(is_active=False)
    assert sorted(nearest(make_toy(cast), by=cast.bo)) == ["Dag", "Eva"]


def test_a_coordinator_is_told_when_asked_for(cast: Cast) -> None:
    Choice.objects.create(user=cast.eva, event=Event.ARRIVED, mode=MailMode.NEVER, wide=True)
    Choice.objects.create(user=cast.stranger, event=Event.ARRIVED, mode=MailMode.NEVER, wide=True)
    assert sorted(nearest(make_toy(cast), by=cast.bo)) == ["Alice", "Eva"]
    assert Notification.objects.get(receiver=cast.eva).mail_due_at is None


def test_above_the_nearest_are_their_managers(cast: Cast) -> None:
    disa = make_person("Disa", "department_manager", cast.department)
    with transaction.atomic():
        assert tell_above(Holding(make_toy(cast), None, MAY), Event.ESCALATED, now=NOW) == [disa]


def test_a_role_held_in_another_root_gives_no_sight_here(cast: Cast) -> None:
    Assignment.objects.create(user=cast.stranger, unit=cast.other_unit, role="unit_manager", first_day=LONG_AGO)
    assert cast.stranger not in receivers(make_toy(cast), MAY, Event.ARRIVED, today=TODAY)


@pytest.mark.parametrize(
    ("mode", "moment", "due"),
    [
        pytest.param(MailMode.AT_ONCE, NOW, datetime(2026, 3, 16, 9, 31, tzinfo=UTC), id="at-once"),
        pytest.param(MailMode.NEVER, NOW, None, id="never"),
        pytest.param(MailMode.DAILY, NOW, datetime(2026, 3, 17, 6, 0, tzinfo=UTC), id="next-morning"),
        pytest.param(
            MailMode.DAILY,
            datetime(2026, 3, 16, 5, 59, tzinfo=UTC),
            datetime(2026, 3, 16, 6, 0, tzinfo=UTC),
            id="this-morning",
        ),
        pytest.param(
            MailMode.DAILY,
            datetime(2026, 3, 28, 12, 0, tzinfo=UTC),
            datetime(2026, 3, 29, 5, 0, tzinfo=UTC),
            id="summer-time-begins",
        ),
    ],
)
def test_when_a_mail_is_due(mode: MailMode, moment: datetime, due: datetime | None) -> None:
    assert mail_due(mode, moment) == due


def test_telling_the_nearest_costs_few_queries(cast: Cast) -> None:
    record = Record.objects.select_related("root").get(pk=make_toy(cast).pk)
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        tell_nearest(record, Event.ARRIVED, MAY, by=cast.bo, now=NOW)
    statements = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(statements) <= 6
