"""What may happen in which state, where it leads, and the sentence when it may not."""

from enum import StrEnum

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.transitions import Moves, Transition


class Ball(StrEnum):
    NEW = "new"
    FLAT = "flat"
    LOST = "lost"


MOVES = Moves(
    code="ball",
    refusal="Bollen är {now}. Därför går det inte att {act} den.",
    labels={Ball.NEW: "Ny", Ball.FLAT: "Platt", Ball.LOST: "Anmäld till VM"},
    transitions=(
        Transition("prick", "sticka hål på", frozenset({Ball.NEW}), (Ball.FLAT,)),
        Transition("drop", "tappa", frozenset({Ball.NEW, Ball.FLAT}), (Ball.LOST, Ball.FLAT)),
        Transition("pump", "pumpa", frozenset({Ball.NEW, Ball.FLAT})),
    ),
)
ALLOWED = {("prick", "new"), ("drop", "new"), ("drop", "flat"), ("pump", "new"), ("pump", "flat")}


@pytest.mark.parametrize("event", ["prick", "drop", "pump"])
@pytest.mark.parametrize("status", Ball)
def test_what_may_happen_in_each_state(event: str, status: Ball) -> None:
    assert MOVES.may(event, status) is ((event, status) in ALLOWED)


def test_an_event_leads_to_its_state() -> None:
    assert MOVES.follow("prick", "new") is Ball.FLAT


def test_a_refusal_says_the_state_and_what_was_wanted() -> None:
    with pytest.raises(RuleBroken) as broken:
        MOVES.follow("prick", "flat")
    assert broken.value.code == "ball.prick.state"
    assert broken.value.sentence == "Bollen är platt. Därför går det inte att sticka hål på den."


def test_a_name_in_a_state_keeps_its_capitals() -> None:
    with pytest.raises(RuleBroken, match="Bollen är anmäld till VM"):
        MOVES.check("pump", "lost")


@pytest.mark.parametrize("event", ["drop", "pump"])
def test_an_event_with_a_choice_or_no_state_is_not_followed(event: str) -> None:
    MOVES.check(event, "new")
    with pytest.raises(ValueError, match="unpack"):
        MOVES.follow(event, "new")


def test_an_event_nobody_has_is_a_bug() -> None:
    with pytest.raises(ValueError, match="unpack"):
        MOVES.may("fly", "new")
