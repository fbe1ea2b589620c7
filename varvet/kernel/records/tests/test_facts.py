"""Facts can always be counted again: what is missing, extra or changed is found, and put right."""

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.tests.cast import LONG_AGO, TODAY, Cast
from varvet.kernel.organisation.models import UnitPeriod
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import Fact, Record
from varvet.kernel.records.tests.toy import make_toy

pytestmark = pytest.mark.usefixtures("toys")


def remove(record: Record) -> None:
    Fact.objects.filter(record_id=record.pk).delete()


def change(record: Record) -> None:
    Fact.objects.filter(record_id=record.pk).update(count=2)


def add(record: Record) -> None:
    fact = Fact.objects.get(record_id=record.pk)
    fact.pk = None
    fact.save()


@pytest.mark.parametrize("spoil", [remove, change, add])
def test_a_fact_gone_wrong_is_found_and_mended(cast: Cast, spoil: object) -> None:
    record, beside = make_toy(cast), make_toy(cast)
    assert callable(spoil)
    spoil(record)
    found = rebuild(check=True)
    assert (found.records, found.facts, found.different) == (2, 2, [record.reference])
    assert rebuild(check=True).different == [record.reference], "a check writes nothing"
    assert rebuild(check=False).different == [record.reference]
    assert rebuild(check=True).different == []
    assert Fact.objects.filter(record_id=beside.pk).count() == 1


@pytest.mark.facts_differ
def test_a_fact_without_its_record_is_named_and_left(cast: Cast) -> None:
    record = make_toy(cast)
    Record.objects.filter(pk=record.pk).delete()
    assert rebuild(check=False).different == [f"record {record.pk}"]
    assert Fact.objects.count() == 1


def test_a_fact_has_the_area_and_provider_of_its_own_day(cast: Cast) -> None:
    UnitPeriod.objects.create(
        unit=cast.a, parent=cast.department, kind="authority", area="adults", provider="private", first_day=TODAY
    )
    record = make_toy(cast)
    fact = Fact.objects.get(record_id=record.pk)
    assert (fact.day, fact.area, fact.provider, fact.root) == (TODAY, "adults", "private", cast.root)
    Record.objects.filter(pk=record.pk).update(received_at="2024-05-05T10:00:00Z")
    rebuild(check=False)
    fact = Fact.objects.get(record_id=record.pk)
    assert (fact.area, fact.provider) == ("children", "own")
    assert fact.day > LONG_AGO


def test_rebuilding_tells_how_far_it_has_come(cast: Cast) -> None:
    make_toy(cast)
    told: list[int] = []
    rebuild(check=True, told=told.append)
    assert told == [1]


def test_a_part_cannot_be_more_than_its_whole(cast: Cast) -> None:
    fact = Fact.objects.get(record_id=make_toy(cast).pk)
    fact.numerator, fact.denominator = 3, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        fact.save()
