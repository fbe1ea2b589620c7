"""How far a record has come and what has happened to it."""

from datetime import date

import pytest

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.registry import Register
from varvet.kernel.records.tests.toy import make_toy, toys
from varvet.kernel.ui.record_parts import Step, events_of, step_of, steps_of

__all__ = ["toys"]
TODAY = date(2026, 3, 16)
FIRST, SECOND = date(2026, 3, 2), date(2025, 3, 3)


@pytest.mark.parametrize(("status", "number"), [("new", 1), ("done", 2), ("elsewhere", 0)])
def test_the_number_of_a_step(status: str, number: int) -> None:
    assert step_of(status, ("new", "done")) == number


@pytest.mark.parametrize(
    ("reached", "shown"),
    [(0, ["", "", ""]), (1, ["2\u00a0mars", "", ""]), (3, ["2\u00a0mars", "", "3\u00a0mars 2025"])],
)
def test_a_step_has_its_day_when_it_is_reached(reached: int, shown: list[str]) -> None:
    steps = steps_of(["Ny", "Pågår", "Klar"], [FIRST, None, SECOND], reached=reached, today=TODAY)
    assert steps == [Step(label, when) for label, when in zip(["Ny", "Pågår", "Klar"], shown, strict=True)]


def test_a_step_without_a_day_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        steps_of(["Ny", "Klar"], [FIRST], reached=1, today=TODAY)


def test_what_has_happened_is_said_in_sentences(cast: Cast, toys: Register) -> None:
    record = make_toy(cast)
    assert [event.sentence for event in events_of(record, {"received": "Den kom in."})] == ["Den kom in."]
    assert [event.sentence for event in events_of(record, {})] == ["received"]
