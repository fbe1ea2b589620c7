"""The parts of the start page: every register and app says its own; nothing here knows them by name."""

from collections.abc import Iterator

from django.apps import apps
from django.utils.module_loading import import_string

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.panels import Panel, StartPanel
from varvet.kernel.records.registry import list_registers


def list_panels(reader: Reader) -> list[Panel]:
    """What the reader's start page says, in order; nothing for roles that it is not for."""
    meant = [panel for panel in _declared() if panel.is_for(reader)]
    built = [panel.build(reader) for panel in sorted(meant, key=lambda panel: panel.order)]
    return [panel for panel in built if panel]


def _declared() -> Iterator[StartPanel]:
    """A register declares them on its card; any other app names them in its AppConfig: `start_panels = ("…",)`."""
    for register in list_registers():
        yield from register.start_panels
    for app in apps.get_app_configs():
        for name in getattr(app, "start_panels", ()):
            yield import_string(name)
