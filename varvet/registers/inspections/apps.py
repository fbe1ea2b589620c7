"""Tillsyn och granskning: what is registered, followed and counted here."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "varvet.registers.inspections"
    label = "inspections"
    verbose_name = "Tillsyn och granskning"
