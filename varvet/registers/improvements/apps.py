"""Improvements: what is to be done better, by whom and when, and what effect it had."""

from django.apps import AppConfig


class ImprovementsConfig(AppConfig):
    name = "varvet.registers.improvements"
    label = "improvements"
    verbose_name = "Åtgärder"
