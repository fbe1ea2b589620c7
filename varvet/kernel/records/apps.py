"""The spine of every register: records, their links, numbers, facts and texts."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class RecordsConfig(AppConfig):
    name = "varvet.kernel.records"
    label = "records"
    verbose_name = "Records"

    def ready(self) -> None:
        """Fills the registry from the names in settings: nothing below a register imports it."""
        registry = import_module(f"{self.name}.registry")
        registry.clear()
        for name in settings.REGISTERS:
            registry.add(import_module(f"{name}.module").REGISTER)
