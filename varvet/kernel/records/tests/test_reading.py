"""Each reading of narratives leaves its row in the trail, signed as the others."""

import pytest
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.audit.verify import verify
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.tests.toy import KIND, make_toy

pytestmark = pytest.mark.usefixtures("toys")


def test_a_reading_is_noted(cast: Cast) -> None:
    record = make_toy(cast)
    note_reading(record, "narratives", by=cast.alice)
    note_reading(record, "narratives", by=cast.alice)
    rows = ReadEvent.objects.values_list("kind", "record_id", "part", "actor_id")
    assert list(rows) == [(KIND, record.pk, "narratives", cast.alice.pk)] * 2
    assert verify() == []


def test_it_costs_one_query(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    record = make_toy(cast)
    with django_assert_num_queries(1):
        note_reading(record, "note", by=cast.bo)
