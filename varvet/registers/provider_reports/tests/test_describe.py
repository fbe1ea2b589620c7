"""Describing: what is known better later is filled in, and the facts follow."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import Narrative
from varvet.registers.provider_reports.rules import Known, Law
from varvet.registers.provider_reports.tests.factories import (
    CASE,
    REQUESTED,
    about,
    events_of,
    fresh,
    page_of,
    registered,
    requested,
)


def test_what_is_known_takes_the_place_of_what_was(cast: Cast) -> None:
    report = registered(cast)
    known = about(cast, unit=cast.b, law=Law.SOL, ours=Known.NO, category=None, case_reference="2026-900")
    actions.describe(report=report, about=known, version=1, by=cast.dag, now=REQUESTED)
    saved = fresh(report)
    assert (saved.unit, saved.law, saved.ours, saved.category_list) == (cast.b, "sol", "no", None)
    assert [n.text for n in Narrative.objects.filter(report=report, part="case").order_by("pk")] == [CASE, "2026-900"]
    assert events_of(report)[-1] == ("described", 2, cast.dag.pk)
    fact = Fact.objects.get(record_id=report.pk)
    assert (fact.unit_id, fact.area, fact.kind) == (cast.b.pk, "adults", "sol")


def test_it_is_not_moved_to_where_the_person_may_not_handle(cast: Cast) -> None:
    report = registered(cast)
    with pytest.raises(NotAllowed):
        actions.describe(report=report, about=about(cast, unit=cast.other_unit), version=1, by=cast.dag, now=REQUESTED)
    assert fresh(report).unit == cast.a


def test_a_provider_that_has_been_asked_stays_known(cast: Cast) -> None:
    report = requested(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.describe(report=report, about=about(cast, provider=None), version=2, by=cast.dag, now=REQUESTED)
    assert broken.value.code == "provider_report.provider.unknown"


def test_the_page_begins_with_what_is_known_but_never_the_case_reference(cast: Cast) -> None:
    shown = text_of(as_(cast.dag).get(page_of(registered(cast), "komplettera/")))
    assert 'value="2026-03-10"' in shown
    assert CASE not in shown
