"""Everything a root may choose: the organisation's own choices, each register's, and each other app's."""

from collections.abc import Iterator

from django.apps import apps
from django.utils.module_loading import import_string

from varvet.kernel.organisation.setting_cards import SETTINGS, Card, ListCard, SettingCard
from varvet.kernel.records.registry import list_registers


def list_cards() -> list[Card]:
    """A register declares them on its card; any other app names them in its AppConfig: `choices = ("…",)`."""
    return list(_declared())


def find_setting(key: str) -> SettingCard | None:
    return next((card for card in _declared() if isinstance(card, SettingCard) and card.key == key), None)


def find_list_card(key: str) -> ListCard | None:
    return next((card for card in _declared() if isinstance(card, ListCard) and card.key == key), None)


def _declared() -> Iterator[Card]:
    yield from SETTINGS
    for register in list_registers():
        yield from register.choices
    for app in apps.get_app_configs():
        for name in getattr(app, "choices", ()):
            yield import_string(name)
