"""Rules: an approved compilation is closed, and only a read and finished period is approved."""

from datetime import date

import pytest

from varvet.insight.compilations.rules import SECTIONS, Place, check_open, check_ready
from varvet.kernel.records.errors import RuleBroken

READ = {Place.SEEN: "Vi ser något."}
LAST = date(2025, 12, 31)


def test_a_draft_is_open_and_an_approved_one_closed() -> None:
    check_open(approved=False)
    with pytest.raises(RuleBroken, match="fastställd"):
        check_open(approved=True)


@pytest.mark.parametrize(
    ("today", "broken"), [(date(2025, 12, 30), True), (date(2025, 12, 31), True), (date(2026, 1, 1), False)]
)
def test_a_period_is_over_the_day_after_its_last(today: date, broken: bool) -> None:  # noqa: FBT001 - a truth table
    if not broken:
        check_ready(READ, LAST, today)
        return
    with pytest.raises(RuleBroken, match="efter 2025-12-31") as refused:
        check_ready(READ, LAST, today)
    assert refused.value.code == "compilation.lasts"


@pytest.mark.parametrize("texts", [{}, {Place.SEEN: " \n"}, {Place.WHY: "Därför."}])
def test_what_is_seen_must_be_written(texts: dict[Place, str]) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_ready(texts, LAST, date(2026, 1, 1))
    assert refused.value.field == Place.SEEN


def test_every_place_has_a_heading_and_a_prompt() -> None:
    assert set(SECTIONS) == set(Place)
    assert all(section.heading and section.prompt.endswith("?") for section in SECTIONS.values())
