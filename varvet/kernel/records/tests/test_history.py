"""Taking over history: who may, from one root only, and numbered by the year each row was received."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast, make_types
from varvet.kernel.organisation.models import CategoryList, Unit
from varvet.kernel.records.history import check_import, references_for
from varvet.kernel.records.registry import Register
from varvet.kernel.records.tests.toy import KIND, toys

__all__ = ["toys"]


@dataclass(frozen=True)
class Row:
    unit: Unit
    received_at: datetime = NOW
    category_list: CategoryList | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    synthetic: bool = True


def test_rows_of_one_root_are_taken_over(cast: Cast) -> None:
    rows = [Row(cast.a), Row(cast.b, category_list=cast.types)]
    check_import(rows, cast.root, by=cast.eva, now=NOW)


def test_only_those_who_may_take_over_history(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        check_import([Row(cast.a)], cast.root, by=cast.bo, now=NOW)


def test_a_unit_of_another_root_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="another root"):
        check_import([Row(cast.a), Row(cast.other_unit)], cast.root, by=cast.eva, now=NOW)


def test_a_list_of_another_root_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="another root"):
        check_import([Row(cast.a, category_list=make_types(cast.other_root))], cast.root, by=cast.eva, now=NOW)


def test_numbers_follow_the_year_in_sweden(cast: Cast, toys: Register) -> None:
    """The last hour of the year in Greenwich is the first of the next here."""
    days = [(2024, 5, 6, 12), (2023, 1, 2, 12), (2024, 5, 7, 12), (2023, 12, 31, 23)]
    rows = [Row(cast.a, datetime(*day, tzinfo=UTC)) for day in days]
    numbers = references_for(rows, cast.root, KIND)
    assert numbers == ["LEK-2024-0001", "LEK-2023-0001", "LEK-2024-0002", "LEK-2024-0003"]
