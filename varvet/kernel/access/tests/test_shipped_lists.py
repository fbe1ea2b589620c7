"""A root has the shipped list until it decides on its own, and only work writes it down."""

from datetime import date

import pytest

from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.law.category_lists import shipped_list
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import CategoryList
from varvet.kernel.organisation.shipped_lists import choices_on, ensure_list, find_category

KEY = "deviation_causes"


def test_reading_the_choices_writes_nothing(cast: Cast) -> None:
    assert ("routine", "Rutin") in choices_on(cast.root, KEY, TODAY)
    assert not CategoryList.objects.filter(key=KEY).exists()


def test_the_first_use_writes_it_once(cast: Cast) -> None:
    first, second = ensure_list(cast.root, KEY, TODAY), ensure_list(cast.root, KEY, TODAY)
    assert first == second
    assert choices_on(cast.root, KEY, TODAY) == [(c.code, c.label_sv) for c in shipped_list(KEY).categories]
    assert not CategoryList.objects.filter(key=KEY, root=cast.other_root).exists()


def test_a_root_can_decide_on_its_own(cast: Cast) -> None:
    ensure_list(cast.root, KEY, TODAY)
    own = NewList("Orsaker", (CategoryValue("weather", "Väder"),))
    new_version(root=cast.root, key=KEY, content=own, first_day=date(2026, 2, 1))
    assert choices_on(cast.root, KEY, TODAY) == [("weather", "Väder")]
    assert find_category(cast.root, KEY, "routine", TODAY) is None


def test_a_list_that_is_not_shipped_is_none(cast: Cast) -> None:
    with pytest.raises(KeyError):
        choices_on(cast.root, "moods", TODAY)
