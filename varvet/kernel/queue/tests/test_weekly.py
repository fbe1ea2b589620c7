"""The week's mail: once a person and week, on its first working day, of what waits when it is sent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from varvet.kernel.access.models import Absence, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.notifications.choices import choices_of
from varvet.kernel.notifications.mail import delivery
from varvet.kernel.notifications.mail.weekly import queue_week
from varvet.kernel.notifications.models import Mail, Weekly
from varvet.kernel.records import registry
from varvet.kernel.records.registry import Task
from varvet.kernel.records.tests.toy import TOYS

MAY = "deviations.assess"
SETTINGS = "/installningar/aviseringar/"
MONDAY = datetime(2026, 3, 16, 5, 30, tzinfo=UTC)
EASTER_MONDAY = datetime(2026, 4, 6, 4, 30, tzinfo=UTC)
DAY = timedelta(days=1)
WAITING: list[Task] = []


@pytest.fixture(autouse=True)
def waiting(toys: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Task]]:
    """What waits for Alice."""
    registry.clear()
    registry.add(replace(TOYS, tasks=_tasks, tasks_for=(MAY,)))
    WAITING[:] = [task("LEK-2", 3), task("LEK-1", -1), task("LEK-3", 30)]
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)
    return iter([WAITING])


def _tasks(reader: Reader) -> list[Task]:
    return WAITING if reader.user.name == "Alice" else []


def task(reference: str, days: int) -> Task:
    today = date(2026, 3, 16)
    return Task("Gör det", reference, "Mottagning A", "/lek/", today, today + days * DAY, detail="Om Kim.")


def receivers(moment: datetime = MONDAY) -> set[str]:
    queue_week(now=moment)
    return {row.receiver.name for row in Weekly.objects.select_related("receiver")}


def sent() -> list[str]:
    queue_week(now=MONDAY)
    delivery.send_waiting(now=MONDAY)
    return [str(message.body) for message in mail.outbox]


def test_it_goes_to_those_something_can_wait_for(cast: Cast) -> None:
    assert receivers() == {"Alice", "Cecilia", "Dag", "Eva", "Stina"}


def test_it_says_what_and_by_when_with_a_link(cast: Cast) -> None:
    [body] = sent()
    first, second = body.index("Gör det: LEK-1, senast 15 mars."), body.index("Gör det: LEK-2, senast 19 mars.")
    assert first < second < body.index("LEK-3")
    assert "http://127.0.0.1:8000/lek/?rot=exempelby" in body
    assert mail.outbox[0].subject == "Din vecka: 1 sak är försenad"
    assert "Kim" not in body
    assert "Mottagning" not in body


@pytest.mark.parametrize(
    ("days", "subject"),
    [
        ((-2, -1), "Din vecka: 2 saker är försenade"),
        ((0, 7, 8), "Din vecka: 2 saker ska bli klara"),
        ((8, 9), "Din vecka: 2 saker väntar"),
    ],
)
def test_its_subject_says_what_presses(cast: Cast, days: tuple[int, ...], subject: str) -> None:
    WAITING[:] = [task(f"LEK-{number}", number) for number in days]
    sent()
    assert mail.outbox[0].subject == subject


def test_who_has_nothing_gets_no_mail(cast: Cast) -> None:
    WAITING.clear()
    assert sent() == []
    assert set(Mail.objects.values_list("state", flat=True)) == {Mail.State.EMPTY}


def test_twice_it_goes_once(cast: Cast) -> None:
    assert len(sent()) == 1
    assert len(sent()) == 1
    assert queue_week(now=MONDAY + 4 * DAY) == 0


def test_another_week_is_another_mail(cast: Cast) -> None:
    queue_week(now=MONDAY)
    assert queue_week(now=MONDAY + 7 * DAY) == 5


def test_not_on_a_holiday_but_the_day_after(cast: Cast) -> None:
    assert receivers(EASTER_MONDAY) == set()
    assert "Alice" in receivers(EASTER_MONDAY + DAY)


def test_not_on_the_days_off_before_a_week_has_begun(cast: Cast) -> None:
    assert receivers(MONDAY - DAY) != set()  # a Sunday of a week whose working days nobody looked on
    assert {row.week for row in Weekly.objects.all()} == {date(2026, 3, 9)}


def test_who_is_away_gets_it_when_back(cast: Cast) -> None:
    Absence.objects.create(user=cast.alice, first_day=date(2026, 3, 9), last_day=date(2026, 3, 17))
    assert "Alice" not in receivers()
    assert "Alice" in receivers(MONDAY + 2 * DAY)


def test_who_has_left_gets_none(cast: Cast) -> None:
    User.objects.filter(pk=cast.alice.pk).update(is_active=False)
    assert "Alice" not in receivers()


def test_who_wants_none_says_so(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.alice)
    page = client.get(SETTINGS)
    given = {bound.html_name: bound.value() for bound in page.context["form"]}
    wanted = {name: value for name, value in given.items() if value}
    client.post(SETTINGS, {name: value for name, value in wanted.items() if name != "weekly"})
    assert not choices_of(cast.alice).weekly
    assert "Alice" not in receivers()
    client.post(SETTINGS, wanted)
    assert choices_of(cast.alice).weekly


def test_in_english(cast: Cast) -> None:
    User.objects.filter(pk=cast.alice.pk).update(language="en")
    WAITING[:] = [task("LEK-1", -1)]
    sent()
    assert "LEK-1" in mail.outbox[0].body
    assert mail.outbox[0].subject == "Your week: 1 thing is late"
