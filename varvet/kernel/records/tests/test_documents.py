"""The generated pages equal what the registers say, and what they say of their states is what their actions do."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from varvet.kernel.records.documents import measures_page, packed, pages, readme_of, states_page, with_states
from varvet.kernel.records.drawing import diagram, lines_of, unreached
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import Measure, Register, Sensitivity, Value, list_registers
from varvet.kernel.records.tests.toy import TOYS
from varvet.kernel.records.transitions import Transition

ROOT = Path(__file__).resolve().parents[4]
README_LINES = 20
BEGUN = re.compile(r"\bstatus=(?:rules\.)?Status\.(\w+),")
SET_AT_ONCE = re.compile(r"\bstatus(?:, \w+\.\w+)* = (?:rules\.)?Status\.(\w+),")
BALLS = replace(
    TOYS,
    kind="balls",
    label="Bollar",
    statuses={"new": "Ny", "flat": "Platt", "lost": "Borta", "gone": "Kastad"},
    starts=("new",),
    open_statuses=frozenset({"new", "flat"}),
    transitions=(
        Transition("pump", "pumpa", frozenset({"new", "flat"}), ()),
        Transition("prick", "sticka hål på", frozenset({"new"}), ("flat",)),
        Transition("drop", "tappa", frozenset({"flat", "new"}), ("lost", "flat")),
    ),
)
DRAWN = """stateDiagram-v2
    state "Ny (new)" as new
    state "Platt (flat)" as flat
    state "Borta (lost)" as lost
    state "Kastad (gone)" as gone
    [*] --> new
    new --> new: pumpa (pump)
    flat --> flat: pumpa (pump)
    new --> flat: sticka hål på (prick)
    new --> lost: tappa (drop)
    new --> flat: tappa (drop)
    flat --> lost: tappa (drop)
    flat --> flat: tappa (drop)
    lost --> [*]
    gone --> [*]
"""
LINES = [
    "begins: new; ends: lost, gone",
    "prick: new → flat",
    "drop: any open → lost or flat",
    "in place: pump",
]
BOUNCED = Measure(
    code="balls.bounced",
    label="Studsar",
    counts="Antal studsar.",
    register="balls",
    happening="bounced",
    breakdowns=("month", "kind"),
    missing="0 är inga.",
    where=(("kind", ("", "red")), ("sex", ("girls",))),
)
BOUNCED_ROW = "| `balls.bounced` | Studsar | Antal studsar. | `balls` `bounced`; kind blank or red; sex girls | count |"


def test_every_generated_page_equals_the_code() -> None:
    made = pages(ROOT, list_registers())
    assert len(made) == 3 + len(list_registers())
    differ = [path for path, text in made.items() if path.read_text("utf-8") != text]
    assert differ == [], "run `varvet docs write`"


@pytest.mark.parametrize("register", list_registers(), ids=lambda register: register.kind)
def test_a_readme_is_short(register: Register) -> None:
    assert len(readme_of(register).read_text("utf-8").splitlines()) <= README_LINES


def test_states_are_drawn_with_labels_and_names() -> None:
    assert diagram(BALLS) == DRAWN
    assert lines_of(BALLS) == LINES
    page = states_page([BALLS])
    assert f"## Bollar (`balls`)\n\n```mermaid\n{DRAWN}```\n" in page
    assert page.endswith("\nNo event leads to `gone`: only what is taken over from elsewhere can be there.\n")


def test_a_register_where_every_state_is_reached_says_nothing_more() -> None:
    reached = replace(BALLS, starts=("new", "gone"))
    assert unreached(reached) == []
    assert states_page([reached]).endswith("gone --> [*]\n```\n")


def test_a_readme_has_its_states_between_the_marks() -> None:
    readme = "# Balls\n<!-- states -->\nold\n<!-- /states -->\nMore.\n"
    filled = with_states(readme, BALLS)
    inside = "".join(f"    {line}\n" for line in packed(LINES))
    assert filled == f"# Balls\n<!-- states -->\n{inside}<!-- /states -->\nMore.\n"
    assert with_states(filled, BALLS) == filled


def test_short_lines_share_one_and_none_is_lost() -> None:
    parts = ["begins", "a" * 50, "b" * 50, "c" * 50, "d" * 200]
    assert packed(parts) == ["begins", f"{'a' * 50} · {'b' * 50}", "c" * 50, "d" * 200]
    assert packed([]) == []


@pytest.mark.parametrize("readme", ["# Balls\n", "# Balls\n<!-- states -->\n", "# Balls\n<!-- /states -->\n"])
def test_a_readme_without_marks_is_told(readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="marks"):
        with_states(readme, BALLS)
    (tmp_path / "README.md").write_text(readme, "utf-8")
    monkeypatch.setattr("varvet.kernel.records.documents.readme_of", lambda _: tmp_path / "README.md")
    with pytest.raises(Told, match="lacks the lines"):
        pages(ROOT, [BALLS])


def test_measures_say_what_they_share_once() -> None:
    page = measures_page([replace(BALLS, measures=(BOUNCED, replace(BOUNCED, code="balls.other")))])
    assert "- unit: antal\n- breakdowns: month, kind\n- sensitivity: small_numbers\n- missing: 0 är inga.\n" in page
    assert f"{BOUNCED_ROW}\n" in page


def test_measures_that_differ_say_it_in_their_rows() -> None:
    share = replace(BOUNCED, value=Value.SHARE, unit="andel", sensitivity=Sensitivity.OPEN)
    page = measures_page([replace(BALLS, measures=(BOUNCED, share))])
    assert "| facts | value | unit | sensitivity |\n" in page
    assert f"{BOUNCED_ROW} antal | small_numbers |\n" in page
    assert "| share | andel | open |\n" in page
    assert "- breakdowns: month, kind\n- missing: 0 är inga.\n" in page


def test_every_value_and_sensitivity_is_explained() -> None:
    page = measures_page([])
    assert [word for word in (*Value, *Sensitivity) if f"\n| {word} | " not in page] == []


@pytest.mark.parametrize("register", list_registers(), ids=lambda register: register.kind)
def test_transitions_name_states_of_the_register(register: Register) -> None:
    states = set(register.statuses)
    named = {*register.starts, *register.open_statuses}
    named |= {state for t in register.transitions for state in (*t.sources, *t.targets)}
    assert named <= states
    assert register.starts
    events = [transition.event for transition in register.transitions]
    assert len(events) == len(set(events))


@pytest.mark.parametrize("register", list_registers(), ids=lambda register: register.kind)
def test_records_begin_in_the_states_the_card_says(register: Register) -> None:
    """What actions create is written as `status=rules.Status.X`, or set at once beside it; history has its own."""
    texts = [path.read_text("utf-8") for path in readme_of(register).parent.rglob("actions*/*.py")]
    found = [
        name for text in texts if BEGUN.search(text) for name in (*BEGUN.findall(text), *SET_AT_ONCE.findall(text))
    ]
    created = {name.lower() for name in found}
    assert created == set(register.starts)
