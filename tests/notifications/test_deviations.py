"""Who is told of what happens to a deviation, from its arrival to its end."""

from datetime import UTC, datetime

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast, make_person
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.notifications import announcing
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.notifications.models import Announcement, Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import ASSESSED, assessment, content, reopened, reported


def told(user: User) -> list[str]:
    """After the worker's turn."""
    spread()
    return list(Notification.objects.filter(receiver=user).order_by("pk").values_list("event", flat=True))


def morning(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 5, 0, tzinfo=UTC)


def test_the_manager_is_told_of_an_arrival_and_the_coordinator_is_not(cast: Cast) -> None:
    reported(cast)
    assert told(cast.alice) == ["arrived"]
    assert Notification.objects.count() == 1


def test_an_arrival_is_announced_once_and_told_once(cast: Cast) -> None:
    actions.report(content=content(cast), key=new_key(), by=cast.bo, now=NOW)
    assert Announcement.objects.count() == 1
    assert not Notification.objects.exists()
    assert (spread(), spread()) == (1, 0)
    assert Notification.objects.get().created_at == NOW


def test_an_arrival_that_cannot_be_told_now_is_told_later(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    actions.report(content=content(cast), key=new_key(), by=cast.bo, now=NOW)
    with monkeypatch.context() as patched:
        patched.setattr(announcing, "tell_nearest", _fail)
        with pytest.raises(RuntimeError, match="a bug"):
            spread()
    assert Announcement.objects.count() == 1
    assert told(cast.alice) == ["arrived"]


def _fail(*_: object, **__: object) -> None:
    raise RuntimeError("a bug")


def test_a_manager_who_reports_in_their_own_unit_is_told_nothing(cast: Cast) -> None:
    reported(cast, by=cast.alice)
    assert not Notification.objects.exists()


def test_the_reporter_is_told_how_it_goes(cast: Cast) -> None:
    reopened(cast)
    assert told(cast.bo) == ["assessed", "closed", "reopened"]


def test_a_colleague_for_whom_it_was_reported_is_told_too(cast: Cast) -> None:
    bea = make_person("Bea", "employee", cast.a)
    deviation = reported(cast, origin=actions.Origin(on_behalf_of=bea))
    actions.assess(deviation=deviation, assessment=assessment(cast), version=1, by=cast.alice, now=ASSESSED)
    assert told(bea) == told(cast.bo) == ["assessed"]


def test_a_form_sent_twice_tells_once(cast: Cast) -> None:
    key = new_key()
    for _ in range(2):
        actions.report(content=content(cast), key=key, by=cast.bo, now=NOW)
    assert told(cast.alice) == ["arrived"]


def test_what_is_refused_is_told_to_nobody(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        actions.report(content=content(cast, what=""), key=new_key(), by=cast.bo, now=NOW)
    assert not Notification.objects.exists()


def test_more_from_the_reporter_is_told_to_those_who_have_it(cast: Cast) -> None:
    deviation = reported(cast)
    actions.add_more(deviation=deviation, text="Det hände igen.", key=new_key(), by=cast.bo, now=NOW)
    assert told(cast.alice) == ["arrived", "added"]


def test_what_nobody_assesses_is_reminded_of_and_goes_upwards(cast: Cast) -> None:
    reported(cast)  # on Monday 16 March: due on Thursday
    for day in (17, 18, 19, 20, 23, 24, 25, 26, 27):
        remind_all(now=morning(3, day))
    assert told(cast.alice) == ["arrived", "due_soon", "due", "overdue", "overdue"]
    assert told(cast.dag) == told(cast.eva) == ["escalated"]


def test_what_is_assessed_is_not_overdue_for_assessment(cast: Cast) -> None:
    deviation = reported(cast)
    actions.assess(deviation=deviation, assessment=assessment(cast), version=1, by=cast.alice, now=ASSESSED)
    remind_all(now=morning(3, 23))
    assert told(cast.alice) == ["arrived"]


def test_one_opened_again_has_its_days_anew(cast: Cast) -> None:
    deviation = reopened(cast)  # on Sunday 5 April, the day before Easter Monday
    assert Deviation.objects.get(pk=deviation.pk).status == "reopened"
    remind_all(now=morning(4, 7))
    assert "overdue" not in told(cast.alice)
    remind_all(now=morning(4, 9))
    assert told(cast.alice)[-1] == "due"
