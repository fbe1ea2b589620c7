"""The report's lines: what became of an improvement, as it was known on the last day of the year."""

from dataclasses import replace
from datetime import date, timedelta

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.registers.improvements import actions, queries
from varvet.registers.improvements.rules import Effect, How
from varvet.registers.improvements.tests.factories import carried_out, decision, fresh, history, make, make_planned

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def notes(cast: Cast, last: date = LAST) -> dict[str, tuple[str, ...]]:
    return {line.code: line.notes for line in queries.report_lines(cast.root, FIRST, last)}


def test_no_effect_and_what_followed(cast: Cast) -> None:
    held = carried_out(make(cast), cast.alice)
    judgement = actions.Judgement(Effect.NO_EFFECT, "12 av 20", next=actions.Next("Något annat"))
    actions.judge_effect(improvement=held, judgement=judgement, version=held.version, by=cast.eva, now=NOW)
    assert notes(cast) == {"ATG-2026-0001": ("Ingen effekt", "Följs av ATG-2026-0002"), "ATG-2026-0002": ()}
    assert notes(cast, TODAY - timedelta(days=1)) == {"ATG-2026-0001": ()}


def test_spread_and_moved(cast: Cast) -> None:
    held = make(cast)
    [copy] = actions.spread(improvement=held, units=[cast.b], version=held.version, by=cast.eva, now=NOW)
    carried_out(copy, cast.cecilia)
    current = fresh(held.pk)
    actions.carry_over(
        improvement=current, to_year=2027, reason="Vi hann inte.", version=current.version, by=cast.alice, now=NOW
    )
    assert notes(cast)["ATG-2026-0001"] == ("Spridd: 1 av 1 enheter klara", "Flyttad till 2027")
    assert notes(cast, TODAY - timedelta(days=1))["ATG-2026-0001"] == ()


def test_how_often_it_has_come_back(cast: Cast) -> None:
    before = replace(
        history(cast.a),
        received_at=NOW.replace(year=2025),
        decided_on=date(2025, 3, 1),
        carried_out_on=date(2025, 5, 1),
        effect_judged_on=date(2025, 9, 1),
    )
    actions.import_history(rows=[before], root=cast.root, by=cast.eva, now=NOW)
    make(cast)
    assert notes(cast)["ATG-2026-0001"] == ("Andra året i rad för samma område i enheten",)


def test_by_what_the_effect_will_be_seen_and_by_when(cast: Cast) -> None:
    make_planned(cast, how=How.INDICATOR, indicator="Andel i tid", target="95 %")
    make_planned(cast, how=How.MEASURE, measure="deviations.received")
    make_planned(cast)
    make(cast, replace(decision(cast.a), due_on=None))
    found = [(line.goal, line.due, line.is_open) for line in queries.report_lines(cast.root, FIRST, LAST)]
    due = TODAY + timedelta(days=10)
    assert found == [
        ("Andel i tid: 95 %", due, True),
        ("Inkomna avvikelser", due, True),
        ("En bedömning", due, True),
        ("", None, True),
    ]


def test_what_is_done_is_not_open(cast: Cast) -> None:
    carried_out(make(cast), cast.alice)
    assert [line.is_open for line in queries.report_lines(cast.root, FIRST, LAST)] == [False]
    assert [line.is_open for line in queries.report_lines(cast.root, FIRST, TODAY - timedelta(days=1))] == [True]
