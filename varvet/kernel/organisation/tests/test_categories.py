"""Versions of category lists: old records keep their words, and old names still find their category."""

from datetime import date

import pytest

from varvet.kernel.organisation import categories
from varvet.kernel.organisation.categories import CategoryValue, ListVersion, NewList, NoCategory, NoList
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import add_unit

pytestmark = pytest.mark.django_db

KEY = "deviation_types"
FIRST = date(2023, 1, 1)
SECOND = date(2024, 1, 1)
TREATMENT = CategoryValue("treatment", "Bemötande", "Treatment", aliases=("Brist i bemötande",))
DELAY = CategoryValue("delay", "Fördröjning")
OTHER = CategoryValue("other", "Annat")


@pytest.fixture
def root() -> Unit:
    return add_unit(name="Exempelby", slug="exempelby", level="municipality", first_day=date(2020, 1, 1))


@pytest.fixture
def first(root: Unit) -> ListVersion:
    content = NewList("Avvikelsetyper", (TREATMENT, DELAY, OTHER), multiple=True)
    return categories.new_version(root=root, key=KEY, content=content, first_day=FIRST)


def second(root: Unit, *content: CategoryValue) -> ListVersion:
    return categories.new_version(root=root, key=KEY, content=NewList("Avvikelsetyper", content), first_day=SECOND)


def test_a_list_keeps_its_order_and_its_words(root: Unit, first: ListVersion) -> None:
    found = categories.list_on(root, KEY, FIRST)
    assert found == first
    assert found.categories == (TREATMENT, DELAY, OTHER)
    assert (found.version, found.multiple, found.first_day) == (1, True, FIRST)


def test_each_day_has_its_version(root: Unit, first: ListVersion) -> None:
    later = second(root, DELAY, OTHER)
    assert categories.list_on(root, KEY, date(2023, 12, 31)).id == first.id
    assert categories.list_on(root, KEY, SECOND).id == later.id
    assert (later.version, later.multiple) == (2, False)


def test_there_is_no_list_before_the_first_version(root: Unit, first: ListVersion) -> None:
    with pytest.raises(NoList):
        categories.list_on(root, KEY, date(2022, 12, 31))
    with pytest.raises(NoList):
        categories.list_on(root, "unknown", FIRST)
    with pytest.raises(NoList):
        categories.get_list(first.id + 1)


def test_another_root_does_not_see_it(first: ListVersion) -> None:
    stranger = add_unit(name="Grannby", slug="grannby", level="municipality", first_day=FIRST)
    with pytest.raises(NoList):
        categories.list_on(stranger, KEY, FIRST)


@pytest.mark.parametrize("name", ["Bemötande", "  bemötande ", "BRIST I  BEMÖTANDE", "treatment", "Treatment"])
def test_a_category_is_found_by_any_of_its_names(root: Unit, first: ListVersion, name: str) -> None:
    assert categories.find(root, KEY, name, FIRST) == TREATMENT


@pytest.mark.parametrize("name", ["", "Bemöt", "okänt"])
def test_what_nobody_is_called_is_not_found(root: Unit, first: ListVersion, name: str) -> None:
    assert categories.find(root, KEY, name, FIRST) is None


def test_a_record_keeps_the_label_it_was_coded_with(root: Unit, first: ListVersion) -> None:
    later = second(root, CategoryValue("delay", "Lång väntan"), OTHER)
    assert categories.label(first.id, "delay") == "Fördröjning"
    assert categories.label(later.id, "delay") == "Lång väntan"


def test_a_code_the_version_lacks_has_no_label(root: Unit, first: ListVersion) -> None:
    later = second(root, DELAY, OTHER)
    assert categories.label(first.id, "treatment") == "Bemötande"
    with pytest.raises(NoCategory):
        categories.label(later.id, "treatment")


def test_old_names_follow_the_renamed_category(root: Unit, first: ListVersion) -> None:
    later = second(root, CategoryValue("treatment", "Möte med den enskilde", aliases=("Möte",)), DELAY)
    renamed = later.find("möte med den enskilde")
    assert renamed is not None
    assert renamed.aliases == ("Bemötande", "Brist i bemötande", "Möte")
    assert later.find("Brist i bemötande") == later.find("Möte") == renamed


def test_an_old_name_goes_to_the_category_that_has_taken_it(root: Unit, first: ListVersion) -> None:
    later = second(root, CategoryValue("delay", "Lång väntan"), CategoryValue("late_visit", "Fördröjning"))
    found = later.find("fördröjning")
    assert found is not None
    assert found.code == "late_visit"


def test_two_categories_may_not_share_a_name() -> None:
    with pytest.raises(ValueError, match="shares a name"):
        NewList("Avvikelsetyper", (OTHER, CategoryValue("rest", "Övrigt", aliases=("annat",))))


@pytest.mark.parametrize("day", [FIRST, date(2022, 1, 1)])
def test_a_version_begins_after_the_one_before(root: Unit, first: ListVersion, day: date) -> None:
    with pytest.raises(ValueError, match="already has a version"):
        categories.new_version(root=root, key=KEY, content=NewList("Typer", (OTHER,)), first_day=day)
