"""Drawing and drawing more: who may, when, what becomes cases, and that one of two wins."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Case, Draw, DrawnStratum, Frame
from varvet.registers.self_checks.rules import drawing
from varvet.registers.self_checks.tests.factories import Counted, counted, fresh, last_event
from varvet.registers.self_checks.tests.frames import codes, draw, drawn, listed, with_frame


def test_the_drawn_become_cases(cast: Cast) -> None:
    held = drawn(cast)
    rows = Case.objects.filter(round=held)
    assert [(case.number, case.draw, case.state) for case in rows] == [(n, 1, "to_review") for n in range(1, 13)]
    assert {case.stratum for case in rows} == {case.sex for case in rows} == {"girls", "boys"}
    assert held.population == 40
    assert counted(held) == [Counted("planned", outcome="")]


def test_the_draw_says_what_it_drew_of_what(cast: Cast) -> None:
    drawn(cast)
    parts = DrawnStratum.objects.values_list("stratum", "population", "sample")
    assert list(parts) == [("boys", 10, 5), ("girls", 30, 7)]


def test_anybody_can_draw_it_again(cast: Cast) -> None:
    """From what is kept alone: the frame's rows and seed, the round's reference, and how many of each."""
    held = drawn(cast)
    frame = Frame.objects.get(round=held)
    again = drawing.draw(listed(), ("sex",), {"boys": 5, "girls": 7}, drawing.order_of(frame.seed, held.reference))
    assert [row.code for _, row in again] == codes(held)


def test_more_keeps_what_was_drawn_and_its_numbers(cast: Cast) -> None:
    held = drawn(cast)
    before = codes(held)
    draw(held, cast, 20)
    held = fresh(held.pk)
    assert codes(held)[:12] == before
    assert len(set(codes(held))) == 20
    assert [made.number for made in Draw.objects.all()] == [1, 2]
    assert last_event(held) == ("extended", cast.alice.pk, 4)


def test_a_second_list_is_drawn_from_by_itself(cast: Cast) -> None:
    """As for payments, day by day: what is in the round already is not drawn again."""
    held = with_frame(cast, drawn(cast))
    draw(held, cast, 15, frame=2)
    held = fresh(held.pk)
    assert len(set(codes(held))) == len(codes(held)) == 27
    assert (held.population, [made.number for made in Draw.objects.all()]) == (80, [1, 2])


def test_the_trail_tells_of_it(cast: Cast) -> None:
    assert last_event(drawn(cast)) == ("drawn", cast.alice.pk, 3)


def test_of_two_at_once_one_wins(cast: Cast) -> None:
    held = with_frame(cast)
    draw(held, cast, 12)
    with pytest.raises(StaleVersion):
        draw(held, cast, 14)
    assert len(codes(held)) == 12


def test_no_more_than_is_left_when_lists_overlap(cast: Cast) -> None:
    held = with_frame(cast, drawn(cast))
    with pytest.raises(RuleBroken):
        draw(held, cast, 29, frame=2)
    draw(held, cast, 28, frame=2)
    assert len(set(codes(held))) == 40


@pytest.mark.parametrize("total", [0, 9, 41])
def test_a_number_that_cannot_be_is_refused(cast: Cast, total: int) -> None:
    held = with_frame(cast)
    with pytest.raises(RuleBroken):
        draw(held, cast, total)
    assert not Case.objects.exists()


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = with_frame(cast)
    with pytest.raises(NotAllowed):
        actions.draw(round_=held, wanted=actions.Wanted(1, 12), version=held.version, by=getattr(cast, who), now=NOW)
    assert not Draw.objects.exists()


def test_not_when_it_is_over(cast: Cast) -> None:
    held = with_frame(cast)
    held = actions.mark_not_done(round_=held, reason="Tid saknades.", version=held.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        draw(held, cast, 12)
