"""Sorting: what sort it is and what it is about, which may be several things."""

import pytest

from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback, Mention
from varvet.registers.feedback.tests.factories import Desk, events, make_captured, make_types


def sort_it(desk: Desk, feedback: Feedback, *codes: str, version: int = 1) -> Feedback:
    sorting = actions.Sorting(rules.Sort.VIEW, desk.types, desk.types_called(*codes))
    return actions.categorise(feedback=feedback, sorting=sorting, version=version, by=desk.cast.alice, now=NOW)


def counted(feedback: Feedback) -> list[tuple[str, str, str]]:
    rows = Fact.objects.filter(record_id=feedback.pk).order_by("pk")
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


def test_a_type_from_another_list_is_refused(desk: Desk) -> None:
    feedback = make_captured(desk)
    for versions in (None, make_types(desk.cast.root, "another_list")):
        sorting = actions.Sorting(rules.Sort.VIEW, versions, desk.types_called("waiting"))
        with pytest.raises(RuleBroken, match="finns inte i listan"):
            actions.categorise(feedback=feedback, sorting=sorting, version=1, by=desk.cast.alice, now=NOW)
    assert events(feedback) == ["received"]
