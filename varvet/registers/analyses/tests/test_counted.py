"""The figures side by side: counted through measures, for the unit and what is below, in few questions."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.organisation.models import SeriesBreak, Unit
from varvet.kernel.records import figures
from varvet.kernel.records.figures import NOTHING, Wanted
from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.registers.analyses.models import sheet_of, spans_of
from varvet.registers.analyses.rules import Number
from varvet.registers.analyses.tests.factories import RECEIVED, preparing

NOW, BEFORE, YEAR_BEFORE = date(2025, 10, 5), date(2025, 6, 5), date(2024, 10, 5)
pytestmark = pytest.mark.facts_differ


def counted(unit: Unit, day: date, count: int = 1, record: int = 1, happening: str = "received", **more: str) -> None:
    root = unit.root
    assert root is not None
    known = {"kind": "deviation", **more}
    Fact.objects.create(
        register="deviations", happening=happening, day=day, root=root, unit=unit, area="children", provider="own",
        count=count, record_id=record, **known,
    )  # fmt: skip


def test_the_periods_are_those_people_mean(cast: Cast) -> None:
    spans = spans_of(preparing(cast))
    assert [span.code for span in spans.all] == ["2025-t3", "2025-t2", "2024-t3"]


def test_each_figure_stands_in_three_periods(cast: Cast) -> None:
    made = preparing(cast)
    for unit, day, count in ((cast.a, NOW, 3), (cast.b, NOW, 2), (cast.a, BEFORE, 4), (cast.b, YEAR_BEFORE, 1)):
        counted(unit, day, count)
    figure = sheet_of(made, TODAY).figure(RECEIVED)
    assert figure is not None
    assert (figure.now, figure.before, figure.year_before) == (Number(5), Number(4), Number(1))
    below = sheet_of(preparing(cast, unit=cast.b), TODAY).figure(RECEIVED)
    assert below is not None
    assert (below.now, below.before, below.year_before) == (Number(2), Number(0), Number(1))


def test_registers_without_anything_are_not_shown(cast: Cast) -> None:
    made = preparing(cast)
    assert all(part.is_empty for part in sheet_of(made, TODAY).parts)
    counted(cast.a, YEAR_BEFORE, 1)
    assert [part.kind for part in sheet_of(made, TODAY).parts if not part.is_empty] == ["deviations"]


def test_the_commonest_types_by_their_names(cast: Cast) -> None:
    made = preparing(cast)
    counted(cast.a, NOW, 1)
    for category, count, day in (("delay", 4, NOW), ("treatment", 2, NOW), ("delay", 1, BEFORE)):
        counted(cast.a, day, count, happening="mention", category_list="deviation_type", category=category)
    part = sheet_of(made, TODAY).parts[0]
    rows = [(value.label, value.now, value.before) for value in part.common[0].values]
    assert rows == [("Fördröjning", 4, 1), ("Bemötande", 2, 0)]


def test_who_is_shut_out_is_not_told(cast: Cast) -> None:
    """A record that shuts the unit's manager out is in nobody's figure here."""
    made = preparing(cast)
    shut = Record.objects.get(pk=preparing(cast, unit=cast.a).pk)
    Record.objects.filter(pk=shut.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    counted(cast.a, NOW, 3)
    counted(cast.a, NOW, 1, record=shut.pk)
    figure = sheet_of(made, TODAY).figure(RECEIVED)
    assert figure is not None
    assert figure.now == Number(3)


def test_a_series_break_is_said(cast: Cast) -> None:
    made = preparing(cast)
    counted(cast.a, NOW, 3)
    SeriesBreak.objects.create(unit=cast.a, measure=RECEIVED, day=date(2025, 9, 1), reason="Räknas på ett annat sätt.")
    figure = sheet_of(made, TODAY).figure(RECEIVED)
    assert figure is not None
    assert figure.broken_on == "2025-09-01"


def test_questions_to_the_database_are_few(cast: Cast) -> None:
    """One for each register's facts, however many figures; then lines, units, names and breaks."""
    made = preparing(cast)
    counted(cast.a, NOW, 3)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        sheet_of(made, TODAY)
    assert len(asked) <= 45, [query["sql"][:90] for query in asked]


def test_together_is_as_one_by_one(cast: Cast) -> None:
    counted(cast.a, NOW, 3)
    counted(cast.b, BEFORE, 2)
    wanted = [
        Wanted(code, unit, first, last)
        for code in (RECEIVED, "feedback.answered_in_time_share", "deviations.days_to_assessment")
        for unit in (cast.a, cast.department)
        for first, last in ((date(2025, 9, 1), date(2025, 12, 31)), (date(2025, 6, 3), date(2025, 6, 20)))
    ]
    found = figures.count_together(wanted)
    assert found == [figures.count(one) for one in wanted]
    assert figures.count_together([Wanted("nothing.here", cast.a, NOW, NOW)]) == [NOTHING]
