"""Risker: what is registered, followed and counted here."""

from django.apps import AppConfig


class RisksConfig(AppConfig):
    name = "varvet.registers.risks"
    label = "risks"
    verbose_name = "Risker"
