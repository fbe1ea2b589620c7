"""What single cells say, each way a text or a workbook can write them, and which are refused."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from varvet.extracts.reading.values import (
    Impossible,
    as_day,
    as_mark,
    as_moment,
    as_money,
    as_number,
    as_sex,
    as_text,
)

Read = Callable[[object], object]
SAID: list[tuple[Read, object, object]] = [
    (as_text, None, ""),
    (as_text, 12.0, "12"),
    (as_text, 12.5, "12.5"),
    (as_text, " x ", "x"),
    (as_moment, datetime(2026, 1, 2, 3, 4, tzinfo=UTC), datetime(2026, 1, 2, 3, 4)),  # noqa: DTZ001 - as lists have it
    (as_moment, date(2026, 1, 2), datetime(2026, 1, 2)),  # noqa: DTZ001 - the same
    (as_moment, "2026-01-02 03:04:05,5", datetime(2026, 1, 2, 3, 4, 5)),  # noqa: DTZ001 - the same
    (as_moment, "", None),
    (as_day, 46_024, date(2026, 1, 2)),
    (as_day, None, None),
    (as_mark, True, True),
    (as_mark, "", None),
    (as_mark, "Ja", True),
    (as_mark, "nej", False),
    (as_mark, "2026-01-02", True),
    (as_number, "", None),
    (as_number, "-3,0", -3),
    (as_number, 7.0, 7),
    (as_money, "", None),
    (as_money, 12.345, 1_234),
    (as_money, "1 234,5 kr", 123_450),
    (as_money, "-7", -700),
    (as_money, "12.05", 1_205),
    (as_sex, "", None),
    (as_sex, "Kvinna", "female"),
    (as_sex, "MAN", "male"),
]
REFUSED: list[tuple[Read, object]] = [
    (as_moment, "2026-02-30"),
    (as_moment, "2026-01-02 25:00"),
    (as_moment, "2026-01-02 10:00 och mer"),
    (as_moment, "i går"),
    (as_moment, datetime(1850, 1, 2, tzinfo=UTC)),
    (as_mark, "kanske"),
    (as_number, "2,5"),
    (as_number, "9" * 16),
    (as_money, "tolv"),
    (as_money, math.inf),
    (as_money, math.nan),
    (as_money, 1e300),
    (as_sex, "okänt"),
]


@pytest.mark.parametrize(("read", "cell", "said"), SAID)
def test_a_cell_says(read: Read, cell: object, said: object) -> None:
    assert read(cell) == said


@pytest.mark.parametrize(("read", "cell"), REFUSED)
def test_a_cell_that_cannot_be_what_its_column_holds(read: Read, cell: object) -> None:
    with pytest.raises(Impossible):
        read(cell)
