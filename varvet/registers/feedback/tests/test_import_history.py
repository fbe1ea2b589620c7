"""Taking over history: the days stay as they were, and what cannot have been is refused."""

from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Record
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Narrative, Part
from varvet.registers.feedback.tests.factories import Desk, events, happenings, history


def taken_over(desk: Desk, *rows: actions.History) -> list[str]:
    records = actions.import_history(rows=rows, root=desk.cast.root, by=desk.cast.eva, now=NOW)
    return [record.reference for record in records]


def test_history_keeps_its_days_and_counts(desk: Desk) -> None:
    row = history(desk, texts={Part.WHAT: "Påhittat"})
    (feedback,) = actions.import_history(rows=[row], root=desk.cast.root, by=desk.cast.eva, now=NOW)
    assert (feedback.reference, feedback.version, feedback.channel) == ("SYN-2023-0001", 1, "imported")
    received = date(2023, 5, 2)
    assert happenings(feedback) == [
        ("received", received),
        ("registered", date(2023, 5, 3)),
        ("answered", date(2023, 5, 10)),
        ("answer_registered", date(2023, 5, 11)),
        ("closed", date(2023, 5, 12)),
    ]
    mentioned = Fact.objects.filter(record_id=feedback.pk, happening="mention").values_list("category", flat=True)
    assert sorted(mentioned) == ["treatment", "waiting"]
    assert set(Fact.objects.values_list("kind", "category_list")) == {("complaint", "feedback_type")}
    assert events(feedback) == ["imported"]
    written = Narrative.objects.get(feedback=feedback)
    assert (written.text, written.synthetic, written.written_at) == ("Påhittat", True, row.received_at)


def test_numbers_follow_each_other(desk: Desk) -> None:
    bare = actions.History(desk.cast.root, history(desk).received_at, "praise", rules.Status.RECEIVED)
    assert taken_over(desk, history(desk), bare) == ["SYN-2023-0001", "SYN-2023-0002"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"status": rules.Status.RECEIVED}, "feedback.course.state"),
        ({"answered_on": None}, "feedback.course.answer"),
        ({"registered_on": date(2023, 5, 1)}, "feedback.course.order"),
        ({"category_list": None}, "feedback.category.list"),
    ],
)
def test_all_or_none(desk: Desk, wrong: dict[str, object], code: str) -> None:
    with pytest.raises(RuleBroken) as error:
        taken_over(desk, history(desk), replace(history(desk), **wrong))  # type: ignore[arg-type]  # one field
    assert error.value.code == code
    assert not Record.objects.exists()


@pytest.mark.parametrize("wrong", [{"sort": "rant"}, {"channel": "pigeon"}])
def test_an_unknown_code_is_a_fault_in_the_import(desk: Desk, wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        taken_over(desk, history(desk, **wrong))


@pytest.mark.parametrize("who", ["stranger", "dag", "alice", "hugo"])
def test_only_those_who_may_import_do(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.import_history(rows=[history(desk)], root=desk.cast.root, by=getattr(desk.cast, who), now=NOW)
