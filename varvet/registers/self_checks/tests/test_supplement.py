"""Adding its result by sex to a performed round: who may, when, and that what is there stays."""

from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks.actions.supplement import supplement
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import SplitRow
from varvet.registers.self_checks.tests.factories import Counted, counted, fresh, last_event, make, make_performed

GIRLS = SplitRow("sex", "girls", 10, 9)


def add(held: Round, by: User, **given: Any) -> Round:
    said = {"splits": (GIRLS,), "version": held.version, **given}
    return supplement(round_=held, by=by, now=NOW, **said)


def test_it_is_kept_counted_and_noted(cast: Cast) -> None:
    held = add(make_performed(cast), cast.alice)
    assert counted(held)[3:] == [
        Counted("performed_by_sex", 9, 10, sex="girls"),
        Counted("reviewed_by_sex", None, 10, sex="girls"),
    ]
    assert last_event(held) == ("supplemented", cast.alice.pk, 3)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        add(make_performed(cast), getattr(cast, who))


def test_not_before_it_is_performed(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        add(make(cast), cast.alice)


@pytest.mark.parametrize(
    "given",
    [
        {"splits": ()},
        {"splits": (SplitRow("sex", "girls", 16, 9),)},
        {"splits": (GIRLS, GIRLS)},
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, given: dict[str, Any]) -> None:
    held = make_performed(cast)
    with pytest.raises(RuleBroken):
        add(held, cast.alice, **given)
    assert fresh(held.pk).version == held.version


def test_the_same_sex_is_not_added_twice(cast: Cast) -> None:
    held = add(make_performed(cast), cast.alice)
    with pytest.raises(RuleBroken):
        add(held, cast.alice)


def test_an_old_version_is_not_written_over(cast: Cast) -> None:
    held = make_performed(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        add(held, cast.alice)
