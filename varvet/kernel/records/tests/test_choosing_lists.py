"""A root's lists: a new version from a day, codes that keep their meaning, old records that keep theirs."""

from datetime import date, timedelta
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.organisation.categories import ListVersion, list_on
from varvet.kernel.organisation.models import CategoryList, SettingChange
from varvet.kernel.organisation.setting_cards import ListCard
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records.choosing import held
from varvet.kernel.records.choosing.cards import find_list_card
from varvet.kernel.records.choosing.lists import Line, NewVersion, choose_list
from varvet.kernel.records.errors import RuleBroken, StaleVersion

TYPES, EVENTS = "deviation_type", "lex_sarah_events"
TOMORROW, LATER = TODAY + timedelta(days=1), TODAY + timedelta(days=30)
KNOWN = (
    Line("Bemötande", "", "treatment"),
    Line("Fördröjning", "", "delay"),
    Line("Dokumentation", "", "documentation"),
)


def card_of(key: str) -> ListCard:
    card = find_list_card(key)
    assert card is not None
    return card


def chosen(
    cast: Cast, lines: tuple[Line, ...], *, key: str = TYPES, first_day: date = TODAY, **rest: Any
) -> ListVersion:
    card = card_of(key)
    version = rest.get("version", held.version_of(cast.root, card))
    content = NewVersion(lines, first_day, rest.get("reason", "Beslut i ledningsgruppen."))
    return choose_list(
        root=cast.root, card=card, content=content, version=version, by=rest.get("by", cast.eva), now=NOW
    )


def labels(cast: Cast, day: date, key: str = TYPES) -> dict[str, str]:
    return dict(choices_on(cast.root, key, day))


def test_a_new_version_holds_from_its_day_and_codes_stay_through_a_new_name(cast: Cast) -> None:
    chosen(cast, (Line("Bemötande och tonfall", "Manner", "treatment"), KNOWN[2], Line("Väntetid")), first_day=TOMORROW)
    assert labels(cast, TODAY) == {"treatment": "Bemötande", "delay": "Fördröjning", "documentation": "Dokumentation"}
    after = {"treatment": "Bemötande och tonfall", "documentation": "Dokumentation", "vantetid": "Väntetid"}
    assert labels(cast, TOMORROW) == after
    assert list_on(cast.root, TYPES, TOMORROW).find("bemötande") is not None  # the old name is an alias
    change = SettingChange.objects.get()
    assert (change.key, change.changed_by_id) == ("list.deviation_type", cast.eva.pk)


def test_old_records_keep_the_version_they_were_coded_with(cast: Cast) -> None:
    before = cast.types
    chosen(cast, (KNOWN[0],))
    assert CategoryList.objects.get(pk=before.pk).categories.count() == 3


def test_a_shipped_list_becomes_the_first_version_before_the_new_one(cast: Cast) -> None:
    shipped = labels(cast, TODAY, EVENTS)
    lines = tuple(Line(label, "", code) for code, label in shipped.items())
    chosen(cast, (*lines, Line("Felmedicinering")), key=EVENTS, first_day=TOMORROW)
    assert labels(cast, TODAY, EVENTS) == shipped
    assert labels(cast, TOMORROW, EVENTS) == {**shipped, "felmedicinering": "Felmedicinering"}
    assert [row.version for row in CategoryList.objects.filter(key=EVENTS).order_by("version")] == [1, 2]


def test_what_comes_back_gets_the_code_it_had_and_a_new_one_a_code_nobody_had(cast: Cast) -> None:
    chosen(cast, KNOWN[:1])
    made = chosen(cast, (KNOWN[0], Line("Fördröjning"), Line("Documentation!")), first_day=TOMORROW)
    assert [one.code for one in made.categories] == ["treatment", "delay", "documentation-2"]


def test_a_code_that_nobody_knows_is_not_taken_from_the_form(cast: Cast) -> None:
    made = chosen(cast, (*KNOWN, Line("Nytt", "", "../../etc")))
    assert made.categories[-1].code == "nytt"


def test_a_version_to_come_gives_way_to_another(cast: Cast) -> None:
    chosen(cast, KNOWN[:1], first_day=LATER)
    chosen(cast, KNOWN[:2], first_day=TOMORROW)
    assert list(labels(cast, LATER)) == ["treatment", "delay"]
    assert CategoryList.objects.filter(root=cast.root, key=TYPES).count() == 2


def test_two_versions_of_one_day_are_refused(cast: Cast) -> None:
    chosen(cast, KNOWN[:1])
    with pytest.raises(RuleBroken, match="redan en version från i dag"):
        chosen(cast, KNOWN[:2])


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    opened = held.version_of(cast.root, card_of(TYPES))
    chosen(cast, KNOWN[:1], first_day=TOMORROW, version=opened)
    with pytest.raises(StaleVersion):
        chosen(cast, KNOWN[:2], first_day=TOMORROW, version=opened, by=cast.hugo)
    assert list(labels(cast, TOMORROW)) == ["treatment"]


@pytest.mark.parametrize("name", ["alice", "bo", "dag", "stranger"])
def test_only_who_may_chooses(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        chosen(cast, KNOWN[:1], by=getattr(cast, name))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((), "minst en rad"),
        ((Line("Samma"), Line("samma ")), "heter samma sak"),
        ((Line("x" * 161),), "högst 160 tecken"),
        (tuple(Line(f"Rad {number}") for number in range(81)), "högst 80 rader"),
        (KNOWN, "Så är det redan"),
        ((*KNOWN, Line("Delay")), "används redan i listan"),
    ],
)
def test_a_list_that_cannot_be_is_refused(cast: Cast, lines: tuple[Line, ...], sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        chosen(cast, lines)
    assert CategoryList.objects.filter(root=cast.root, key=TYPES).count() == 1


def test_it_is_not_changed_backwards_and_not_without_a_reason(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="i dag eller en senare dag"):
        chosen(cast, KNOWN[:1], first_day=TODAY - timedelta(days=1))
    with pytest.raises(RuleBroken, match="varför"):
        chosen(cast, KNOWN[:1], reason=" ")


def test_what_is_counted_apart_may_be_named_anew_but_not_taken_away(cast: Cast) -> None:
    kinds = [Line(label, "", code) for code, label in labels(cast, TODAY, "health_care_kinds").items()]
    with pytest.raises(RuleBroken, match="inte tas bort"):
        chosen(cast, tuple(one for one in kinds if one.code != "fall"), key="health_care_kinds")
    renamed = tuple(Line("Fall utan skada alls", "", one.code) if one.code == "fall" else one for one in kinds)
    assert chosen(cast, renamed, key="health_care_kinds").label("fall") == "Fall utan skada alls"
