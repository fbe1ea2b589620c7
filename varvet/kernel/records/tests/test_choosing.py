"""A root's settings: chosen from a day, with a reason, by those who may, and by one person at a time."""

from datetime import timedelta
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import Setting, SettingChange
from varvet.kernel.organisation.setting_cards import SettingCard
from varvet.kernel.organisation.settings_of_root import DEFAULTS, get_setting
from varvet.kernel.records.choosing import held
from varvet.kernel.records.choosing.cards import find_setting, list_cards
from varvet.kernel.records.choosing.settings import Choice, choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion

TOMORROW = TODAY + timedelta(days=1)


def card_of(key: str) -> SettingCard:
    card = find_setting(key)
    assert card is not None
    return card


def chosen(cast: Cast, key: str, value: Any, *, by: User | None = None, version: int = 0, **changes: Any) -> None:
    choice = Choice(value, changes.get("first_day", TODAY), changes.get("reason", "Nämnden har beslutat."))
    choose(root=cast.root, card=card_of(key), choice=choice, version=version, by=by or cast.eva, now=NOW)


def test_what_is_chosen_holds_from_its_day_and_what_held_before_stays(cast: Cast) -> None:
    chosen(cast, "health_care_elsewhere", "Äldrenämnden", first_day=TOMORROW)
    assert get_setting(cast.root, "health_care_elsewhere", TODAY) == ""
    assert get_setting(cast.root, "health_care_elsewhere", TOMORROW) == "Äldrenämnden"
    assert get_setting(cast.other_root, "health_care_elsewhere", TOMORROW) == ""


def test_who_chose_what_and_why_is_kept_and_the_trail_names_no_value(cast: Cast) -> None:
    chosen(cast, "addressee", "Socialnämnden", by=cast.hugo)
    change = SettingChange.objects.get()
    assert (change.value, change.changed_by_id) == ("Socialnämnden", cast.hugo.pk)
    assert change.reason == "Nämnden har beslutat."
    event = AuditEvent.objects.get(event="setting_chosen")
    assert event.data == {"key": "addressee", "first_day": TODAY.isoformat(), "change": change.pk}
    assert event.unit_id == cast.root.pk


@pytest.mark.parametrize("name", ["alice", "bo", "dag", "gun", "stranger"])
def test_only_who_may_chooses(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        chosen(cast, "addressee", "Socialnämnden", by=getattr(cast, name))
    assert not Setting.objects.filter(key="addressee").exists()


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    chosen(cast, "addressee", "Socialnämnden")
    with pytest.raises(StaleVersion):
        chosen(cast, "addressee", "Omsorgsnämnden", by=cast.hugo)
    assert get_setting(cast.root, "addressee", TODAY) == "Socialnämnden"
    chosen(cast, "addressee", "Omsorgsnämnden", by=cast.hugo, version=1)
    assert get_setting(cast.root, "addressee", TODAY) == "Omsorgsnämnden"
    assert held.version_of(cast.root, card_of("addressee")) == 2


@pytest.mark.parametrize(
    ("key", "value", "field"),
    [
        ("addressee", "x" * 161, "value"),
        ("accessibility_contact", "ring oss", "value"),
        ("quality_year_first_month", 13, "value"),
        ("quality_areas", {"A B": "Trygghet"}, "value"),
        ("quality_areas", {"A": ""}, "value"),
        ("focus_areas", ["Z"], "value"),
        ("lex_sarah_not_opened", ["because"], "value"),
        ("report_template", "nobody-wrote-it", "value"),
        ("harm_words", [], "value"),
        ("harm_words", ["två ord"], "value"),
        ("harm_words", ["skada", "Skada"], "value"),
        ("harm_words", ["ab*"], "value"),
        ("harm_words_never", ["slag*"], "value"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(cast: Cast, key: str, value: Any, field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        chosen(cast, key, value)
    assert broken.value.field == field
    assert not SettingChange.objects.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("accessibility_contact", "kontakt@example.org"),
        ("accessibility_contact", "08-508 060 00"),
        ("quality_year_first_month", 9),
        ("quality_areas", {"A": "Trygghet", "B": "Delaktighet"}),
        ("lex_sarah_not_opened", ["same_event"]),
        ("lex_sarah_investigator_may_decide", True),
        ("report_template", "bromma"),
        ("harm_words", ["skada", '"bet"', "blåmärk*", "*skada"]),
        ("harm_words_never", []),
    ],
)
def test_a_right_value_is_chosen(cast: Cast, key: str, value: Any) -> None:
    chosen(cast, key, value)
    assert get_setting(cast.root, key, TODAY) == value


def test_focus_areas_are_chosen_among_the_areas_of_the_day(cast: Cast) -> None:
    chosen(cast, "quality_areas", {"A": "Trygghet"})
    chosen(cast, "focus_areas", ["A"])
    with pytest.raises(RuleBroken):
        chosen(cast, "focus_areas", ["A"], version=1, first_day=LONG_AGO)  # there were none then


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"first_day": LONG_AGO - timedelta(days=1)}, "first_day"),
        ({"first_day": TODAY + timedelta(days=3000)}, "first_day"),
    ],
)
def test_it_needs_a_reason_and_a_day_that_can_be(cast: Cast, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        chosen(cast, "addressee", "Socialnämnden", **changes)
    assert broken.value.field == field


def test_choosing_what_holds_already_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="Så är det redan"):
        chosen(cast, "quality_year_first_month", 1)


def test_every_setting_has_a_default_and_a_card(cast: Cast) -> None:
    keys = {card.key for card in list_cards() if isinstance(card, SettingCard)}
    assert keys == set(DEFAULTS)
    for key in keys - {"harm_words", "harm_words_never"}:
        assert held.read_choices(cast.root).held(key, TODAY) == held.Held(DEFAULTS[key])
