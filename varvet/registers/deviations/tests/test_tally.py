"""Tally: many like events in one entry, counted as many, in the month they belong to."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_types
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Record
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import events_of, facts_of, tally_content, words_of


def tallied(cast: Cast, **changes: object) -> Deviation:
    record = actions.tally(content=tally_content(cast, **changes), key="tally", by=cast.alice, now=NOW)
    return Deviation.objects.get(pk=record.pk)


def test_forty_events_are_one_closed_entry(cast: Cast) -> None:
    deviation = tallied(cast)
    assert (deviation.reference, deviation.status, deviation.channel) == ("AVV-2026-0001", "closed", "tally")
    assert (deviation.tally_count, deviation.tally_month_end) == (40, date(2026, 2, 28))
    assert words_of(deviation) == {"lesson": "Vi bokar om tidigare."}


def test_they_count_as_forty_in_their_month(cast: Cast) -> None:
    february = date(2026, 2, 28)
    assert facts_of(tallied(cast)) == [
        ("received", february, 40, "delay", None),
        ("mention", february, 40, "delay", None),
        ("assessed", TODAY, 40, "delay", 16),
        ("closed", TODAY, 40, "delay", 16),
    ]


def test_in_the_month_that_is_under_way_they_count_on_the_day_they_came_in(cast: Cast) -> None:
    assert facts_of(tallied(cast, month=date(2026, 3, 31)))[0][1] == TODAY


def test_it_is_told_in_the_trail(cast: Cast) -> None:
    deviation = tallied(cast)
    assert events_of(deviation) == [("tallied", 1, cast.alice.pk)]
    assert AuditEvent.objects.get(record_id=deviation.pk).data == {"count": 40}


def test_a_resend_counts_nothing_more(cast: Cast) -> None:
    assert tallied(cast) == tallied(cast)
    assert Fact.objects.filter(happening="received").aggregate(total=Sum("count")) == {"total": 40}


@pytest.mark.parametrize("name", ["bo", "cecilia", "dag", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        actions.tally(content=tally_content(cast), key="x", by=getattr(cast, name), now=NOW)
    assert not Record.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"count": 1}, "deviation.tally.count", id="one"),
        pytest.param({"count": 501}, "deviation.tally.many", id="too-many"),
        pytest.param({"month": date(2026, 4, 1)}, "deviation.tally.month", id="next-month"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, changes: dict[str, object], code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        tallied(cast, **changes)
    assert broken.value.code == code
    assert not Record.objects.exists()


def test_another_roots_category_is_refused(cast: Cast) -> None:
    other = make_types(cast.other_root)
    with pytest.raises(RuleBroken) as broken:
        tallied(cast, category=other.categories.all()[0])
    assert (broken.value.code, broken.value.field) == ("deviation.category.list", "category")


@pytest.mark.parametrize(
    ("count", "month_end"), [(1, date(2026, 2, 28)), (2, None), (0, None)], ids=["one", "no-month", "none"]
)
def test_the_table_refuses_half_a_tally(cast: Cast, count: int, month_end: date | None) -> None:
    deviation = tallied(cast)
    deviation.tally_count, deviation.tally_month_end = count, month_end
    with pytest.raises(IntegrityError), transaction.atomic():
        deviation.save()
