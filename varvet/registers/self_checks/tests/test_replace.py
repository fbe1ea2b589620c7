"""Replacing a drawn case: the next in its stratum, with the reason kept."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Case, Frame, Replacement, Round
from varvet.registers.self_checks.rules import CaseState, drawing
from varvet.registers.self_checks.tests.factories import Counted, counted, fresh, last_event
from varvet.registers.self_checks.tests.frames import codes, draw, drawn, listed, with_frame


def replace(held: Round, by: User, number: int = 3) -> Case:
    replaced = actions.Replaced(number, drawing.Why.NOT_FOUND)
    return actions.replace(round_=held, replaced=replaced, version=held.version, by=by, now=NOW)


def test_the_next_in_the_stratum_stands_in(cast: Cast) -> None:
    held = drawn(cast)
    left = Case.objects.get(round=held, number=3)
    made = replace(held, cast.alice)
    assert (made.number, made.replaces, made.stratum, made.draw) == (13, 3, left.stratum, 1)
    frame = Frame.objects.get(round=held)
    of_stratum = [row for row in listed() if row.sex == left.stratum]
    order = drawing.order_of(frame.seed, held.reference)
    ahead = sorted(of_stratum, key=lambda row: order.place(row.code))
    count = Case.objects.filter(round=held, stratum=left.stratum, replaces=0).count()
    assert made.code == ahead[count].code
    assert counted(held) == [Counted("planned", outcome="")]


def test_the_one_left_out_stays_with_its_reason(cast: Cast) -> None:
    held = drawn(cast)
    replace(held, cast.alice)
    left = Case.objects.get(round=held, number=3)
    assert left.state == CaseState.LEFT_OUT
    assert Replacement.objects.get(case=left).reason == "not_found"
    assert last_event(held) == ("replaced", cast.alice.pk, 4)


def test_drawing_more_afterwards_counts_the_one_that_stands_in(cast: Cast) -> None:
    held = drawn(cast)
    replace(held, cast.alice)
    draw(fresh(held.pk), cast, 20)
    assert len(set(codes(held))) == 21
    assert Case.objects.filter(round=held).exclude(state=CaseState.LEFT_OUT).count() == 20


@pytest.mark.parametrize("state", [CaseState.REVIEWED, CaseState.LEFT_OUT])
def test_only_what_waits_is_replaced(cast: Cast, state: CaseState) -> None:
    held = drawn(cast)
    Case.objects.filter(round=held, number=3).update(state=state)
    with pytest.raises(RuleBroken):
        replace(held, cast.alice)
    assert not Replacement.objects.exists()


def test_when_nothing_is_left_it_is_said(cast: Cast) -> None:
    held = with_frame(cast, count=12)
    draw(held, cast, 12)
    with pytest.raises(RuleBroken) as broken:
        replace(fresh(held.pk), cast.alice)
    assert broken.value.code == "self_check.replace.none"
    assert Case.objects.get(round=held, number=3).state == CaseState.TO_REVIEW


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = drawn(cast)
    with pytest.raises(NotAllowed):
        replace(held, getattr(cast, who))


def test_an_old_version_is_not_written_over(cast: Cast) -> None:
    held = drawn(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        replace(held, cast.alice)
