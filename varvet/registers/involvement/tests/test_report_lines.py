"""Lines of the annual report: whole sentences, no small numbers, as it stood on the period's last day."""

from datetime import date, timedelta

from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.records.registry import ReportLine
from varvet.registers.involvement import queries
from varvet.registers.involvement.rules import People, Result, Sort, Telling
from varvet.registers.involvement.tests.factories import (
    HEARD,
    HELD_ON,
    LINE,
    cancelled,
    concluded,
    decided,
    heard,
    planned,
    recorded,
)

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def lines(cast: Cast) -> list[ReportLine]:
    return queries.report_lines(cast.root, *YEAR)


def test_a_concluded_activity_says_how_many_and_what_changed(cast: Cast) -> None:
    concluded(cast)
    [line] = lines(cast)
    assert line.title == "Fokusgrupp: Föräldrar i öppenvården"
    assert line.result == f"9 personer deltog. Det ändrades: {LINE}. De som deltog har fått veta det."
    assert (line.unit_name, line.unit_ids, line.day) == ("Mottagning A", (cast.a.pk,), HELD_ON)
    assert HEARD not in str(line)


def test_few_are_not_counted_out(cast: Cast) -> None:
    recorded(cast, said=heard(people=People(None, 4)), sort=Sort.OTHER, also=(cast.b,))
    [line] = lines(cast)
    assert line.title == "Föräldrar i öppenvården"
    assert line.result == "Färre än fem deltog. Vad det leder till är inte bestämt."
    assert set(line.unit_ids) == {cast.a.pk, cast.b.pk}


def test_nothing_changed_is_said_with_its_reason(cast: Cast) -> None:
    decided(cast, Result.NO_CHANGE)
    assert f"Inget ändrades: {LINE}." in lines(cast)[0].result


def test_who_could_not_be_reached_is_said(cast: Cast) -> None:
    concluded(cast, how=Telling.NOT_POSSIBLE)
    assert lines(cast)[0].result.endswith("De som deltog gick inte att nå.")


def test_it_stands_as_it_did_when_the_period_ended(cast: Cast) -> None:
    concluded(cast)
    [line] = queries.report_lines(cast.root, HELD_ON - timedelta(days=9), TODAY - timedelta(days=1))
    assert line.result == "9 personer deltog. Vad det leder till är inte bestämt."


def test_what_was_not_held_then_is_no_line(cast: Cast) -> None:
    planned(cast)
    cancelled(cast)
    recorded(cast)
    assert len(lines(cast)) == 1
    assert queries.report_lines(cast.root, date(2025, 1, 1), date(2025, 12, 31)) == []
