"""The ends, opening again, who has it, and notes."""

from collections.abc import Callable

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.payment_errors import actions
from varvet.registers.payment_errors.models import Part, PaymentError
from varvet.registers.payment_errors.rules import Cause
from varvet.registers.payment_errors.tests.factories import (
    LATER,
    begun,
    closed,
    completed,
    decided,
    events,
    happenings,
    reported,
)

WHY = "Beräkningen stämde."


def end(act: Callable[..., PaymentError], error: PaymentError, by: User, **more: object) -> PaymentError:
    return act(error=error, version=error.version, by=by, now=LATER, **more)


def test_dismissed_and_left_are_two_ends(cast: Cast) -> None:
    dismissed = end(actions.dismiss, reported(cast), cast.alice, reason=WHY)
    left = end(actions.leave, reported(cast), cast.alice, reason=WHY)
    assert (dismissed.status, left.status) == ("dismissed", "not_investigated")
    assert [name for name, _ in happenings(dismissed)] == ["received", "dismissed"]
    assert [name for name, _ in happenings(left)] == ["received", "not_investigated"]
    assert (events(dismissed)[-1], events(left)[-1]) == ("dismissed", "left")
    assert dismissed.narratives.get(part=Part.REASON).text == WHY


def test_an_investigation_can_be_dismissed_and_not_left(cast: Cast) -> None:
    error = begun(cast)
    with pytest.raises(RuleBroken):
        end(actions.leave, error, cast.alice, reason=WHY)
    assert end(actions.dismiss, error, cast.alice, reason=WHY).status == "dismissed"


def test_an_end_has_its_reason(cast: Cast) -> None:
    for act in (actions.dismiss, actions.leave):
        with pytest.raises(RuleBroken, match="Skriv varför"):
            end(act, reported(cast), cast.alice, reason=" ")


def test_all_is_decided_before_it_is_closed(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="ta ställning till återkrav"):
        end(actions.close, completed(cast), cast.alice)
    error = end(actions.close, decided(cast), cast.alice)
    assert (error.status, events(error)[-1]) == ("closed", "closed")
    assert happenings(error)[-1] == ("closed", "client")


def test_what_was_right_is_closed_at_once(cast: Cast) -> None:
    right = completed(cast, actions.Finding(Cause.NONE, None, "Allt stämde."))
    assert end(actions.close, right, cast.alice).status == "closed"


@pytest.mark.parametrize("who", ["bo", "dag", "cecilia", "stranger", "hugo", "gun"])
def test_others_end_nothing(cast: Cast, who: str) -> None:
    other = getattr(cast, who)
    for act, more in ((actions.dismiss, {"reason": WHY}), (actions.note, {"words": WHY}), (actions.close, {})):
        with pytest.raises(NotAllowed):
            end(act, decided(cast), other, **more)


def test_opened_again_it_is_looked_into_anew(cast: Cast) -> None:
    error = end(actions.reopen, closed(cast), cast.alice, reason="Nya uppgifter.")
    assert (error.status, error.cause, error.amount, error.reclaim) == ("investigating", "", None, "")
    assert happenings(error) == [("received", ""), ("begun", "")]
    assert error.narratives.filter(part=Part.FOUND).exists()
    with pytest.raises(RuleBroken):
        end(actions.reopen, error, cast.alice, reason="Igen.")


def test_given_to_somebody_who_may(cast: Cast) -> None:
    error = end(actions.assign, reported(cast), cast.alice, handler=cast.eva)
    assert error.handler == cast.eva
    for wrong in (cast.bo, cast.cecilia, cast.dag):
        with pytest.raises(RuleBroken, match="Välj någon"):
            end(actions.assign, error, cast.alice, handler=wrong)
    actions.reassign(error, cast.alice, "Slutar.", cast.eva, LATER)
    assert events(error)[-2:] == ["assigned", "reassigned"]


def test_a_note_is_kept_while_it_is_open(cast: Cast) -> None:
    error = end(actions.note, reported(cast), cast.alice, words="Ring banken.")
    assert error.narratives.get(part=Part.NOTE).text == "Ring banken."
    with pytest.raises(RuleBroken):
        end(actions.note, closed(cast), cast.alice, words="För sent.")
