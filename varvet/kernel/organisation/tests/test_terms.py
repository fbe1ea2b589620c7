"""Corrections: a root's own before the installation's before the shipped, and nothing is overwritten."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import NoTerm, TermUnit, shipped_terms
from varvet.kernel.organisation.models import TermCorrection, Unit
from varvet.kernel.organisation.terms import (
    Correction,
    Origin,
    TermRow,
    correct_term,
    get_term,
    list_terms,
    read_terms,
)
from varvet.kernel.organisation.tree import add_unit

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2026, 11, 22)
OWN_GOAL = Correction(
    key="synpunkt_besvarad",
    value=15,
    unit=TermUnit.WORKING_DAYS,
    source="nämndens beslut 2026-10-01 § 12",
    status=HowChecked.MUNICIPAL_DOCUMENTS,
    reason="nämnden har beslutat om 15 arbetsdagar",
    valid_from=date(2026, 11, 1),
)


@pytest.fixture
def root() -> Unit:
    return add_unit(name="Exempelby", slug="exempelby", level="municipality", first_day=date(2020, 1, 1))


@pytest.fixture
def other_root() -> Unit:
    return add_unit(name="Grannby", slug="grannby", level="municipality", first_day=date(2020, 1, 1))


def correct(root: Unit | None, correction: Correction, now: datetime = NOW) -> TermRow:
    return correct_term(by_id=7, correction=correction, root=root, now=now, verified_on=now.date())


def test_without_corrections_the_shipped_terms_hold(root: Unit) -> None:
    assert get_term("synpunkt_besvarad", root=root, on=TODAY).value == 10
    assert {term.key for term in list_terms(root, TODAY)} == {term.key for term in shipped_terms()}


def test_a_root_corrects_for_itself_alone(root: Unit, other_root: Unit) -> None:
    correct(root, OWN_GOAL)
    assert get_term("synpunkt_besvarad", root=root, on=TODAY).value == 15
    assert get_term("synpunkt_besvarad", root=other_root, on=TODAY).value == 10
    assert get_term("synpunkt_besvarad", root=None, on=TODAY).value == 10


def test_the_installation_wins_over_the_shipped_and_the_root_over_both(root: Unit, other_root: Unit) -> None:
    correct(root, OWN_GOAL)
    correct(None, replace(OWN_GOAL, value=20), now=NOW + timedelta(days=1))
    assert get_term("synpunkt_besvarad", root=root, on=TODAY).value == 15
    assert get_term("synpunkt_besvarad", root=other_root, on=TODAY).value == 20
    assert get_term("synpunkt_besvarad", root=None, on=TODAY).value == 20


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2026, 10, 31), 10), (date(2026, 11, 1), 15), (date(2026, 11, 30), 15), (date(2026, 12, 1), 10)],
)
def test_a_correction_holds_on_both_its_border_days_and_no_others(root: Unit, day: date, value: int) -> None:
    correct(root, replace(OWN_GOAL, valid_to=date(2026, 11, 30)))
    assert get_term("synpunkt_besvarad", root=root, on=day).value == value


def test_correcting_again_adds_a_row_and_overwrites_none(root: Unit) -> None:
    correct(root, OWN_GOAL)
    correct(root, replace(OWN_GOAL, value=5, reason="ändrat mål"), now=NOW + timedelta(hours=1))
    rows = read_terms(root).history("synpunkt_besvarad")
    assert [row.term.value for row in rows] == [5, 15, 10]
    assert [row.origin for row in rows] == [Origin.ROOT, Origin.ROOT, Origin.SHIPPED]
    assert list(TermCorrection.objects.order_by("pk").values_list("value", flat=True)) == [15, 5]
    assert get_term("synpunkt_besvarad", root=root, on=TODAY).value == 5


def test_of_two_corrections_in_one_moment_the_later_written_wins(root: Unit) -> None:
    correct(root, OWN_GOAL)
    correct(root, replace(OWN_GOAL, value=5))
    assert get_term("synpunkt_besvarad", root=root, on=TODAY).value == 5


def test_a_later_correction_of_the_future_leaves_today(root: Unit) -> None:
    correct(root, OWN_GOAL)
    correct(root, replace(OWN_GOAL, value=5, valid_from=date(2027, 1, 1)), now=NOW + timedelta(days=1))
    assert get_term("synpunkt_besvarad", root=root, on=TODAY).value == 15
    assert get_term("synpunkt_besvarad", root=root, on=date(2027, 1, 1)).value == 5


def test_a_corrected_term_tells_who_why_and_how_it_was_checked(root: Unit) -> None:
    correct(root, OWN_GOAL)
    row = read_terms(root).row_on("synpunkt_besvarad", TODAY)
    assert (row.corrected_by_id, row.corrected_at, row.reason) == (7, NOW, OWN_GOAL.reason)
    assert (row.term.status, row.term.verified_on) == (HowChecked.MUNICIPAL_DOCUMENTS, TODAY)
    assert (row.term.source, row.term.unit) == (OWN_GOAL.source, TermUnit.WORKING_DAYS)
    assert (row.term.label, row.term.local) == ("Synpunkt är besvarad", True)


def test_the_old_act_still_answers_for_an_old_day(root: Unit) -> None:
    correct(root, replace(OWN_GOAL, key="forhandsbedomning", value=10, valid_from=date(2026, 1, 1)))
    assert get_term("forhandsbedomning", root=root, on=date(2025, 6, 30)).source == "SoL (2001:453) 11 kap. 1 a §"
    assert get_term("forhandsbedomning", root=root, on=date(2025, 7, 1)).source == "SoL 20 kap. 2 §"
    assert get_term("forhandsbedomning", root=root, on=date(2026, 1, 1)).value == 10


def test_a_day_before_the_term_has_none(root: Unit) -> None:
    with pytest.raises(NoTerm):
        get_term("cyberincident_varning", root=root, on=date(2026, 1, 14))
    assert "cyberincident_varning" not in {term.key for term in list_terms(root, date(2026, 1, 14))}


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "finns_inte"},
        {"value": 0},
        {"unit": TermUnit.HOURS},
        {"key": "personuppgiftsincident_imy"},
        {"source": " "},
        {"reason": ""},
        {"valid_from": date(2026, 11, 2), "valid_to": date(2026, 11, 1)},
    ],
)
def test_nonsense_is_no_correction(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"key|needs|end|hours"):
        replace(OWN_GOAL, **wrong)  # type: ignore[arg-type]  # one field at a time, each of its own type


def test_a_correction_of_one_day_is_one() -> None:
    one_day = replace(OWN_GOAL, valid_from=TODAY, valid_to=TODAY)
    assert one_day.valid_from == one_day.valid_to
