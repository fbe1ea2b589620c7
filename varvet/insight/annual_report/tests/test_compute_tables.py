"""Tables: rows and columns of every kind, totals, the year before, shares, and what must be said under them."""

from datetime import date

import pytest

from varvet.insight.annual_report.compute.lines import lines_of
from varvet.insight.annual_report.models import PrintedFigure
from varvet.insight.annual_report.tests.computing import ONE_COLUMN, YEAR, context_of, made, spec_of, texts, values
from varvet.insight.annual_report.value import Role
from varvet.insight.measures.counting import Counter
from varvet.insight.measures.question import from_query
from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.access.tests.cast import LONG_AGO, Cast, make_unit
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import SeriesBreak, Unit, UnitPeriod
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.organisation.tree import rebuild_below
from varvet.kernel.records.errors import Told

pytestmark = pytest.mark.usefixtures("samples")
SPRING, BEFORE = date(YEAR, 4, 10), date(YEAR - 1, 4, 10)
UNITS = (
    'rows = [{ label = "Mottagning A", unit = "mottagning-a" }, { label = "Mottagning B", unit = "mottagning-b" }]\n'
)
SHARES = (
    'columns = [{ key = "a", label = "Alla", measure = "samples.whole" },'
    ' { key = "d", label = "Del", measure = "samples.part" },'
    ' { key = "p", label = "Andel", measure = "samples.share" }]\n'
)


def test_rows_by_unit_and_columns_by_year_add_up(cast: Cast) -> None:
    add_fact(cast.a, SPRING, count=3)
    add_fact(cast.b, BEFORE, count=4)
    table = made(cast, UNITS + "columns = { years = 2 }")
    assert table.title == "Prov, 2025"
    assert texts(table) == {"Mottagning A": ["0", "3"], "Mottagning B": ["4", "0"], "Totalt": ["4", "3"]}
    assert table.totals == (("2024", 4), ("2025", 3))
    assert table.rows[-1].role is Role.TOTAL


def test_each_cell_leads_to_what_it_counts(cast: Cast) -> None:
    add_fact(cast.a, SPRING, count=3)
    table = made(cast, UNITS + "columns = { years = 2 }")
    for row in table.rows[:-1]:
        for cell in row.cells[1:]:
            assert cell.ref
            question = from_query(cell.ref.query)
            assert Counter(cast.root, question.first, question.last).answer(question) == cell.value
    assert [cell.ref for cell in table.rows[-1].cells] == [None] * 3


def test_a_row_total_and_the_year_before(cast: Cast) -> None:
    add_fact(cast.a, SPRING, count=3, kind="x")
    add_fact(cast.a, SPRING, count=12, kind="y")
    add_fact(cast.a, BEFORE, count=10, kind="x")
    columns = 'columns = [{ label = "X", kind = "x" }, { label = "Y", kind = "y" }]\n'
    table = made(cast, UNITS + columns + "row_total = true\nprevious = true")
    assert texts(table)["Mottagning A"] == ["3 (10)", "12 \u2007(0)", "15 (10)"]
    assert texts(table)["Totalt"] == ["3 (10)", "12 \u2007(0)", "15 (10)"]
    assert table.totals == (("X", 3), ("Y", 12), ("Totalt", 15))
    assert [column.previous_label for column in table.columns] == ["", "2024", "2024", "2024"]
    assert table.columns[-1].sums_row


def test_shares_are_totalled_from_parts_and_wholes(cast: Cast) -> None:
    add_fact(cast.a, SPRING, numerator=1, denominator=2)
    add_fact(cast.b, SPRING, numerator=0, denominator=6)
    table = made(cast, UNITS + SHARES)
    assert texts(table) == {
        "Mottagning A": ["2", "1", "50\u202f%"],
        "Mottagning B": ["6", "0", "0\u202f%"],
        "Totalt": ["8", "1", "13\u202f%"],
    }
    assert dict(table.totals) == {"a": 8, "d": 1, "p": 13}


def test_what_was_not_measured_is_a_dash_and_adds_nothing(cast: Cast) -> None:
    add_fact(cast.a, SPRING, numerator=1, denominator=2)
    add_fact(cast.b, SPRING, denominator=6)
    table = made(cast, UNITS + SHARES)
    assert texts(table)["Mottagning B"] == ["6", "–", "–"]
    assert texts(table)["Totalt"] == ["8", "1", "50\u202f%"], "the share is of those whose part is known"
    assert values(table)["Mottagning B"] == [6, None, None]


def test_nothing_measured_at_all_has_no_total(cast: Cast) -> None:
    assert texts(made(cast, UNITS + SHARES))["Totalt"] == ["–", "–", "–"]
    assert made(cast, UNITS + SHARES).totals == ()


def test_the_year_before_not_measured_is_a_dash_too(cast: Cast) -> None:
    add_fact(cast.a, SPRING, numerator=1, denominator=2)
    columns = 'columns = [{ label = "Del", measure = "samples.part" }]\nprevious = true\n'
    assert texts(made(cast, UNITS + columns))["Mottagning A"] == ["1 (–)"]
    assert texts(made(cast, UNITS + columns))["Mottagning B"] == ["– (–)"]


def test_whole_percent_of_a_column_are_rounded_and_summed_as_shown(cast: Cast) -> None:
    for kind in ("x", "y", "z"):
        add_fact(cast.a, SPRING, kind=kind)
    rows = 'rows = [{ label = "X", kind = "x" }, { label = "Y", kind = "y" }, { label = "Z", kind = "z" }]\n'
    table = made(cast, rows + ONE_COLUMN + "share_of_column = true")
    assert texts(table) == {name: ["33\u202f%"] for name in "XYZ"} | {"Totalt": ["99\u202f%"]}
    assert [cell.ref for row in table.rows for cell in row.cells] == [None] * 8


def test_a_share_of_an_empty_column_is_a_dash(cast: Cast) -> None:
    table = made(cast, 'rows = [{ label = "X", kind = "x" }]\n' + ONE_COLUMN + "share_of_column = true")
    assert texts(table) == {"X": ["–"], "Totalt": ["–"]}


def test_half_a_percent_is_rounded_up(cast: Cast) -> None:
    add_fact(cast.a, SPRING, numerator=1, denominator=200)
    assert texts(made(cast, UNITS + SHARES))["Mottagning A"][2] == "1\u202f%"


def test_months_and_quarters_not_measured_are_left_out(cast: Cast) -> None:
    for month, part in ((2, 1), (11, 3)):
        add_fact(cast.a, date(YEAR, month, 28), numerator=part, denominator=4)
    assert list(texts(made(cast, "rows = { months = 1 }\n" + SHARES))) == ["Februari", "November", "Totalt"]
    by_quarter = texts(made(cast, "rows = { quarters = 1 }\n" + SHARES))
    assert by_quarter == {
        "Januari–mars": ["4", "1", "25\u202f%"],
        "Oktober–december": ["4", "3", "75\u202f%"],
        "Totalt": ["8", "4", "50\u202f%"],
    }


def test_months_of_a_quality_year_from_september(cast: Cast) -> None:
    choose(cast.root, "quality_year_first_month", 9, first_day=LONG_AGO)
    context = context_of(cast)
    monthly, quarterly = (spec_of(f"rows = {{ {by} = 1 }}\n{ONE_COLUMN}") for by in ("months", "quarters"))
    labels = [line.label for line in lines_of(monthly.rows, monthly, context)]
    assert (labels[0], labels[-1], len(labels)) == ("September", "Augusti", 12)
    quarters = lines_of(quarterly.rows, quarterly, context)
    assert [line.label for line in quarters][1] == "December–februari"
    assert (quarters[1].first, quarters[1].last) == (date(2024, 12, 1), date(2025, 2, 28))


def test_units_of_a_level_are_rows_and_nothing_is_counted_twice(cast: Cast) -> None:
    """In the cast both receptions lie below another unit of the same level."""
    add_fact(cast.a, SPRING, count=3)
    outside = make_unit("Familjerätt", cast.root)
    private = make_unit("Annans boende", cast.root)
    UnitPeriod.objects.filter(unit=private).update(provider="private")
    rebuild_below(cast.root)
    add_fact(outside, SPRING)
    add_fact(private, SPRING)
    table = made(cast, 'rows = { units = "unit" }\n' + ONE_COLUMN)
    assert texts(table) == {"Individ och familj": ["3"], "Familjerätt": ["1"], "Totalt": ["4"]}
    assert table.notes == ("4 av 5 visas i tabellen. De andra hör inte till någon av raderna.",)


def test_a_unit_that_has_ended_is_no_row(cast: Cast) -> None:
    ended = make_unit("Gammal enhet", cast.root)
    Unit.objects.filter(pk=ended.pk).update(last_day=date(YEAR - 1, 12, 31))
    rebuild_below(cast.root)
    assert list(texts(made(cast, 'rows = { units = "unit" }\n' + ONE_COLUMN))) == ["Individ och familj", "Totalt"]


def test_rows_by_area_and_quality_area(cast: Cast) -> None:
    choose(cast.root, "quality_areas", {"A": "Trygghet", "B": "Tid"}, first_day=LONG_AGO)
    add_fact(cast.a, SPRING, area="adults", quality_area="B")
    by_area = made(cast, 'rows = { areas = "children,adults" }\n' + ONE_COLUMN)
    assert texts(by_area) == {"Barn och unga": ["0"], "Vuxna": ["1"], "Totalt": ["1"]}
    by_quality = made(cast, "rows = { quality_areas = 1 }\n" + ONE_COLUMN)
    assert texts(by_quality) == {"A\u2002Trygghet": ["0"], "B\u2002Tid": ["1"], "Totalt": ["1"]}
    assert [row.key for row in by_quality.rows] == ["A", "B", "Totalt"]


def test_rows_by_category_and_by_names_they_go_by(cast: Cast) -> None:
    categories = (CategoryValue("one", "Ett", aliases=("Etta",)), CategoryValue("two", "Två"))
    new_version(root=cast.root, key="sort", content=NewList("Sorter", categories), first_day=LONG_AGO)
    add_fact(cast.a, SPRING, category="one", count=2)
    add_fact(cast.a, SPRING, category="two", count=5)
    assert texts(made(cast, 'rows = { categories = "sort" }\n' + ONE_COLUMN)) == {
        "Ett": ["2"], "Två": ["5"], "Totalt": ["7"],
    }  # fmt: skip
    named = 'category_list = "sort"\nrows = [{ label = "ETTA" }, { label = "Båda", named = ["Etta", "två"] }]\n'
    assert texts(made(cast, named + ONE_COLUMN + "total = false")) == {"ETTA": ["2"], "Båda": ["7"]}
    with pytest.raises(Told, match="names the category 'Tre', which Exempelby does not have"):
        made(cast, 'category_list = "sort"\nrows = [{ label = "Tre" }]\n' + ONE_COLUMN)


def test_a_list_the_root_has_not_gives_no_rows(cast: Cast) -> None:
    assert made(cast, 'rows = { categories = "no_such" }\n' + ONE_COLUMN).rows == ()


def test_how_far_things_had_come_by_a_day(cast: Cast) -> None:
    add_fact(cast.a, SPRING, record_id=1)
    add_fact(cast.a, SPRING, record_id=2)
    add_fact(cast.a, date(YEAR + 1, 1, 31), record_id=1, happening="closed")
    add_fact(cast.a, date(YEAR + 1, 2, 1), record_id=2, happening="closed")
    rows = 'rows = [{ label = "Klara", reached = "closed" }, { label = "Kvar", lacks = "closed" }]\n'
    table = made(cast, rows + ONE_COLUMN + 'followed_up = "{next}-01-31"')
    assert texts(table) == {"Klara": ["1"], "Kvar": ["1"], "Totalt": ["2"]}
    assert table.notes == ()


def test_a_column_counted_to_a_later_stage_leaves_nothing_out(cast: Cast) -> None:
    add_fact(cast.a, SPRING, record_id=1)
    add_fact(cast.a, SPRING, record_id=2)
    add_fact(cast.a, SPRING, record_id=1, happening="closed")
    columns = 'columns = [{ label = "Alla" }, { label = "Klara", reached = "closed" }]\n'
    table = made(cast, UNITS + columns)
    assert texts(table)["Totalt"] == ["2", "1"]
    assert table.notes == ()


def test_what_the_rows_leave_out_is_said_with_its_reason(cast: Cast) -> None:
    add_fact(cast.a, SPRING, count=3)
    add_fact(cast.b, SPRING, count=1)
    rows = 'rows = [{ label = "A", unit = "mottagning-a" }]\n'
    assert made(cast, rows + ONE_COLUMN).notes == ("3 av 4 visas i tabellen. De andra hör inte till någon av raderna.",)
    told = made(cast, rows + 'columns = { years = 2 }\npartial = "Resten är B."').notes
    assert told == ("2025: 3 av 4 visas i tabellen. Resten är B.",)


def test_the_templates_own_notes_come_last_with_their_years(cast: Cast) -> None:
    assert made(cast, UNITS + ONE_COLUMN + 'notes = ["Gäller {before}–{next}."]').notes == ("Gäller 2024–2026.",)


@pytest.mark.parametrize(("day", "told"), [(date(2023, 1, 1), 1), (date(2022, 1, 1), 0), (date(2026, 1, 1), 0)])
def test_a_series_break_is_told_when_it_lies_inside(cast: Cast, day: date, told: int) -> None:
    """The first day of the first year is where the series begins: nothing there is broken."""
    SeriesBreak.objects.create(unit=cast.a, measure="samples.count", day=day, reason="Nytt formulär.")
    SeriesBreak.objects.create(unit=cast.a, measure="samples.other", day=date(2023, 1, 1), reason="Annat mått.")
    said = f"Mottagning A: räknas på ett annat sätt från {day.year}. Nytt formulär."
    assert made(cast, UNITS + "columns = { years = 4 }").notes == (said,) * told
    assert made(cast, "rows = { years = 4 }\n" + ONE_COLUMN).notes == (said,) * told
    assert made(cast, UNITS + ONE_COLUMN).notes == ()


def test_a_print_that_differs_is_told_with_the_headings_people_see(cast: Cast) -> None:
    add_fact(cast.a, SPRING, count=3)
    add_fact(cast.a, BEFORE, count=2)
    columns = 'columns = [{ key = "fardig", label = "Färdig\\u00adställda" }, { key = "b", label = "B", kind = "b" }]\n'
    for table, row, column, number in (
        ("prov", "", "fardig", 4),
        ("prov", "Mottagning A", "fardig", 2),
        ("prov", "Mottagning B", "fardig", 0),
        ("prov", "Finns inte", "fardig", 9),
        ("prov", "", "finns-inte", 9),
        ("prov_2024", "Mottagning A", "b", 1),
    ):
        PrintedFigure.objects.create(root=cast.root, year=YEAR, table=table, row=row, column=column, number=number)
    assert set(made(cast, UNITS + columns + "previous = true").notes) == {
        "Färdigställda: källan skriver 4, raderna ger 3. Här visas radernas summa.",
        "Mottagning A, färdigställda: källan skriver 2, här är det 3.",
        "2024, Mottagning A, B: källan skriver 1, här är det 0.",
    }


def test_in_a_table_of_one_column_the_row_is_enough(cast: Cast) -> None:
    add_fact(cast.a, SPRING, count=1339)
    for row, number in (("", 1342), ("Mottagning A", 1340)):
        PrintedFigure.objects.create(root=cast.root, year=YEAR, table="prov", row=row, column="antal", number=number)
    assert set(made(cast, UNITS + ONE_COLUMN).notes) == {
        "Totalt: källan skriver 1\u202f342, raderna ger 1\u202f339. Här visas radernas summa.",
        "Mottagning A: källan skriver 1\u202f340, här är det 1\u202f339.",
    }


def test_widths_for_other_columns_are_told(cast: Cast) -> None:
    text = UNITS + 'columns = { areas = "children,adults" }\nwidths = ["15mm"]'
    with pytest.raises(Told, match="Table 'prov' has 2 columns, and 'widths' for 1"):
        made(cast, text)
