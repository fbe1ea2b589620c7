"""Sorting: what sort it is and what it is about, which may be several things."""

from datetime import date

import pytest

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback, Mention
from varvet.registers.feedback.tests.factories import Desk, events, make_captured, make_desk, make_noted


def sort_it(desk: Desk, feedback: Feedback, *codes: str, version: int = 1) -> Feedback:
    sorting = actions.Sorting(rules.Sort.VIEW, codes)
    return actions.categorise(feedback=feedback, sorting=sorting, version=version, by=desk.cast.alice, now=NOW)


def counted(feedback: Feedback) -> list[tuple[str, str, str]]:
    rows = Fact.objects.filter(record_id=feedback.pk, happening__in=("received", "mention")).order_by("pk")
    return [(fact.happening, fact.kind, fact.category) for fact in rows]


def test_each_category_is_a_mention_and_the_first_is_the_primary(desk: Desk) -> None:
    feedback = sort_it(desk, make_captured(desk), "treatment", "waiting")
    assert counted(feedback) == [
        ("received", "view", "treatment"),
        ("mention", "view", "treatment"),
        ("mention", "view", "waiting"),
    ]
    assert events(feedback) == ["received", "categorised"]


def test_sorting_anew_replaces(desk: Desk) -> None:
    feedback = sort_it(desk, make_captured(desk), "treatment", "waiting")
    feedback = sort_it(desk, feedback, "waiting", version=2)
    assert counted(feedback) == [("received", "view", "waiting"), ("mention", "view", "waiting")]
    assert Mention.objects.count() == 1


def test_a_type_that_is_not_in_the_list_is_refused(desk: Desk) -> None:
    feedback = make_captured(desk)
    with pytest.raises(RuleBroken, match="finns inte i listan"):
        sort_it(desk, feedback, "waiting", "unheard-of")
    assert events(feedback) == ["received"]


def test_praise_owes_no_answer_and_a_complaint_does(desk: Desk) -> None:
    """What is owed follows what it turns out to be."""
    feedback = make_captured(desk, rules.Sort.PRAISE)
    assert feedback.answer_due_on is None
    feedback = sort_it(desk, feedback, "treatment")
    assert feedback.answer_due_on == date(2026, 3, 30)
    assert Fact.objects.filter(record_id=feedback.pk, happening="answer_due", numerator=0, denominator=1).exists()


def test_a_root_without_a_list_gets_the_shipped_one(cast: Cast) -> None:
    desk = make_desk(cast)
    desk.types.categories.all().delete()
    desk.types.delete()
    feedback = make_noted(desk, rules.Handled.AT_ONCE, category="treatment")
    assert [mention.category.label_sv for mention in feedback.mentions.all()] == ["Bemötande"]
