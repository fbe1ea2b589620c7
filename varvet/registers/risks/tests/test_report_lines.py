"""Risks as lines of the annual report: as they stood when the year ended."""

from datetime import date, timedelta

from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.registers.risks import actions, queries
from varvet.registers.risks.actions import Assessment
from varvet.registers.risks.rules import Score
from varvet.registers.risks.tests.factories import LATER, NEXT, assessed, by, closed, identified, treated

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
ON = LATER.date()


def test_the_highest_first_with_both_scores(cast: Cast) -> None:
    assessed(cast, Score(3, 3), "Medel")
    treated(cast)
    identified(cast)
    lines = queries.report_lines(cast.root, *YEAR)
    assert [(line.title, line.result, line.state) for line in lines] == [
        ("Medel", "9", "Medel"),
        ("Förhandsbedömningen blir inte klar i tid", "16, efter åtgärd 4", "Låg"),
    ]
    assert queries.report_lines(cast.other_root, *YEAR) == []


def test_as_it_stood_on_the_last_day(cast: Cast) -> None:
    risk = actions.assess(by(treated(cast), cast.alice), Assessment(Score(1, 1), NEXT))
    risk.happenings.filter(consequence=1).update(on=ON + timedelta(days=5))
    risk.happenings.filter(what="treated").update(on=ON + timedelta(days=1))
    days = [ON - timedelta(days=1), ON, ON + timedelta(days=1), ON + timedelta(days=5)]
    found = [queries.report_lines(cast.root, YEAR[0], day) for day in days]
    assert [[line.result for line in lines] for lines in found] == [[], ["16"], ["16, efter åtgärd 4"], ["1"]]
    actions.assess(by(risk, cast.alice), Assessment(Score(1, 1), NEXT))  # and its facts are counted anew


def test_closed_before_the_year_it_is_not_told_of(cast: Cast) -> None:
    closed(cast)
    assert len(queries.report_lines(cast.root, *YEAR)) == 1
    assert queries.report_lines(cast.root, ON + timedelta(days=1), YEAR[1]) == []
    assert queries.report_lines(cast.root, date(2025, 1, 1), TODAY - timedelta(days=1)) == []
