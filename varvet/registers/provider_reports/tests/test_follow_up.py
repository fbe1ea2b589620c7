"""Following up: a demand with its answer, a visit, and what each showed."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import FollowUp, Narrative
from varvet.registers.provider_reports.rules import Subject
from varvet.registers.provider_reports.tests.factories import (
    ASSESSED,
    FOLLOWED,
    another,
    assessed,
    events_of,
    facts_of,
    finished,
    fresh,
    page_of,
    planned,
    registered,
)


def came(cast: Cast, follow_up: FollowUp, on: date, words: str = "Rutinen är skriven.") -> None:
    content, version = actions.Came(words, on), fresh(follow_up.report).version
    actions.note_answer(follow_up=follow_up, content=content, version=version, by=cast.dag, now=FOLLOWED)


def test_a_plan_begins_the_following_up(cast: Cast) -> None:
    made = planned(cast, Subject.CONTRACT)
    assert fresh(made.report).status == "following_up"
    assert (made.planned_on, made.due_on, made.is_done) == (ASSESSED.date(), date(2026, 4, 30), False)
    assert [(n.part, n.text) for n in Narrative.objects.filter(follow_up=made)] == [
        ("demand", "Besök hemma hos personen.")
    ]
    assert events_of(made.report)[-1] == ("follow_up_planned", 5, cast.dag.pk)


def test_there_may_be_several(cast: Cast) -> None:
    made = planned(cast)
    another(cast, made.report, Subject.CONTRACT)
    assert made.report.follow_ups.count() == 2


@pytest.mark.parametrize(
    ("words", "due_on", "code"),
    [("", date(2026, 4, 30), "words.empty"), ("Rutin.", ASSESSED.date() - timedelta(days=1), "due_on.past")],
)
def test_a_plan_says_what_and_by_when(cast: Cast, words: str, due_on: date, code: str) -> None:
    report = assessed(cast)
    content = actions.Plan(Subject.CONTRACT, words, due_on)
    with pytest.raises(RuleBroken) as broken:
        actions.plan(report=report, content=content, version=report.version, by=cast.dag, now=ASSESSED)
    assert broken.value.code == f"provider_report.{code}"
    assert not FollowUp.objects.exists()


def test_an_answer_is_kept_and_a_later_takes_its_day(cast: Cast) -> None:
    made = planned(cast, Subject.CONTRACT)
    came(cast, made, date(2026, 4, 8))
    came(cast, made, date(2026, 4, 10), "Rutinen är beslutad.")
    made.refresh_from_db()
    assert made.answered_on == date(2026, 4, 10)
    assert list(Narrative.objects.filter(follow_up=made, part="answer").order_by("pk").values_list("text", flat=True))
    assert events_of(made.report)[-1][0] == "follow_up_answered"
    shown = text_of(as_(cast.dag).get(page_of(made.report)))
    assert "Rutinen är beslutad." in shown
    assert "Rutinen är skriven." not in shown


def test_a_person_is_not_answered_by_the_provider(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        came(cast, planned(cast, Subject.PERSON), date(2026, 4, 8))
    assert broken.value.code == "provider_report.answer.subject"


def test_finished_it_is_counted_with_who_did_it(cast: Cast) -> None:
    made = planned(cast)
    finished(cast, made)
    made.refresh_from_db()
    assert (made.done_on, made.done_by) == (FOLLOWED.date(), cast.dag)
    assert facts_of(made.report)[-1] == ("followed_up", date(2026, 4, 15), "misconduct", 34)
    assert Fact.objects.get(record_id=made.report_id, happening="followed_up").direction == "person"
    assert "av Dag" in text_of(as_(cast.dag).get(page_of(made.report)))


def test_finished_once_is_enough(cast: Cast) -> None:
    made = planned(cast)
    finished(cast, made)
    with pytest.raises(RuleBroken) as broken:
        finished(cast, made)
    assert broken.value.code == "provider_report.follow_up.done"


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (ASSESSED.date() - timedelta(days=1), "on.before"),
        (FOLLOWED.date() + timedelta(days=1), "on.ahead"),
        (date(2026, 4, 9), "on.before"),  # answered the day after
    ],
)
def test_days_come_in_order(cast: Cast, on: date, code: str) -> None:
    made = planned(cast, Subject.CONTRACT)
    came(cast, made, date(2026, 4, 10))
    content, version = actions.Came("Det fungerar.", on), fresh(made.report).version
    with pytest.raises(RuleBroken) as broken:
        actions.finish_follow_up(follow_up=made, content=content, version=version, by=cast.dag, now=FOLLOWED)
    assert broken.value.code == f"provider_report.{code}"


def test_one_of_another_report_is_not_found_under_this(cast: Cast) -> None:
    mine, other = planned(cast), planned(cast)
    client = as_(cast.dag)
    assert client.get(page_of(other.report, f"folj-upp/{mine.pk}/klar/")).status_code == 404
    assert client.get(page_of(mine.report, f"folj-upp/{mine.pk}/klar/")).status_code == 200
    assert client.get(page_of(registered(cast), f"folj-upp/{mine.pk}/svar/")).status_code in {404, 409}
