"""From announced to closed: what each step keeps and counts, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.deadlines.extending import extend
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Link, LinkKind
from varvet.kernel.records.once import new_key
from varvet.registers.inspections import actions
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Finding, Sort, Status
from varvet.registers.inspections.tests.factories import (
    ANSWER,
    DEMAND,
    DUE_ON,
    EXPECTED_ON,
    LATER,
    LINE,
    MATTERS,
    RECEIVED_ON,
    about,
    announced,
    answered,
    answering,
    closed,
    contract,
    decided,
    facts_of,
    fresh,
    happenings,
    last_event,
    received,
    settled,
    withdrawn,
    words_of,
)


def test_announced_it_waits_for_its_day(cast: Cast) -> None:
    made = announced(cast)
    assert (made.status, made.expected_on, made.responsible) == (Status.ANNOUNCED, EXPECTED_ON, cast.alice)
    assert facts_of(made) == [("announced", TODAY, "")]
    assert last_event(made) == ("announced", 1, cast.alice.pk)


def test_what_is_taken_in_keeps_its_demand(cast: Cast) -> None:
    made = received(cast)
    assert (made.status, made.received_on, made.due_on) == (Status.RECEIVED, RECEIVED_ON, DUE_ON)
    assert (made.by.code, words_of(made)) == ("ivo", {"demand": DEMAND})
    assert facts_of(made) == [("received", RECEIVED_ON, "")]


def test_the_same_key_makes_one(cast: Cast) -> None:
    key, demand = new_key(), actions.Demand(RECEIVED_ON)
    first, second = (
        actions.take_in(about=about(cast), demand=demand, key=key, by=cast.alice, now=NOW) for _ in range(2)
    )
    assert first.pk == second.pk
    assert Inspection.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"subject": " "}, "inspection.subject.empty"),
        ({"subject": "Ärendet om 19121212-1212"}, "inspection.subject.personal"),
        ({"by": "nobody"}, "inspection.by.list"),
        ({"sort": Sort.INTERNAL, "by": "ivo"}, "inspection.by.list"),
        ({"sort": Sort.CONTRACT, "by": "contract"}, "inspection.provider.empty"),
    ],
)
def test_what_cannot_be_written_in(cast: Cast, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        received(cast, **changes)
    assert broken.value.code == code


def test_only_some_roles_write_in(cast: Cast) -> None:
    for person in (cast.bo, cast.gun, cast.hugo, cast.cecilia, cast.stranger):
        with pytest.raises(NotAllowed):
            received(cast, who=person)


def test_days_must_be_in_order(cast: Cast) -> None:
    for demand, code in (
        (actions.Demand(TODAY + timedelta(days=1)), "inspection.received_on.ahead"),
        (actions.Demand(TODAY, due_on=TODAY - timedelta(days=1)), "inspection.due_on.before"),
    ):
        with pytest.raises(RuleBroken) as broken:
            actions.take_in(about=about(cast), demand=demand, key=new_key(), by=cast.alice, now=NOW)
        assert broken.value.code == code


def test_an_answer_is_written_before_it_is_sent(cast: Cast) -> None:
    made = received(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.send(inspection=made, sent_on=TODAY, version=made.version, by=cast.alice, now=NOW)
    assert broken.value.code == "inspection.send.answer"
    made = answering(cast)
    assert (made.status, words_of(made)["answer"]) == (Status.ANSWERING, ANSWER)


@pytest.mark.parametrize(("late_by", "in_time"), [(0, 1), (1, 0)])
def test_the_last_day_is_in_time_and_the_day_after_is_not(cast: Cast, late_by: int, in_time: int) -> None:
    made = answered(cast, due_on=TODAY - timedelta(days=late_by))
    fact = Fact.objects.get(record_id=made.pk, happening="answered")
    assert (fact.numerator, fact.denominator, fact.days) == (in_time, 1, 11)


def test_time_that_was_given_counts(cast: Cast) -> None:
    made = answering(cast, due_on=TODAY - timedelta(days=1))
    extend(
        record=made, code="answer", until=TODAY + timedelta(days=3), reason="IVO gav anstånd.", by=cast.alice, now=NOW
    )
    now = fresh(made)
    sent = actions.send(inspection=now, sent_on=TODAY, version=now.version, by=cast.alice, now=NOW)
    assert sent.answer_due_on == TODAY + timedelta(days=3)
    assert Fact.objects.get(record_id=made.pk, happening="answered").numerator == 1


def test_without_a_day_it_is_neither_in_time_nor_late(cast: Cast) -> None:
    made = answered(cast, due_on=None)
    assert Fact.objects.get(record_id=made.pk, happening="answered").denominator is None


def test_a_decision_counts_what_was_found(cast: Cast) -> None:
    made = decided(cast)
    remark = actions.Found(Finding.REMARK, "Samtycken är inte aktuella")
    made = actions.find(inspection=made, found=remark, version=made.version, by=cast.alice, now=NOW)
    assert (made.status, made.decided_on, made.diary) == (Status.DECIDED, TODAY, "3.5-12345/2026")
    assert [(p.number, p.kind, p.line) for p in made.points.all()] == [
        (1, "criticism", LINE),
        (2, "remark", "Samtycken är inte aktuella"),
    ]
    found = [(happening, outcome) for happening, _, outcome in facts_of(made) if happening in {"decided", "mention"}]
    assert found == [("decided", "criticism"), ("mention", "criticism"), ("mention", "remark")]


def test_a_finding_says_what_it_is(cast: Cast) -> None:
    made = answered(cast)
    empty = actions.Decision(TODAY, actions.Found(Finding.CRITICISM, " "))
    with pytest.raises(RuleBroken) as broken:
        actions.decide(inspection=made, decision=empty, version=made.version, by=cast.alice, now=NOW)
    assert broken.value.code == "inspection.line.empty"
    nothing = actions.Decision(TODAY, actions.Found(Finding.NOTHING))
    made = actions.decide(inspection=made, decision=nothing, version=made.version, by=cast.alice, now=NOW)
    assert actions.close(inspection=made, words="", version=made.version, by=cast.alice, now=NOW).status == "closed"


def test_closing_needs_an_action_or_a_reason_for_each_point(cast: Cast) -> None:
    made = decided(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.close(inspection=made, words="", version=made.version, by=cast.alice, now=NOW)
    assert (broken.value.code, broken.value.values) == ("inspection.close.findings", {"number": 1})
    Link.objects.create(source=received(cast).record, target=made.record, kind=LinkKind.FOLLOWS, part="punkt-1")
    assert actions.close(inspection=made, words="", version=made.version, by=cast.alice, now=NOW).closed_on == TODAY


def test_a_reason_is_enough_and_what_matters_is_kept_for_the_unit(cast: Cast) -> None:
    made = settled(cast)
    [point] = made.points.all()
    assert (point.no_action, [(one.unit, one.line) for one in point.important.all()]) == (
        "Rutinen är redan ny",
        [(cast.a, MATTERS)],
    )
    other = actions.Settled(cast.b, "x" * 9)
    with pytest.raises(RuleBroken) as broken:
        actions.settle(inspection=made, number=1, settled=other, version=made.version, by=cast.alice, now=NOW)
    assert broken.value.field == "unit"


def test_closed_it_has_counted_once_each(cast: Cast) -> None:
    made = closed(cast)
    assert happenings(made) == ["received", "answered", "decided", "closed", "mention"]
    assert (made.closed_at, words_of(made)["closed"]) == (NOW, "Rutinen följs.")


def test_reopened_it_is_followed_again_and_its_responsible_is_told(cast: Cast) -> None:
    made = closed(cast)
    actions.reopen(inspection=made, reason="Bristen är kvar.", version=made.version, by=cast.eva, now=LATER)
    now = fresh(made)
    assert (now.status, now.closed_on, now.closed_at) == (Status.FOLLOWING, None, None)
    assert Notification.objects.filter(receiver=cast.alice, event="reopened").count() == 1


def test_withdrawn_it_says_why_and_was_never_begun(cast: Cast) -> None:
    made = withdrawn(cast)
    assert (made.status, happenings(made)) == (Status.WITHDRAWN, ["announced", "withdrawn"])
    assert words_of(made)["withdrawn"] == "IVO har ändrat sin plan."


def test_an_own_review_is_decided_without_an_answer(cast: Cast) -> None:
    made = received(cast, sort=Sort.INTERNAL, by="case-review")
    with pytest.raises(RuleBroken) as broken:
        actions.write_answer(inspection=made, words="Svar", version=made.version, by=cast.alice, now=NOW)
    assert broken.value.code == "inspection.answer.sort"
    decision = actions.Decision(TODAY, actions.Found(Finding.NOTHING))
    done = actions.decide(inspection=made, decision=decision, version=made.version, by=cast.alice, now=NOW)
    assert done.status == Status.DECIDED


def test_what_is_bought_counts_as_private(cast: Cast) -> None:
    content = contract(cast)
    made = received(cast, **{name: getattr(content, name) for name in ("sort", "by", "contract")})
    assert (made.provider, made.contract) == ("Exempelvård AB", "Ramavtal stödboende")
    assert set(Fact.objects.filter(record_id=made.pk).values_list("provider", flat=True)) == {"private"}


def test_corrected_later_it_is_moved_only_where_one_may(cast: Cast) -> None:
    made = received(cast)
    for unit in (cast.b, cast.other_unit):
        with pytest.raises((NotAllowed, RuleBroken)):
            actions.describe(
                inspection=made,
                about=about(cast, unit=unit),
                due_on=DUE_ON,
                version=made.version,
                by=cast.alice,
                now=NOW,
            )
    changed = actions.describe(
        inspection=made,
        about=about(cast, also=(cast.b,)),
        due_on=TODAY + timedelta(days=9),
        version=made.version,
        by=cast.alice,
        now=NOW,
    )
    assert [other.unit for other in changed.also.all()] == [cast.b]
    assert changed.due_on == TODAY + timedelta(days=9)
