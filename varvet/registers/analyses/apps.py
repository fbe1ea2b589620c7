"""Analyses of a unit and a period: registers side by side, questions answered together, conclusions."""

from django.apps import AppConfig


class AnalysesConfig(AppConfig):
    name = "varvet.registers.analyses"
    label = "analyses"
    verbose_name = "Analyser"
