"""Looking into it: begun, what was found, and what is decided of it."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.payment_errors import actions
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Answer, Cause
from varvet.registers.payment_errors.tests.factories import (
    FINDING,
    LATER,
    NO,
    YES,
    begun,
    completed,
    decided,
    events,
    happenings,
    reported,
)

RIGHT = actions.Finding(Cause.NONE, None, "Allt stämde.")


def test_whoever_begins_has_it_by_name(cast: Cast) -> None:
    error = begun(cast)
    assert (error.status, error.handler) == ("investigating", cast.alice)
    assert events(error) == ["received", "begun"]


def test_what_was_found_is_counted_by_its_cause_and_no_amount(cast: Cast) -> None:
    error = completed(cast)
    assert (error.status, error.cause, error.amount) == ("investigated", "client", 4_200)
    assert happenings(error) == [("received", "client"), ("begun", "client"), ("completed", "client")]


def test_reclaiming_and_the_police_are_answers(cast: Cast) -> None:
    error = decided(cast)
    assert (error.reclaim, error.reclaimed, error.police) == ("yes", 4_200, "no")
    assert [name for name, _ in happenings(error)] == ["received", "begun", "completed", "reclaimed"]
    assert events(error)[-2:] == ["reclaim_decided", "police_decided"]
    error = actions.decide_police(
        error=error, decided=actions.Decided(Answer.YES), version=error.version, by=cast.alice, now=LATER
    )
    assert [name for name, _ in happenings(error)][-1] == "police_reported"


def test_others_do_not_handle(cast: Cast) -> None:
    error = reported(cast)
    for outsider in (cast.bo, cast.dag, cast.cecilia, cast.stranger, cast.hugo, cast.gun):
        with pytest.raises(NotAllowed):
            actions.begin_investigation(error=error, version=1, by=outsider, now=LATER)


@pytest.mark.parametrize(
    ("finding", "code"),
    [
        (actions.Finding(Cause.CLIENT, None, "x y z"), "payment_error.amount.none"),
        (actions.Finding(Cause.US, 10_000_001, "x y z"), "payment_error.amount.most"),
        (actions.Finding(Cause.NONE, 5, "x y z"), "payment_error.amount.right"),
        (actions.Finding(Cause.US, 5, " "), "payment_error.words.empty"),
    ],
)
def test_a_finding_is_whole(cast: Cast, finding: actions.Finding, code: str) -> None:
    error = begun(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.complete(error=error, finding=finding, version=error.version, by=cast.alice, now=LATER)
    assert broken.value.code == code


def test_no_more_is_reclaimed_than_was_wrong(cast: Cast) -> None:
    error = completed(cast)
    for decided_, code in (
        (actions.Decided(Answer.YES, amount=4_201), "payment_error.reclaimed.most"),
        (actions.Decided(Answer.YES), "payment_error.reclaimed.none"),
        (actions.Decided(Answer.NO, " "), "payment_error.reason.empty"),
    ):
        with pytest.raises(RuleBroken) as broken:
            actions.decide_reclaim(error=error, decided=decided_, version=error.version, by=cast.alice, now=LATER)
        assert broken.value.code == code


def test_what_was_right_is_not_reclaimed(cast: Cast) -> None:
    error = completed(cast, RIGHT)
    for act, answer in ((actions.decide_reclaim, YES), (actions.decide_police, NO)):
        with pytest.raises(RuleBroken, match="var rätt"):
            act(error=error, decided=answer, version=error.version, by=cast.alice, now=LATER)


def test_wrong_state_and_old_versions_are_refused(cast: Cast) -> None:
    error = reported(cast)
    with pytest.raises(RuleBroken, match="läge är: anmäld"):
        actions.complete(error=error, finding=FINDING, version=1, by=cast.alice, now=LATER)
    with pytest.raises(RuleBroken, match="läge är: anmäld"):
        actions.decide_reclaim(error=error, decided=YES, version=1, by=cast.alice, now=LATER)
    with pytest.raises(StaleVersion):
        actions.begin_investigation(error=error, version=0, by=cast.alice, now=LATER)
    assert PaymentError.objects.get(pk=error.pk).status == "received"
