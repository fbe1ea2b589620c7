"""Taking over history: the days stay as they were, and what cannot have been is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Record
from varvet.registers.provider_reports import actions, rules
from varvet.registers.provider_reports.models import Narrative, Part, ProviderReport
from varvet.registers.provider_reports.tests.factories import make_provider, make_types


def row(cast: Cast, **changes: Any) -> actions.History:
    types = make_types(cast.root)
    told = actions.History(
        unit=cast.a,
        provider=make_provider(cast),
        received_at=datetime(2022, 5, 2, 9, tzinfo=UTC),
        assessed_on=date(2022, 6, 10),
        agreement=rules.Agreement.AGREES,
        closed_on=date(2022, 9, 1),
        category_list=types,
        category=types.categories.get(code="support"),
        requested_on=date(2022, 5, 4),
        investigation_on=date(2022, 6, 1),
        outcome=rules.Outcome.MISCONDUCT,
        texts={Part.WHAT: "Påhittat"},
        synthetic=True,
    )
    return replace(told, **changes)


def taken_over(cast: Cast, *rows: actions.History) -> list[ProviderReport]:
    return actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)


def test_history_keeps_its_days_and_counts_as_private(cast: Cast) -> None:
    (report,) = taken_over(cast, row(cast))
    assert (report.reference, report.version, report.status) == ("LXE-2022-0001", 1, rules.Status.CLOSED)
    facts = Fact.objects.filter(record_id=report.pk).order_by("day", "pk")
    assert [(fact.happening, fact.day, fact.days) for fact in facts] == [
        ("received", date(2022, 5, 2), None),
        ("requested", date(2022, 5, 4), 2),
        ("investigation_received", date(2022, 6, 1), 30),
        ("assessed", date(2022, 6, 10), 39),
        ("closed", date(2022, 9, 1), 122),
    ]
    assert {(fact.provider, fact.category, fact.outcome) for fact in facts} == {("private", "support", "misconduct")}
    written = Narrative.objects.get(report=report)
    assert (written.text, written.synthetic) == ("Påhittat", True)


def test_without_an_investigation_it_had_no_basis(cast: Cast) -> None:
    no_basis = {"investigation_on": None, "outcome": "", "agreement": rules.Agreement.NO_BASIS}
    (report,) = taken_over(cast, row(cast, requested_on=None, **no_basis))
    assert (report.requested_on, report.investigation_due_on, report.outcome) == (None, None, "")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"requested_on": date(2022, 5, 1)}, "provider_report.history.order"),
        ({"closed_on": date(2022, 6, 9)}, "provider_report.history.order"),
        ({"closed_on": date(2030, 1, 1)}, "provider_report.history.ahead"),
        ({"outcome": ""}, "provider_report.history.outcome"),
        ({"investigation_on": None}, "provider_report.history.outcome"),
        ({"agreement": rules.Agreement.NO_BASIS}, "provider_report.agreement.basis"),
        ({"category_list": None}, "provider_report.category.list"),
    ],
)
def test_all_or_none(cast: Cast, wrong: dict[str, Any], code: str) -> None:
    rows = [row(cast), row(cast, **wrong)]
    with pytest.raises(RuleBroken) as broken:
        taken_over(cast, *rows)
    assert broken.value.code == code
    assert not Record.objects.exists()


def test_only_who_may_import(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.import_history(rows=[row(cast)], root=cast.root, by=cast.dag, now=NOW)


def test_rows_of_another_root_are_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="another root"):
        taken_over(cast, row(cast, unit=cast.other_unit))
