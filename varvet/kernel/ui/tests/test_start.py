"""The start page: what it says first."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from varvet.kernel.records.registry import Task
from varvet.kernel.ui import start

NOW = datetime.fromisoformat("2023-10-09T07:30:00+02:00")
TASK = Task("Bedöm en ny avvikelse", "AVV-1", "Enheten", "/a/", date(2023, 10, 4), date(2023, 10, 9))


@pytest.mark.parametrize(
    ("hour", "said"),
    [(4, "Hej."), (5, "God morgon."), (9, "God morgon."), (10, "Hej."), (17, "Hej."), (18, "God kväll.")],
)
def test_greeting_follows_the_hour(hour: int, said: str) -> None:
    assert start.greeting(hour) == said


@pytest.mark.parametrize(
    ("pressing", "waiting", "said"),
    [
        (0, 0, "Inget väntar på dig."),
        (0, 4, "Inget brådskar i dag."),
        (1, 4, "En sak behöver dig i dag."),
        (3, 7, "Tre saker behöver dig i dag."),
    ],
)
def test_one_sentence_about_today(pressing: int, waiting: int, said: str) -> None:
    assert start.sentence(pressing, waiting) == said


def test_today_and_late_press_but_not_tomorrow() -> None:
    due = [date(2023, 10, 8), date(2023, 10, 9), date(2023, 10, 10)]
    page = start.build([replace(TASK, due=day) for day in due], NOW)
    assert page.sentence == "Två saker behöver dig i dag."
    assert page.today == "Måndag 9 oktober"


def test_a_moment_presses_on_its_local_day() -> None:
    late_evening = datetime.fromisoformat("2023-10-09T21:30:00+00:00")
    assert start.build([replace(TASK, due=late_evening)], NOW).sentence == "En sak behöver dig i dag."
    after_midnight = late_evening + timedelta(hours=1)
    assert start.build([replace(TASK, due=after_midnight)], NOW).sentence == "Inget brådskar i dag."


def test_what_is_not_shown_is_counted() -> None:
    page = start.build([TASK] * 12, NOW)
    assert (len(page.tasks), page.waiting, page.more) == (10, 12, 2)
