"""The tree through the years: who lies below whom, where a unit stood on a day, and the Swedish order."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from varvet.kernel.organisation.models import Below, Level, Succession, Unit, UnitPeriod
from varvet.kernel.organisation.tree import (
    Place,
    add_unit,
    find_root,
    line_on,
    list_roots,
    place_on,
    places,
    rebuild_below,
    sort_key,
    units_below,
)

START = date(2020, 1, 1)
MOVED = date(2024, 7, 1)


def make(name: str, parent: Unit | None = None) -> Unit:
    level = Level.UNIT if parent else Level.MUNICIPALITY
    return add_unit(name=name, slug=name.lower(), level=level, first_day=START, parent=parent)


def move(unit: Unit, to: Unit) -> None:
    UnitPeriod.objects.create(unit=unit, parent=to, kind="support", area="adults", first_day=MOVED)


@pytest.fixture
def root(db: None) -> Unit:
    return make("Exempelby")


def test_a_root_is_its_own_root(root: Unit) -> None:
    assert root.root == root
    assert find_root("exempelby") == root
    assert find_root("enhet") is None


def test_a_unit_is_found_as_root_by_no_one(root: Unit) -> None:
    make("Enhet", root)
    assert find_root("enhet") is None
    assert list_roots() == [root]


def test_roots_come_in_swedish_order(root: Unit) -> None:
    for name in ("Örby", "Åby", "Zinkby", "Älvby"):
        make(name)
    assert [unit.name for unit in list_roots()] == ["Exempelby", "Zinkby", "Åby", "Älvby", "Örby"]


def test_below_holds_the_unit_itself_and_all_further_down(root: Unit) -> None:
    department = make("Avdelning", root)
    unit, beside = make("Enhet", department), make("Granne", root)
    rebuild_below(root)
    assert units_below({root.pk}) == {root.pk, department.pk, unit.pk, beside.pk}
    assert units_below({department.pk}) == {department.pk, unit.pk}
    assert units_below({unit.pk}) == {unit.pk}
    assert units_below({unit.pk, beside.pk}) == {unit.pk, beside.pk}
    assert units_below(set()) == frozenset()


def test_a_unit_that_moved_lies_below_both_its_places(root: Unit) -> None:
    before, after = make("Gamla", root), make("Nya", root)
    unit = make("Enhet", before)
    move(unit, after)
    rebuild_below(root)
    assert unit.pk in units_below({before.pk})
    assert unit.pk in units_below({after.pk})


def test_a_successor_and_those_above_it_hold_the_predecessor(root: Unit) -> None:
    department, elsewhere = make("Avdelning", root), make("Annan", root)
    old, older, new = make("Gammal", elsewhere), make("Äldre", elsewhere), make("Ny", department)
    Succession.objects.create(before=older, after=old, day=date(2022, 1, 1))
    Succession.objects.create(before=old, after=new, day=MOVED)
    rebuild_below(root)
    assert units_below({new.pk}) == {new.pk, old.pk, older.pk}
    assert {old.pk, older.pk} <= units_below({department.pk})
    assert new.pk not in units_below({old.pk})


def test_two_units_that_took_over_from_each_other_do_not_hang_the_program(root: Unit) -> None:
    first, second = make("Första", root), make("Andra", root)
    Succession.objects.create(before=first, after=second, day=START)
    Succession.objects.create(before=second, after=first, day=MOVED)
    rebuild_below(root)
    assert units_below({first.pk}) == units_below({second.pk}) == {first.pk, second.pk}


def test_a_succession_never_leads_into_another_root(root: Unit) -> None:
    other = make("Annanstad")
    ours, theirs = make("Vår", root), make("Deras", other)
    Succession.objects.create(before=ours, after=theirs, day=MOVED)
    rebuild_below(other)
    rebuild_below(root)
    rebuild_below(root)
    assert units_below({other.pk, theirs.pk}) == {other.pk, theirs.pk}


def test_rebuilding_one_root_leaves_the_other(root: Unit) -> None:
    other = make("Annanstad")
    make("Deras", other)
    rebuild_below(other)
    before = list(Below.objects.order_by("pk").values_list("pk", flat=True))
    rebuild_below(root)
    assert set(before) <= set(Below.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("day", "area"),
    [
        pytest.param(date(2019, 12, 31), "common", id="day-before-the-first"),
        pytest.param(START, "common", id="first-day"),
        pytest.param(date(2024, 6, 30), "common", id="last-day-of-the-first-place"),
        pytest.param(MOVED, "adults", id="first-day-of-the-second-place"),
        pytest.param(date(2099, 1, 1), "adults", id="long-after"),
    ],
)
def test_the_place_on_a_day(root: Unit, day: date, area: str) -> None:
    before, after = make("Gamla", root), make("Nya", root)
    unit = make("Enhet", before)
    move(unit, after)
    expected = Place(unit.pk, (before if area == "common" else after).pk, "support", area, "own")
    assert place_on(unit.pk, day) == expected


def test_places_of_a_root_are_read_at_once(root: Unit) -> None:
    unit, other = make("Enhet", root), make("Annanstad")
    move(unit, root)
    found = places(root)
    assert set(found) == {root.pk, unit.pk}
    assert [period.first_day for period in found[unit.pk]] == [START, MOVED]
    assert other.pk not in found


def test_a_slug_is_used_once_a_root(root: Unit) -> None:
    make("Enhet", root)
    with pytest.raises(IntegrityError), transaction.atomic():
        make("ENHET", root)
    make("Enhet", make("Annanstad"))


def test_a_unit_cannot_end_before_it_starts(root: Unit) -> None:
    root.last_day = date(2019, 12, 31)
    with pytest.raises(IntegrityError), transaction.atomic():
        root.save()


def test_swedish_order() -> None:
    in_order = ["Alm", "Beta 2", "Beta norr", "Betaniahemmet", "Ek", "Zeta", "Åsen", "ängen", "Öland"]
    keys = [sort_key(name) for name in in_order]
    assert keys == sorted(keys)


def test_capitals_and_accents_do_not_change_the_order() -> None:
    assert sort_key("ÅBY") == sort_key("åby")
    assert sort_key("Armé") == sort_key("arme")


@given(st.text(max_size=120))
def test_a_sort_key_orders_alike_under_every_collation_and_fits_its_column(name: str) -> None:
    """Collations of the system may pass over signs: only plain letters and digits are safe."""
    key = sort_key(name)
    assert len(key) <= 160
    assert all(sign in "0123456789abcdef" for sign in key)


def test_a_unit_that_has_moved_leaves_its_old_line_on_the_day(db: None) -> None:
    first, moved = date(2015, 1, 1), date(2024, 3, 1)
    root = add_unit(name="Rot", slug="rot-linje", level="administration", first_day=first)
    old = add_unit(name="Gamla", slug="gamla", level="department", first_day=first, parent=root)
    new = add_unit(name="Nya", slug="nya", level="department", first_day=first, parent=root)
    unit = add_unit(name="Enhet", slug="enhet", level="unit", first_day=first, parent=old)
    UnitPeriod.objects.create(unit=unit, parent=new, kind="support", area="common", first_day=moved)
    before, after = line_on({root.pk}, date(2024, 2, 29)), line_on({root.pk}, moved)
    assert unit.pk in before.below({old.pk})
    assert unit.pk not in before.below({new.pk})
    assert unit.pk not in after.below({old.pk})
    assert unit.pk in after.below({new.pk}) & after.below({root.pk})
    assert after.below(set()) == frozenset()


def test_a_unit_taken_over_lies_under_its_successor_alone(db: None) -> None:
    first, day = date(2015, 1, 1), date(2024, 3, 1)
    root = add_unit(name="Rot", slug="rot-arv", level="administration", first_day=first)
    old = add_unit(name="Gamla", slug="gamla", level="department", first_day=first, parent=root)
    new = add_unit(name="Nya", slug="nya", level="department", first_day=first, parent=root)
    unit = add_unit(name="Enhet", slug="enhet", level="unit", first_day=first, parent=old)
    Succession.objects.create(before=unit, after=new, day=day)
    line = line_on({root.pk}, day)
    assert unit.pk in line.below({new.pk})
    assert unit.pk not in line.below({old.pk})
