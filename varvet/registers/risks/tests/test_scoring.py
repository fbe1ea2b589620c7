"""Scored, scored after measures, looked at again, accepted for a time, come true, closed and opened again."""

from collections.abc import Callable
from datetime import date

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Fact, Record
from varvet.registers.risks import actions
from varvet.registers.risks.actions import Assessment
from varvet.registers.risks.models import Risk
from varvet.registers.risks.rules import Score
from varvet.registers.risks.tests.factories import (
    HIGH,
    LOW,
    NEXT,
    accepted,
    assessed,
    by,
    closed,
    events,
    happenings,
    identified,
    treated,
)

WORDS = "Ingen har lämnat in för sent sedan i maj."
AGAIN = Assessment(Score(2, 3), NEXT)


def other_record(cast: Cast, *, day: date | None = None) -> Record:
    """A record of no register that runs here: only its day and root are read."""
    return Record.objects.create(
        kind="deviations",
        reference=f"AVV-2026-{Record.objects.count():04}",
        root=cast.root,
        unit=cast.a,
        status="received",
        received_at=assessed(cast).received_at,
        occurred_day=day,
    )


def test_a_score_has_its_level_its_day_and_its_next_review(cast: Cast) -> None:
    risk = assessed(cast)
    assert (risk.status, risk.rank, risk.review_on) == ("assessed", 16, NEXT)
    assert happenings(risk) == [("identified", ""), ("assessed", "high")]
    assert events(risk) == ["identified", "assessed"]


def test_after_measures_both_scores_stand(cast: Cast) -> None:
    risk = treated(cast)
    assert (risk.status, risk.score, risk.residual, risk.rank) == ("treated", HIGH, LOW, 4)
    assert happenings(risk)[-1] == ("treated", "low")
    with pytest.raises(RuleBroken, match="inte vara högre"):
        actions.treat(by(risk, cast.alice), Assessment(Score(5, 5), NEXT, WORDS))
    with pytest.raises(RuleBroken, match="lägre"):
        actions.treat(by(risk, cast.alice), Assessment(LOW, NEXT, " "))


def test_scored_anew_history_keeps_what_was(cast: Cast) -> None:
    risk = actions.assess(by(treated(cast), cast.alice), AGAIN)
    assert (risk.status, risk.score, risk.residual, risk.rank) == ("assessed", Score(2, 3), None, 6)
    assert [(one.what, one.score) for one in risk.happenings.order_by("pk")] == [
        ("assessed", HIGH),
        ("treated", LOW),
        ("assessed", Score(2, 3)),
    ]


def test_a_review_moves_the_next_one_and_nothing_else(cast: Cast) -> None:
    risk = actions.review(by(treated(cast), cast.alice), WORDS, date(2027, 3, 1))
    assert (risk.status, risk.rank, risk.review_on) == ("treated", 4, date(2027, 3, 1))
    assert happenings(risk)[-1] == ("reviewed", "low")
    with pytest.raises(RuleBroken, match="senast"):
        actions.review(by(risk, cast.alice), WORDS, date(2027, 3, 19))


def test_accepted_by_whoever_may_and_for_a_time(cast: Cast) -> None:
    risk = accepted(cast)
    assert (risk.status, risk.accepted_by, risk.accepted_until) == ("accepted", cast.eva, NEXT)
    assert happenings(risk)[-1] == ("accepted", "high")
    assert risk.happenings.get(what="accepted").until == NEXT
    with pytest.raises(RuleBroken, match="som längst"):
        actions.accept(by(risk, cast.eva), date(2027, 3, 19), WORDS)
    with pytest.raises(NotAllowed):
        actions.accept(by(risk, cast.alice), NEXT, WORDS)
    risk = actions.treat(by(risk, cast.alice), Assessment(LOW, NEXT, WORDS))
    assert (risk.status, risk.accepted_until, risk.accepted_by) == ("treated", None, None)


def test_what_came_true_counts_on_its_own_day_and_once(cast: Cast) -> None:
    record = other_record(cast, day=date(2026, 2, 3))
    risk = actions.occur(by(assessed(cast), cast.alice), record, "Det var just det här.")
    assert list_linked(risk) == [record]
    assert Fact.objects.get(record_id=risk.pk, happening="came_true").day == date(2026, 2, 3)
    assert (risk.status, events(risk)[-1]) == ("assessed", "occurred")
    with pytest.raises(RuleBroken, match="redan kopplad"):
        actions.occur(by(risk, cast.alice), record)


def test_what_was_tied_by_mistake_is_untied_with_why_and_no_longer_counts(cast: Cast) -> None:
    record = other_record(cast)
    risk = actions.occur(by(assessed(cast), cast.alice), record)
    with pytest.raises(RuleBroken, match="varför"):
        actions.untie(by(risk, cast.alice), record, " ")
    risk = actions.untie(by(risk, cast.alice), record, "Det var en annan enhet.")
    assert (list_linked(risk), events(risk)[-1]) == ([], "untied")
    assert "came_true" not in [name for name, _ in happenings(risk)]
    assert risk.narratives.get(part="untied").text == "Det var en annan enhet."
    with pytest.raises(RuleBroken, match="kopplad till risken"):
        actions.untie(by(risk, cast.alice), record, "Igen.")
    again = actions.occur(by(risk, cast.alice), record)
    assert happenings(again)[-1] == ("came_true", "high")


def test_there_is_something_to_untie_only_where_something_is_tied(cast: Cast) -> None:
    record = other_record(cast)
    risk = assessed(cast)
    page = f"/risker/{risk.reference}/"
    assert "lossa/" not in text_of(as_(cast.alice).get(page))
    risk = actions.occur(by(risk, cast.alice), record)
    assert "lossa/" in text_of(as_(cast.alice).get(page))
    for who in (cast.bo, cast.cecilia, cast.dag, cast.stranger):
        with pytest.raises(NotAllowed):
            actions.untie(by(risk, who), record, "Fel ärende.")


def test_a_risk_is_not_what_came_true(cast: Cast) -> None:
    risk, other = assessed(cast), assessed(cast)
    with pytest.raises(RuleBroken, match="annat register"):
        actions.occur(by(risk, cast.alice), Record.objects.get(pk=other.pk))


def test_closed_and_opened_again_it_is_scored_anew(cast: Cast) -> None:
    risk = closed(cast)
    assert (risk.status, risk.review_on, happenings(risk)[-1]) == ("closed", None, ("closed", "high"))
    risk = actions.reopen(by(risk, cast.alice), "Arbetssättet är tillbaka.")
    assert (risk.status, risk.score, risk.rank, risk.closed_at) == ("identified", None, 0, None)
    assert [name for name, _ in happenings(risk)] == ["identified", "assessed", "closed"]
    with pytest.raises(RuleBroken):
        actions.reopen(by(risk, cast.alice), "Igen.")


ACTS: dict[str, Callable[[Risk, Cast, str], Risk]] = {
    "assess": lambda risk, cast, who: actions.assess(by(risk, getattr(cast, who)), AGAIN),
    "treat": lambda risk, cast, who: actions.treat(by(risk, getattr(cast, who)), Assessment(LOW, NEXT, WORDS)),
    "review": lambda risk, cast, who: actions.review(by(risk, getattr(cast, who)), WORDS, NEXT),
    "accept": lambda risk, cast, who: actions.accept(by(risk, getattr(cast, who)), NEXT, WORDS),
    "close": lambda risk, cast, who: actions.close(by(risk, getattr(cast, who)), WORDS),
    "assign": lambda risk, cast, who: actions.assign(by(risk, getattr(cast, who)), None),
}


@pytest.mark.parametrize("act", ACTS)
def test_others_may_not(cast: Cast, act: str) -> None:
    risk = assessed(cast)
    for who in ("bo", "cecilia", "dag", "gun", "hugo", "stranger"):
        with pytest.raises(NotAllowed):
            ACTS[act](risk, cast, who)
    assert Risk.objects.get(pk=risk.pk).version == risk.version


@pytest.mark.parametrize("act", ["treat", "review", "accept"])
def test_what_is_not_scored_is_scored_first(cast: Cast, act: str) -> None:
    with pytest.raises(RuleBroken, match="läge är: identifierad"):
        ACTS[act](identified(cast), cast, "eva")


def test_an_old_version_is_refused(cast: Cast) -> None:
    risk = assessed(cast)
    with pytest.raises(StaleVersion):
        actions.close(by(risk, cast.alice, version=1), WORDS)
