"""The register's card: what it says is what it does, and it is never mixed with our own lex Sarah."""

import pytest

from varvet.kernel.access.roles import roles_with
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.registry import Measure
from varvet.registers.provider_reports.module import REGISTER
from varvet.registers.provider_reports.rules import STATUS_LABELS
from varvet.registers.provider_reports.tests.factories import page_of, planned


def test_every_permission_belongs_to_some_role() -> None:
    assert [one.code for one in REGISTER.permissions if not roles_with(one.code)] == []


@pytest.mark.parametrize("measure", REGISTER.measures, ids=lambda measure: measure.code)
def test_every_measure_names_whose_it_counts(measure: Measure) -> None:
    assert measure.label.startswith("Lex Sarah i enskild regi")
    assert measure.happening in REGISTER.happenings
    assert measure.register == "provider_reports"


def test_every_state_is_reached() -> None:
    reached = {*REGISTER.starts, *(target for one in REGISTER.transitions for target in one.targets)}
    assert reached == set(STATUS_LABELS)


def test_an_improvement_starts_from_it(cast: Cast) -> None:
    report = planned(cast).report
    page = text_of(as_(cast.eva).get(page_of(report)))
    assert f"/atgarder/ny/?fran={report.reference}" in page
    form = text_of(as_(cast.eva).get(f"/atgarder/ny/?fran={report.reference}", follow=True))
    assert report.reference in form
