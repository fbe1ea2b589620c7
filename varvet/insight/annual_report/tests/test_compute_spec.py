"""Templates: what is shipped is read whole, and every slip in a file is told with the file and the place."""

from pathlib import Path

import pytest

from varvet.insight.annual_report.compute import compute, spec
from varvet.insight.annual_report.compute.spec import list_templates, read_tables, read_template
from varvet.insight.annual_report.tests.computing import HEAD, ONE_COLUMN, YEAR
from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.records.errors import Told

ROWS = "rows = { years = 2 }\n"
TABLE = "[t]\n" + HEAD + ROWS + ONE_COLUMN
TOP = 'title = "Prov"\n'
SECTION = '[[section]]\nid = "a"\ntitle = "A"\n'
CHART = '[chart.c]\ntitle = "T"\ncounts = "C"\n'
USES_CHART = SECTION + '[[section.block]]\nchart = "c"\n'


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samples: None) -> Path:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "common.toml").write_text(TABLE, "utf-8")
    monkeypatch.setattr(spec, "SHIPPED", tmp_path)
    return tmp_path


@pytest.mark.parametrize("root", ["bromma", "goteborg-centrum", "alingsas", "a-root-of-its-own"])
def test_what_is_shipped_can_be_read(root: str) -> None:
    assert read_tables(root)
    for name in list_templates():
        assert read_template(name, root).sections


def test_every_table_of_a_root_is_in_the_template_tables() -> None:
    blocks = read_template("tables", "bromma").blocks
    assert [block.name for block in blocks if block.kind == "table"] == list(read_tables("bromma"))
    assert [block.kind for block in blocks if block.kind != "table"] == ["payment_errors"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[t\n", r"The template file common\.toml cannot be read: .*line 1"),
        ("t = 1", r"common\.toml: 't' is 1, and must be a table"),
        (TABLE.replace("title", "titel"), r"common\.toml, table 't': 'titel' is not known here; use one of "),
        (TABLE.replace('first = "Rad"', ""), r"table 't': 'first' is missing"),
        (TABLE.replace('"Rad"', "3"), r"table 't': 'first' is 3, and must be a text"),
        (TABLE.replace(ROWS, ""), r"table 't', rows: write a list of rows, or one of years, units"),
        (TABLE.replace(ROWS, "rows = 3\n"), r"table 't': 'rows' is 3, and must be a table"),
        (TABLE.replace(ROWS, "rows = [1]\n"), r"table 't': 'rows' must be a list of tables"),
        (TABLE.replace(ROWS, "rows = { decades = 2 }\n"), r"table 't', rows: write a list of rows"),
        (TABLE.replace(ROWS, 'rows = { years = "två" }\n'), r"rows: 'years' is 'två', and must be a whole number"),
        (TABLE.replace(ROWS, "rows = { units = 1 }\n"), r"rows: 'units' is 1, and must be a text"),
        (TABLE.replace(ROWS, 'rows = { areas = "children,mars" }\n'), r"'children,mars' names an area there is none"),
        (TABLE.replace(ROWS, 'rows = [{ key = "x" }]\n'), r"table 't', row 1: 'label' is missing"),
        (TABLE.replace(ROWS, 'rows = [{ label = "x", mesure = "y" }]\n'), r"table 't', row 1: 'mesure' is not known"),
        (TABLE.replace(ROWS, 'rows = [{ label = "x", kind = [] }]\n'), r"row 1: 'kind' is an empty list"),
        (TABLE.replace(ROWS, 'rows = [{ label = "x", kind = 4 }]\n'), r"row 1: 'kind' is 4, and must be texts"),
        (TABLE.replace(ROWS, 'rows = [{ label = "x", year = "i fjol" }]\n'), r"row 1: 'year' is 'i fjol'"),
        (
            TABLE.replace("samples.count", "samples.nix"),
            r"common\.toml, table 't': no register has the measure 'samples",
        ),
        (TABLE.replace('measure = "samples.count"\n', ""), r"table 't': every row or column needs a measure"),
        (TABLE + 'total = "nej"', r"table 't': 'total' is 'nej', and must be true or false"),
        (TABLE + 'widths = ["1mm", "2mm"]', r"table 't': 'widths' has 2, and there are 1 columns"),
    ],
)
def test_a_slip_in_a_table_is_told_with_its_place(shipped: Path, text: str, said: str) -> None:
    (shipped / "tables" / "common.toml").write_text(text, "utf-8")
    with pytest.raises(Told, match=said):
        read_tables("exempelby")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SECTION, r"prov\.toml: 'title' is missing"),
        (TOP + "sektion = 1", r"prov\.toml: 'sektion' is not known here"),
        (TOP + '[[section]]\nid = "a"', r"prov\.toml, section 1: 'title' is missing"),
        (TOP + SECTION + "[[section.block]]", r"section 1, block 1: a block has one of .*and this has none"),
        (TOP + SECTION + '[[section.block]]\ntabel = "t"', r"section 1, block 1: a block has one of .* this has tabel"),
        (TOP + SECTION + '[[section.block]]\ntable = "t"\ntext = "x"', r"block 1: .* this has table, text"),
        (TOP + SECTION + "[[section.block]]\ntable = 1", r"block 1: 'table' is 1, and must be a text"),
        (TOP + CHART + 'kind = "pie"', r"prov\.toml, chart, chart 'c': there is no chart of the kind 'pie'"),
        (TOP + CHART, r"chart 'c': 'kind' is missing"),
        (TOP + "[footnotes]\na = 1", r"prov\.toml, footnotes: 'a' is 1, and must be a text"),
        (TOP + '[[definition]]\nterm = "x"', r"prov\.toml, definition 1: 'meaning' is missing"),
        (TOP + '[[key_figure]]\nfigure = "x"', r"prov\.toml, key figure 1: 'before' is missing"),
        (TOP + "summary = 1", r"prov\.toml: 'summary' is 1, and must be true or false"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_place(shipped: Path, text: str, said: str) -> None:
    (shipped / "prov.toml").write_text(text, "utf-8")
    with pytest.raises(Told, match=said):
        read_template("prov", "exempelby")


def block(kind: str, name: str) -> str:
    return f'[[section.block]]\n{kind} = "{name}"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            SECTION + block("table", "t9"),
            "The template 'prov' has the table 't9', which Exempelby has not. There are: t.",
        ),
        (SECTION + block("chart", "c9"), "has the chart 'c9', which Exempelby has not. There are: none."),
        (SECTION + block("table", "t") * 2, "The template 'prov' has 't' twice"),
        (USES_CHART + CHART + 'kind = "deadlines"', r"chart 'c': 'panels' is missing"),
        (
            USES_CHART + CHART + 'kind = "deadlines"\npanels = [{ table = "t9", title = "T", noun = "n" }]',
            r"chart 'c', panel 1: Exempelby has no table 't9'",
        ),
        (
            USES_CHART + CHART + 'kind = "deadlines"\npanels = [{ table = "t", title = "T", noun = "n" }]',
            r"panel 1: the table 't' must have months or quarters as rows",
        ),
        (USES_CHART + CHART + 'kind = "lines"', r"chart 'c': 'first' is missing"),
        (USES_CHART + CHART + 'kind = "bars"\ntable = "t"', r"chart 'c': 'noun' is missing"),
        (
            USES_CHART + CHART + 'kind = "squares"\ngroups = [{ label = "x", measure = "samples.nix" }]',
            r"chart 'c', group 1: no register has the measure 'samples\.nix'",
        ),
        (
            USES_CHART
            + CHART
            + 'kind = "squares"\ngroups = [{ label = "x", measure = "samples.count", where = { slag = "y" } }]',
            r"group 1, where: 'slag' is not known here",
        ),
        (USES_CHART + CHART + 'kind = "squares"', r"chart 'c', whole: 'measure' is missing"),
    ],
)
def test_what_names_nothing_is_told_before_anything_is_made(shipped: Path, cast: Cast, text: str, said: str) -> None:
    add_fact(cast.a, TODAY)
    (shipped / "prov.toml").write_text(TOP + text, "utf-8")
    with pytest.raises(Told, match=said):
        compute(cast.root, YEAR, "prov")


def test_a_template_that_cannot_be_read_is_told(shipped: Path) -> None:
    (shipped / "prov.toml").write_bytes(b'title = "\xff"')
    with pytest.raises(Told, match=r"The template file prov\.toml cannot be read: .* Put the shipped file back\."):
        read_template("prov", "exempelby")
