"""What of a list's result is hidden, becomes the result, and is said in a sentence."""

import pytest

from varvet.extracts.checks.results import UNKNOWN, Line
from varvet.extracts.checks.shipped import BY_NAME
from varvet.extracts.checks.survival import Share
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules import list_check as rules


def line(whole: int, *, group: str = "", sex: str = "", pending: int = 0, late: int = 0) -> Line:
    share = Share(0.5, 0.25, 0.75) if whole else None
    met = (whole - pending) // 2
    return Line(group, sex, met, whole - pending - met, pending, 0, late, share, bool(pending), whole < 10)


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"a": 5, "b": 90}, set()),
        ({"a": 4, "b": 90}, {"a", "b"}),
        ({"a": 4, "b": 90, "c": 7}, {"a", "c"}),
        ({"a": 4, "b": 3, "c": 7}, {"a", "b"}),
        ({"a": 6, "b": 90, UNKNOWN: 1}, set()),
        ({"a": 4, "b": 90, UNKNOWN: 1}, {"a", UNKNOWN}),
    ],
)
def test_few_are_hidden_and_cannot_be_worked_out(sizes: dict[str, int], hidden: set[str]) -> None:
    lines = [line(99), *(line(size, group=name) for name, size in sizes.items())]
    assert {one.line.group for one in rules.by_part(lines) if one.hidden} == hidden


def test_sexes_are_not_told_within_groups() -> None:
    lines = [
        line(20),
        line(10, sex="female"),
        line(10, sex="male"),
        line(20, group="a"),
        line(9, group="a", sex="male"),
    ]
    assert [one.line for one in rules.by_sex(lines)] == lines[1:3]
    assert [one.line for one in rules.by_part(lines)] == lines[3:4]


def test_a_result_needs_a_case_with_an_answer() -> None:
    with pytest.raises(RuleBroken):
        rules.figures_of(line(3, pending=3))
    figures = rules.figures_of(line(12, pending=2))
    assert (figures.population, figures.sample, figures.fulfilled, figures.stated_permille) == (10, 10, 5, 500)
    assert rules.figures_of(line(12)).stated_permille is None


def test_long_groups_keep_apart() -> None:
    made = rules.short_names(["Utredningsgruppen i Öster", "Utredningsgruppen i Väster", "Kort"])
    assert len(set(made.values())) == 3
    assert all(len(name) <= 20 for name in made.values())


@pytest.mark.parametrize(
    ("name", "total", "sentence"),
    [
        ("forhandsbedomning", line(12, pending=2, late=1), "50 procent (25–75) väntas bli klara i tid. 1 är öppna"),
        ("forhandsbedomning", line(12), "6 av 12 blev klara i tid: 50 procent (25–75)."),
        ("forhandsbedomning", line(12, late=2), "6 av 12 är klara i tid: 50 procent (25–75). 2 är öppna"),
        ("samverkan", line(12), "6 av 12 uppfyller kravet: 50 procent (25–75)."),
        ("samverkan", line(0), "Inget ärende i listan kan räknas."),
    ],
)
def test_the_result_is_said_in_a_sentence(name: str, total: Line, sentence: str) -> None:
    assert str(rules.says(BY_NAME[name], total)).startswith(sentence)
