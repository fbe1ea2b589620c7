"""Investigating: opened once, however often it is taken up; its causes are named and answered."""

from datetime import date, datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import (
    ACTED,
    ASSESSED,
    assessment,
    facts_of,
    fresh,
    investigating,
    reopened,
    with_cause,
    words_of,
)
from varvet.registers.deviations.tests.six_cases import SixCases

WHY = actions.NewCause("routine", "Rutinen säger inte vem som bevakar inkorgen.")


class TestInvestigate(SixCases):
    event, trail, place, status = rules.Event.INVESTIGATE, "investigating", "utred", rules.Status.ASSESSED

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.investigate(deviation=deviation, version=version, by=by, now=now)


class TestAddCause(SixCases):
    event, trail, place, status = rules.Event.CAUSES, "cause_added", "orsaker", rules.Status.INVESTIGATING

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.add_cause(deviation=deviation, content=WHY, version=version, by=by, now=now)


class TestAnalyse(SixCases):
    event, trail, place, status = rules.Event.CAUSES, "analysed", "utredning", rules.Status.INVESTIGATING

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        said = actions.Analysis("Det brast i överlämningen.", "Rutin för post")
        return actions.write_analysis(deviation=deviation, content=said, version=version, by=by, now=now)


def happenings(deviation: Deviation) -> list[tuple[str, date]]:
    return [(fact[0], fact[1]) for fact in facts_of(deviation) if fact[0] not in {"received", "mention", "assessed"}]


def test_it_is_opened_and_counted(cast: Cast) -> None:
    deviation = fresh(investigating(cast))
    assert (deviation.status, deviation.opened_on) == ("investigating", ASSESSED.date())
    assert happenings(deviation) == [("opened", ASSESSED.date())]


def test_taken_up_again_it_is_the_same_investigation(cast: Cast) -> None:
    deviation = reopened(cast)
    by, version = cast.alice, deviation.version
    first, later = ASSESSED, datetime(2026, 5, 1, 12, tzinfo=ASSESSED.tzinfo)
    actions.assess(deviation=deviation, assessment=assessment(cast), version=version, by=by, now=first)
    actions.investigate(deviation=deviation, version=version + 1, by=by, now=first)
    actions.close(
        deviation=with_an_answered_cause(cast, deviation),
        closing=actions.Closing("Klart."),
        version=version + 4,
        by=by,
        now=ACTED,
    )
    actions.reopen(deviation=deviation, reason="Igen.", version=version + 5, by=by, now=later)
    actions.assess(deviation=deviation, assessment=assessment(cast), version=version + 6, by=by, now=later)
    assert ("completed", ACTED.date()) in happenings(deviation), "what was completed stays so until it is taken up"
    actions.investigate(deviation=deviation, version=version + 7, by=by, now=later)
    found = happenings(deviation)
    assert [day for name, day in found if name == "opened"] == [ASSESSED.date()]
    assert "completed" not in dict(found)


def with_an_answered_cause(cast: Cast, deviation: Deviation) -> Deviation:
    cause = with_cause(cast, deviation)
    version = fresh(deviation).version
    actions.excuse_cause(cause=cause, reason="Redan löst.", version=version, by=cast.alice, now=ASSESSED)
    return deviation


def test_a_cause_counts_once_for_each_kind(cast: Cast) -> None:
    deviation = investigating(cast)
    for kind in ("routine", "routine", "staffing"):
        with_cause(cast, deviation, kind)
    causes = [fact for fact in facts_of(deviation) if fact[0] == "cause"]
    assert causes == [("cause", date(2026, 3, 16), 1, code, None) for code in ("routine", "staffing")]


def test_a_cause_can_explain_another(cast: Cast) -> None:
    deviation = investigating(cast)
    first = with_cause(cast, deviation)
    deeper = actions.NewCause("staffing", "Två tjänster var obesatta.", explains=first.pk)
    version = fresh(deviation).version
    second = actions.add_cause(deviation=deviation, content=deeper, version=version, by=cast.alice, now=ACTED)
    assert second.parent == first


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (actions.NewCause("weather", "Det regnade."), "deviation.cause.category"),
        (actions.NewCause("routine", " "), "deviation.what.empty"),
        (actions.NewCause("routine", "Därför.", explains=999), "deviation.cause.gone"),
    ],
)
def test_a_cause_that_cannot_be(cast: Cast, content: actions.NewCause, code: str) -> None:
    deviation = investigating(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.add_cause(deviation=deviation, content=content, version=3, by=cast.alice, now=ACTED)
    assert broken.value.code == code


def test_a_cause_of_another_deviation_is_none_of_this(cast: Cast) -> None:
    theirs, ours = investigating(cast), investigating(cast)
    content = actions.NewCause("routine", "Därför.", explains=with_cause(cast, theirs).pk)
    with pytest.raises(RuleBroken, match="finns inte"):
        actions.add_cause(deviation=ours, content=content, version=3, by=cast.alice, now=ACTED)


def test_a_cause_goes_while_nothing_hangs_on_it(cast: Cast) -> None:
    deviation = investigating(cast)
    cause = with_cause(cast, deviation)
    actions.remove_cause(cause=cause, version=4, by=cast.alice, now=ACTED)
    assert not deviation.causes.exists()
    assert "cause" not in words_of(deviation)
    assert not [fact for fact in facts_of(deviation) if fact[0] == "cause"]


def test_a_cause_that_something_hangs_on_stays(cast: Cast) -> None:
    deviation = investigating(cast)
    first = with_cause(cast, deviation)
    deeper = actions.NewCause("staffing", "Två tjänster var obesatta.", explains=first.pk)
    actions.add_cause(deviation=deviation, content=deeper, version=4, by=cast.alice, now=ACTED)
    with pytest.raises(RuleBroken) as broken:
        actions.remove_cause(cause=first, version=5, by=cast.alice, now=ACTED)
    assert broken.value.code == "deviation.cause.hangs"


def test_a_reason_for_no_measure_is_written(cast: Cast) -> None:
    cause = with_cause(cast, investigating(cast))
    with pytest.raises(RuleBroken, match="ingen åtgärd"):
        actions.excuse_cause(cause=cause, reason=" ", version=4, by=cast.alice, now=ACTED)


def test_an_analysis_says_something(cast: Cast) -> None:
    deviation = investigating(cast)
    with pytest.raises(RuleBroken, match="utredningen visar"):
        actions.write_analysis(deviation=deviation, content=actions.Analysis(), version=3, by=cast.alice, now=ACTED)
