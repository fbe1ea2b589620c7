"""What a document may hold, and how a text is parted."""

from dataclasses import replace

import pytest

from varvet.kernel.paper.tests.sample import PAPER
from varvet.kernel.paper.texts import paragraphs
from varvet.kernel.paper.value import Column, Heading, Table


@pytest.mark.parametrize("levels", [(2,), (1, 3), (1, 2, 2, 1, 3), (0,), (1, 2, 3, 4)])
def test_a_skipped_heading_level_is_refused(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="skip"):
        replace(PAPER, blocks=tuple(Heading(level, "Rubrik") for level in levels))


@pytest.mark.parametrize("levels", [(), (1,), (1, 1), (1, 2, 3, 3, 1, 2)])
def test_levels_that_follow_each_other_are_taken(levels: tuple[int, ...]) -> None:
    paper = replace(PAPER, blocks=tuple(Heading(level, "Rubrik") for level in levels))
    assert tuple(block.level for block in paper.blocks if isinstance(block, Heading)) == levels


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_heading_or_title_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="empty"):
        replace(PAPER, title=text)
    with pytest.raises(ValueError, match="empty"):
        replace(PAPER, blocks=(Heading(1, text),))


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Table("Tabell", (Column("Ett"), Column("Två")), (("bara en",),))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ett", ["ett"]),
        ("ett\ntvå", ["ett\ntvå"]),
        ("ett\n\ntvå", ["ett", "två"]),
        ("ett\r\n\r\n \t\r\ntvå\rtre", ["ett", "två\ntre"]),
        ("ett\u2029två\u2028tre", ["ett", "två\ntre"]),
        ("\n\n  \n", []),
        ("", []),
    ],
)
def test_empty_lines_part_paragraphs_and_others_stay(text: str, parts: list[str]) -> None:
    assert paragraphs(text) == parts
