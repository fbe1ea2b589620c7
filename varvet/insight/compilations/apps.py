"""Compilations of a unit's half-years and tertials."""

from django.apps import AppConfig


class CompilationsConfig(AppConfig):
    name = "varvet.insight.compilations"
    label = "compilations"
    verbose_name = "Sammanställningar"
