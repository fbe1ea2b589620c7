"""What seldom waits costs one question for all sorts, and is read only where something does."""

from dataclasses import replace

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.records import registry
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.referrals import refer
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.tests.toy import TOYS, make_toy
from varvet.kernel.records.waiting import ids_of, rows_of


def toys_of(reader: Reader) -> QuerySet[Record]:
    return Record.objects.filter(unit_id__in=reader.units("deviations.view")).order_by("reference")


def asked_of(reader: Reader) -> QuerySet[Referral]:
    return Referral.objects.filter(origin__unit_id__in=reader.units("deviations.view"))


MADE, ASKED = Seldom("toys.made", toys_of), Seldom("toys.asked", asked_of)
TOLD = Seldom("toys.told", toys_of, ("reference", "received_at", "opened_by_id"))


@pytest.fixture(autouse=True)
def declared(toys: object) -> None:
    registry.clear()
    registry.add(replace(TOYS, seldom=(MADE, ASKED, TOLD)))


def test_each_sort_gets_its_own(cast: Cast) -> None:
    first, second = make_toy(cast), make_toy(cast)
    refer(second, "lex_sarah", by=cast.alice)
    reader = reader_of(cast.alice)
    assert sorted(ids_of(reader, MADE)) == [first.pk, second.pk]
    assert ids_of(reader, ASKED) == [Referral.objects.get().pk]


def test_one_question_for_all_sorts(cast: Cast) -> None:
    make_toy(cast)
    reader = reader_of(cast.alice)
    reader.units("deviations.view")
    with CaptureQueriesContext(connection) as asked:
        found = [ids_of(reader, sort) for sort in (MADE, ASKED, MADE)]
    assert [len(ids) for ids in found] == [1, 0, 1]
    assert len(asked) == 1


def test_of_what_the_reader_may_not_see_nothing_waits(cast: Cast) -> None:
    refer(make_toy(cast), "lex_sarah", by=cast.alice)
    for outside in (cast.cecilia, cast.stranger, cast.gun):
        assert ids_of(reader_of(outside), MADE) == ids_of(reader_of(outside), ASKED) == []


def test_what_nobody_has_declared_is_a_mistake(cast: Cast) -> None:
    with pytest.raises(KeyError):
        ids_of(reader_of(cast.alice), Seldom("toys.unknown", toys_of))


def test_what_is_told_of_a_row_comes_with_the_answer(cast: Cast) -> None:
    made = {toy.pk: toy for toy in (make_toy(cast), make_toy(cast))}
    reader = reader_of(cast.alice)
    reader.units("deviations.view")
    with CaptureQueriesContext(connection) as asked:
        rows = rows_of(reader, TOLD, Record)
        told = {row.pk: (row.reference, row.received_at, row.opened_by_id, row.unit_id, row.unit.name) for row in rows}
    assert len(asked) == 1
    for pk, toy in made.items():
        assert told[pk] == (toy.reference, toy.received_at, toy.opened_by_id, toy.unit_id, cast.a.name)
    assert told.keys() == made.keys()
