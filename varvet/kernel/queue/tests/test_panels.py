"""The parts of the start page: who gets them, in which order, and from whom they come."""

from dataclasses import replace

import pytest
from django.apps import apps

from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.queue import panels
from varvet.kernel.records import registry
from varvet.kernel.records.panels import Panel, StartPanel
from varvet.kernel.records.tests.toy import TOYS

FOR_ALL = StartPanel((), 20, lambda _: Panel("för alla"))
FIRST = StartPanel(("deviations.report",), 10, lambda _: Panel("för den som rapporterar"))
SILENT = StartPanel((), 5, lambda _: None)


@pytest.fixture(autouse=True)
def _no_other_apps(monkeypatch: pytest.MonkeyPatch) -> None:
    for config in apps.get_app_configs():
        monkeypatch.setattr(config, "start_panels", (), raising=False)


def titles(cast: Cast, name: str) -> list[str]:
    return [panel.title for panel in panels.list_panels(reader_of(getattr(cast, name)))]


@pytest.mark.usefixtures("toys")
def test_they_come_in_order_to_those_they_are_for(cast: Cast) -> None:
    registry.add(replace(TOYS, kind="dolls", prefix="DOC", start_panels=(FOR_ALL, FIRST, SILENT)))
    assert titles(cast, "bo") == ["för den som rapporterar", "för alla"]
    assert titles(cast, "gun") == ["för alla"]


@pytest.mark.usefixtures("toys")
def test_one_that_is_not_for_the_reader_is_not_even_asked(cast: Cast) -> None:
    def fail(_: object) -> Panel | None:
        raise AssertionError("asked in vain")

    registry.add(replace(TOYS, kind="dolls", prefix="DOC", start_panels=(StartPanel(("deviations.report",), 1, fail),)))
    assert titles(cast, "gun") == []


@pytest.mark.usefixtures("toys")
def test_an_app_names_its_own_in_its_configuration(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    config = apps.get_app_config("queue")
    monkeypatch.setattr(config, "start_panels", (f"{__name__}.FOR_ALL",))
    assert titles(cast, "hugo") == ["för alla"]


def test_a_register_that_has_nothing_for_the_reader_is_not_asked_for_tasks(toys: None, cast: Cast) -> None:
    def fail(_: object) -> list[registry.Task]:
        raise AssertionError("asked in vain")

    registry.add(replace(TOYS, kind="dolls", prefix="DOC", tasks=fail, tasks_for=("deviations.assess",)))
    assert panels.list_panels(reader_of(cast.gun)) == []
