"""Numbers run without gaps in their own root, kind and year."""

import pytest
from django.db import transaction

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records import spine
from varvet.kernel.records.models import Counter, Fact, Record
from varvet.kernel.records.numbering import next_reference, reserve, unnumbered
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


@transaction.atomic
def made_unnumbered(cast: Cast) -> Record:
    record = Record.objects.create(
        kind=KIND,
        reference=unnumbered(),
        root=cast.root,
        unit=cast.a,
        status="open",
        received_at=NOW,
        opened_by=cast.bo,
    )
    spine.commit_made(record, "received", by=cast.bo)
    return record


def test_a_number_may_be_given_last(cast: Cast) -> None:
    """It is in place when the transaction ends, with the facts and the event as ever."""
    records = [made_unnumbered(cast), make_toy(cast), made_unnumbered(cast)]
    assert [record.reference for record in records] == ["LEK-2026-0001", "LEK-2026-0002", "LEK-2026-0003"]
    stored = Record.objects.order_by("pk").values_list("reference", "version")
    assert list(stored) == [(record.reference, 1) for record in records]
    assert AuditEvent.objects.filter(event="received", version=1).count() == 3
    assert Fact.objects.count() == 3


def test_two_that_wait_for_a_number_do_not_meet(cast: Cast) -> None:
    assert unnumbered() != unnumbered()
    room = Record._meta.get_field("reference").max_length
    assert room is not None
    assert len(unnumbered()) <= room
