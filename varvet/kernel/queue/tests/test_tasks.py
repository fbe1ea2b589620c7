"""One queue over all registers, the nearest deadline first."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.queue.greeting import due_today, greet, sentence
from varvet.kernel.queue.tasks import list_tasks
from varvet.kernel.records import registry
from varvet.kernel.records.registry import Task
from varvet.kernel.records.tests.toy import TOYS


def task(reference: str, due: date | datetime) -> Task:
    return Task("Gör det", reference, "Mottagning A", "/", date(2026, 3, 1), due)


TOMORROW = task("tomorrow", date(2026, 3, 17))
TODAY = task("today", date(2026, 3, 16))
NOON = task("noon", datetime(2026, 3, 16, 11, 0, tzinfo=UTC))
NIGHT = task("night", datetime(2026, 3, 16, 23, 30, tzinfo=UTC))  # half past midnight in Sweden


@pytest.mark.usefixtures("toys")
def test_the_nearest_is_first_whatever_the_register(cast: Cast) -> None:
    registry.add(replace(TOYS, kind="dolls", prefix="DOC", tasks=lambda _: [TOMORROW, NOON]))
    registry.add(replace(TOYS, kind="cars", prefix="BIL", tasks=lambda _: [NIGHT, TODAY]))
    found = list_tasks(reader_of(cast.alice))
    assert [t.reference for t in found] == ["noon", "today", "night", "tomorrow"]


@pytest.mark.usefixtures("toys")
def test_a_register_without_tasks_adds_none(cast: Cast) -> None:
    assert list_tasks(reader_of(cast.alice)) == []


@pytest.mark.parametrize(
    ("hour", "words"),
    [(4, "God kväll."), (5, "God morgon."), (9, "God morgon."), (10, "Hej."), (17, "Hej."), (18, "God kväll.")],
)
def test_the_greeting_follows_the_hour(hour: int, words: str) -> None:
    assert greet(datetime(2026, 3, 16, hour, 59, tzinfo=timezone.get_current_timezone())) == words


def test_what_is_due_is_counted_in_swedish_days() -> None:
    now = datetime(2026, 3, 16, 12, 0, tzinfo=timezone.get_current_timezone())
    assert due_today([TODAY, TOMORROW, NOON, NIGHT], now) == 2
    assert sentence([TOMORROW], now) == "Inget behöver dig i dag."
    assert sentence([TODAY], now) == "En sak behöver dig i dag."
    assert sentence([TODAY] * 8, now) == "8 saker behöver dig i dag."
