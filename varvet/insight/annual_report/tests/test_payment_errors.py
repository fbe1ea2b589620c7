"""The table of wrong payments: by cause and outcome beside the year's goal, and only where there are any."""

import io
import json
from datetime import date

import pytest
from openpyxl import load_workbook

from varvet.insight.annual_report.compute import compute, payment_errors
from varvet.insight.annual_report.compute.spec import BlockSpec, SectionSpec, list_templates, read_template
from varvet.insight.annual_report.compute.whole import Writer, numbered
from varvet.insight.annual_report.drawings import Drawings
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.annual_report.tests.computing import YEAR, context_of, template, texts
from varvet.insight.annual_report.value import Heading, Table
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.organisation.models import Setting
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.models import Fact

SECTION = SectionSpec("a", "A", (BlockSpec("payment_errors", ""), BlockSpec("measures", "")))
pytestmark = pytest.mark.facts_differ


def counted(cast: Cast, happening: str, kind: str = "", year: int = YEAR) -> None:
    Fact.objects.create(
        register="payment_errors", happening=happening, day=date(year, 5, 6), root=cast.root, unit=cast.a,
        area="income", provider="own", kind=kind, record_id=1,
    )  # fmt: skip


def goal(cast: Cast, value: str, first_day: date) -> None:
    Setting.objects.create(root=cast.root, key=payment_errors.GOAL, value=value, first_day=first_day)


def test_each_year_beside_its_goal(cast: Cast) -> None:
    for cause in ("client", "us", "us", "both", "none"):
        counted(cast, "received", cause)
        counted(cast, "completed", cause)
    counted(cast, "received", year=YEAR - 1)
    for happening in ("dismissed", "not_investigated", "reclaimed", "police_reported", "closed"):
        counted(cast, happening)
    goal(cast, "10", date(YEAR - 1, 3, 1))
    table = payment_errors.table_of(context_of(cast), "Tabell 1")
    assert texts(table) == {
        "Anmälda": ["0", "0", "1", "5"],
        "Årsmål": ["–", "–", "10", "10"],
        "Avskrivna": ["0", "0", "0", "1"],
        "Utreds inte": ["0", "0", "0", "1"],
        "Utredda: orsak hos den som fick pengarna": ["0", "0", "0", "1"],
        "Utredda: orsak hos oss": ["0", "0", "0", "2"],
        "Utredda: orsak hos båda": ["0", "0", "0", "1"],
        "Utredda: utbetalningen var rätt": ["0", "0", "0", "1"],
        "Återkrav": ["0", "0", "0", "1"],
        "Polisanmälda": ["0", "0", "0", "1"],
        "Avslutade": ["0", "0", "0", "1"],
    }
    assert table.rows[1].cells[-1].value == 10
    assert all(cell.ref for cell in table.rows[0].cells[1:])


def test_its_measures_are_explained_where_it_stands(cast: Cast) -> None:
    context = context_of(cast, sections=(SECTION,))
    writer = Writer(context, {}, numbered(template(sections=(SECTION,))))
    assert writer.measures_used() == list(payment_errors.MEASURES)
    assert Writer(context_of(cast), {}, {}).measures_used() == []


def test_it_stands_only_where_the_register_is_used(cast: Cast) -> None:
    spec = template(sections=(SECTION,))
    without = payment_errors.where_used(spec, cast.root, YEAR)
    assert [block.kind for block in without.blocks] == ["measures"]
    counted(cast, "received", year=YEAR - 4)  # before the years that are shown
    assert payment_errors.where_used(spec, cast.root, YEAR) == without
    counted(cast, "received", year=YEAR - 3)
    assert payment_errors.where_used(spec, cast.root, YEAR) == spec


def test_the_other_tables_keep_their_numbers_until_then(cast: Cast) -> None:
    before = compute(cast.root, YEAR, "tables")
    counted(cast, "received")
    after = compute(cast.root, YEAR, "tables")
    added = [block for block in after.blocks if block not in before.blocks]
    assert [block.id for block in added if isinstance(block, Table)] == [payment_errors.SPEC.id]
    assert not any(isinstance(block, Heading) for block in added)


def test_the_same_figures_in_data_and_workbook(cast: Cast) -> None:
    counted(cast, "received", "us")
    goal(cast, "4711", date(YEAR, 1, 1))
    report = compute(cast.root, YEAR, "tables")
    told = json.loads(FORMATS["json"].load()(report, Drawings()))
    [table] = [one for one in told["tables"] if one["id"] == payment_errors.SPEC.id]
    assert table["rows"]["anmalda"][-1] == 1
    assert table["rows"]["arsmal"][-1] == 4711
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].load()(report, Drawings())))
    values = {cell.value for sheet in book for line in sheet.iter_rows() for cell in line}
    assert {4711, "Polisanmälda"} <= values
    assert "4\u202f711" in FORMATS["html"].load()(report, Drawings()).decode()


def test_the_shipped_templates_have_it_and_the_goal_is_the_registers_own(cast: Cast) -> None:
    for name in list_templates():
        assert payment_errors.BLOCK in {block.kind for block in read_template(name, cast.root.slug).blocks}
    assert get_setting(cast.root, payment_errors.GOAL, date(YEAR, 1, 1)) == ""
