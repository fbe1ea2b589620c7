"""Deviations: what went wrong or nearly did, from report to lesson."""

from django.apps import AppConfig


class DeviationsConfig(AppConfig):
    name = "varvet.registers.deviations"
    label = "deviations"
    verbose_name = "Avvikelser"
