"""May you: a role counts in its unit and below it, in its period, in its own root, and for nothing else."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.checks import can, check, units_for
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.cast import LONG_AGO, TODAY, Cast
from varvet.kernel.organisation.models import Unit

VIEW = "deviations.view"
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def hold(user: User, role: str, unit: Unit) -> Assignment:
    return Assignment.objects.create(user=user, unit=unit, role=role, first_day=FIRST, last_day=LAST)


@pytest.mark.parametrize(
    ("name", "sees_a", "sees_b"),
    [
        ("alice", True, False),
        ("bo", False, False),
        ("cecilia", False, True),
        ("dag", True, True),
        ("eva", True, True),
        ("hugo", False, False),
        ("gun", False, False),
        ("stranger", False, False),
    ],
)
def test_who_sees_which_unit(cast: Cast, name: str, sees_a: bool, sees_b: bool) -> None:  # noqa: FBT001 - a truth table
    user: User = getattr(cast, name)
    assert can(user, VIEW, cast.a, today=TODAY) is sees_a
    assert can(user, VIEW, cast.b, today=TODAY) is sees_b
    units = units_for(user, VIEW, today=TODAY)
    assert (cast.a.pk in units, cast.b.pk in units) == (sees_a, sees_b)


def test_a_role_held_above_counts_below_and_not_upward(cast: Cast) -> None:
    user = User.objects.create_user(email="mid@example.org", name="Mid")
    hold(user, "department_manager", cast.department)
    assert units_for(user, VIEW, today=TODAY) == {cast.department.pk, cast.a.pk, cast.b.pk}
    assert not can(user, VIEW, cast.root, today=TODAY)


@pytest.mark.parametrize(
    ("today", "allowed"),
    [
        pytest.param(date(2026, 2, 28), False, id="day-before"),
        pytest.param(FIRST, True, id="first-day"),
        pytest.param(LAST, True, id="last-day"),
        pytest.param(date(2026, 4, 1), False, id="day-after"),
    ],
)
def test_a_role_counts_from_its_first_day_to_its_last(cast: Cast, today: date, allowed: bool) -> None:  # noqa: FBT001 - a truth table
    user = User.objects.create_user(email="short@example.org", name="Short")
    hold(user, "unit_manager", cast.a)
    assert can(user, VIEW, cast.a, today=today) is allowed
    assert bool(units_for(user, VIEW, today=today)) is allowed


def test_somebody_who_has_left_may_nothing(cast: Cast) -> None:
    cast.alice.is_active = False
    assert not can(cast.alice, VIEW, cast.a, today=TODAY)
    assert units_for(cast.alice, VIEW, today=TODAY) == frozenset()


def test_check_names_who_could(cast: Cast) -> None:
    check(cast.alice, VIEW, cast.a, today=TODAY)
    with pytest.raises(NotAllowed) as refusal:
        check(cast.bo, VIEW, cast.a, today=TODAY)
    assert "enhetschef" in refusal.value.sentence
    assert "Mottagning A" in refusal.value.sentence


def test_a_permission_no_role_has_is_refused_to_all(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="ingen roll"):
        check(cast.eva, "nothing.at_all", cast.a, today=TODAY)


def test_an_assignment_cannot_end_before_it_starts(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.create(
            user=cast.bo, unit=cast.a, role="board", first_day=LONG_AGO, last_day=date(2019, 12, 31)
        )


def test_an_address_finds_its_person_whatever_the_capitals(cast: Cast) -> None:
    assert User.objects.get_by_natural_key("ALICE@example.org") == cast.alice
