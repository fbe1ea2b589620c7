"""Numbers run without gaps in their own root, kind and year."""

import pytest
from django.db import transaction

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Counter
from varvet.kernel.records.numbering import next_reference, reserve
from varvet.kernel.records.tests.toy import KIND, make_toy

pytestmark = pytest.mark.usefixtures("toys")


def test_numbers_follow_each_other(cast: Cast) -> None:
    assert [make_toy(cast).reference for _ in range(3)] == ["LEK-2026-0001", "LEK-2026-0002", "LEK-2026-0003"]


def test_each_root_and_year_counts_for_itself(cast: Cast) -> None:
    assert next_reference(cast.root, KIND, 2026) == "LEK-2026-0001"
    assert next_reference(cast.root, KIND, 2027) == "LEK-2027-0001"
    assert next_reference(cast.other_root, KIND, 2026) == "LEK-2026-0001"


def test_an_import_takes_its_numbers_in_a_row(cast: Cast) -> None:
    next_reference(cast.root, KIND, 2026)
    assert reserve(cast.root, KIND, 2026, 3) == ["LEK-2026-0002", "LEK-2026-0003", "LEK-2026-0004"]
    assert next_reference(cast.root, KIND, 2026) == "LEK-2026-0005"


def test_a_number_is_given_back_when_the_action_fails(cast: Cast) -> None:
    before = transaction.savepoint()
    next_reference(cast.root, KIND, 2026)
    transaction.savepoint_rollback(before)
    assert next_reference(cast.root, KIND, 2026) == "LEK-2026-0001"


def test_numbers_go_past_four_figures(cast: Cast) -> None:
    Counter.objects.create(root=cast.root, kind=KIND, year=2026, last=9999)
    assert next_reference(cast.root, KIND, 2026) == "LEK-2026-10000"
