"""Årshjul: what the year holds, and how it went."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "varvet.registers.activities"
    label = "activities"
    verbose_name = "Årshjul"
