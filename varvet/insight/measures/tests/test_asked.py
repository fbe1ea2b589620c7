"""What a register below is answered when it asks for a figure."""

from dataclasses import replace
from datetime import timedelta

import pytest

from varvet.insight.measures.asked import answer
from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.records import figures
from varvet.kernel.records.figures import Counted, Wanted
from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.kernel.records.registry import Value, list_measures


def share_measure() -> str:
    return next(measure.code for measure in figures.list_comparable() if measure.value is Value.SHARE)


def fact(cast: Cast, code: str, **changed: object) -> Fact:
    measure = next(measure for measure in list_measures() if measure.code == code)
    narrowed = {name: values[0] for name, values in measure.where}
    values = {
        "register": measure.register,
        "happening": measure.happening,
        "day": TODAY,
        "root": cast.root,
        "unit": cast.a,
        "record_id": 10_000,
        **narrowed,
        **changed,
    }
    return Fact.objects.create(**values)


def wanted(cast: Cast, code: str) -> Wanted:
    return Wanted(code, cast.a, TODAY - timedelta(days=9), TODAY)


@pytest.mark.facts_differ
def test_a_count_in_the_unit_and_on_the_days(cast: Cast) -> None:
    for changed in ({}, {"count": 3}, {"unit": cast.b}, {"day": TODAY - timedelta(days=10)}):
        fact(cast, "deviations.received", **changed)
    assert figures.count(wanted(cast, "deviations.received")) == Counted(4)


@pytest.mark.facts_differ
def test_a_share_with_what_it_is_a_share_of(cast: Cast) -> None:
    fact(cast, share_measure(), numerator=3, denominator=4)
    assert answer(wanted(cast, share_measure())) == Counted(0.75, 3, 4)


def test_a_share_of_nothing_is_not_measured(cast: Cast) -> None:
    assert answer(wanted(cast, share_measure())) == Counted(None)


@pytest.mark.facts_differ
def test_what_somebody_is_shut_out_from_is_not_in_it(cast: Cast) -> None:
    shut = Record.objects.create(
        kind="deviations",
        reference="AVV-2026-0001",
        root=cast.root,
        unit=cast.a,
        status="received",
        received_at=f"{TODAY}T09:00:00Z",
        confidentiality=Confidentiality.MANAGER_EXCLUDED,
    )
    fact(cast, "deviations.received", record_id=shut.pk)
    assert figures.count(wanted(cast, "deviations.received")) == Counted(0)


def test_a_measure_nobody_declares_is_nothing(cast: Cast) -> None:
    gone = replace(wanted(cast, "deviations.received"), measure="deviations.gone")
    assert figures.count(gone) == figures.NOTHING
    assert figures.label_of("deviations.gone") == "deviations.gone"
