"""Starting, recording the result and marking as not done: who may, when, and what is left behind."""

from collections.abc import Callable

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Narrative, Round
from varvet.registers.self_checks.rules import Figures, SplitRow, Status
from varvet.registers.self_checks.tests.factories import Counted, counted, fresh, last_event, make, make_performed

Act = Callable[[Round, User], Round]
PLANNED = Counted("planned", outcome="")


def start(held: Round, by: User) -> Round:
    return actions.start(round_=held, version=held.version, by=by, now=NOW)


def record(held: Round, by: User) -> Round:
    result = actions.Result(Figures(census=False, population=40, sample=15, fulfilled=14), analysis=" Bättre. ")
    return actions.record_result(round_=held, result=result, version=held.version, by=by, now=NOW)


def not_done(held: Round, by: User) -> Round:
    return actions.mark_not_done(round_=held, reason=" Tid saknades. ", version=held.version, by=by, now=NOW)


STEPS: list[tuple[Act, str]] = [(start, "started"), (record, "performed"), (not_done, "not_done")]


def test_started_is_ongoing(cast: Cast) -> None:
    assert start(make(cast), cast.alice).status == Status.ONGOING


def test_performed_is_closed_and_counted(cast: Cast) -> None:
    held = record(start(make(cast), cast.alice), cast.alice)
    assert (held.status, held.performed_on, held.closed_at) == (Status.PERFORMED, TODAY, NOW)
    assert counted(held) == [PLANNED, Counted("performed", 14, 15), Counted("reviewed", None, 15)]
    assert Narrative.objects.get(round=held).text == "Bättre."


def test_a_census_says_so(cast: Cast) -> None:
    held = make_performed(cast, actions.Result(Figures(True, 76, 76, 51)))
    assert counted(held)[1:] == [
        Counted("performed", 51, 76, outcome="census"),
        Counted("reviewed", None, 76, outcome="census"),
    ]


def test_a_count_without_result_enters_no_share(cast: Cast) -> None:
    held = make_performed(cast, actions.Result(Figures(False, sample=161)))
    assert counted(held)[1:] == [Counted("performed"), Counted("reviewed", None, 161)]


def test_a_share_without_count_is_counted_apart(cast: Cast) -> None:
    held = make_performed(cast, actions.Result(Figures(False, sample=20, stated_permille=450)))
    assert counted(held)[1:] == [
        Counted("performed"),
        Counted("share_stated", 450, 1000),
        Counted("reviewed", None, 20),
    ]


def test_a_stated_share_beside_the_counts_is_not_counted(cast: Cast) -> None:
    held = make_performed(cast, actions.Result(Figures(False, 275, 275, 199, stated_permille=724)))
    assert counted(held)[1:] == [Counted("performed", 199, 275), Counted("reviewed", None, 275)]


def test_results_by_sex_and_group_are_happenings_of_their_own(cast: Cast) -> None:
    splits = (
        SplitRow("sex", "girls", 10, 9),
        SplitRow("sex", "boys", None, None, 1000),
        SplitRow("group", "funktionsnedsättning", 5),
    )
    held = make_performed(cast, actions.Result(Figures(False, None, 15, 14), splits))
    assert counted(held)[3:] == [
        Counted("performed_group", direction="funktionsnedsättning"),
        Counted("reviewed_group", None, 5, direction="funktionsnedsättning"),
        Counted("performed_by_sex", 9, 10, sex="girls"),
        Counted("reviewed_by_sex", None, 10, sex="girls"),
        Counted("performed_by_sex", sex="boys"),
        Counted("share_stated_by_sex", 1000, 1000, sex="boys"),
    ]


@pytest.mark.parametrize(
    "result",
    [
        actions.Result(Figures(False)),
        actions.Result(Figures(False, sample=3, fulfilled=4)),
        actions.Result(Figures(False, sample=3, fulfilled=3), (SplitRow("sex", "men", 4),)),
    ],
)
def test_a_result_that_cannot_be_is_refused(cast: Cast, result: actions.Result) -> None:
    held = make(cast)
    with pytest.raises(RuleBroken):
        actions.record_result(round_=held, result=result, version=held.version, by=cast.alice, now=NOW)
    assert fresh(held.pk).version == held.version


def test_not_done_keeps_the_reason_and_is_counted(cast: Cast) -> None:
    held = not_done(make(cast), cast.alice)
    assert (held.status, held.not_done_reason, held.closed_at) == (Status.NOT_DONE, "Tid saknades.", NOW)
    assert counted(held) == [PLANNED, Counted("not_done", outcome="")]


def test_not_done_needs_a_reason(cast: Cast) -> None:
    held = make(cast)
    with pytest.raises(RuleBroken):
        actions.mark_not_done(round_=held, reason=" ", version=held.version, by=cast.alice, now=NOW)


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_audit_is_written(cast: Cast, act: Act, event: str) -> None:
    held = act(make(cast), cast.alice)
    assert last_event(held) == (event, cast.alice.pk, 2)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
@pytest.mark.parametrize(("act", "event"), STEPS)
def test_others_may_not(cast: Cast, act: Act, event: str, who: str) -> None:
    held = make(cast)
    with pytest.raises(NotAllowed):
        act(held, getattr(cast, who))
    assert fresh(held.pk).version == held.version


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_not_when_it_is_performed(cast: Cast, act: Act, event: str) -> None:
    held = make_performed(cast)
    with pytest.raises(RuleBroken):
        act(held, cast.alice)
    assert fresh(held.pk).version == held.version


@pytest.mark.parametrize(("act", "event"), STEPS)
def test_an_old_version_is_not_written_over(cast: Cast, act: Act, event: str) -> None:
    held = make(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        act(held, cast.alice)
