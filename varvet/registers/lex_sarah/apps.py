"""Lex Sarah: reports of misconduct, from the report to what the inspectorate was told."""

from django.apps import AppConfig


class LexSarahConfig(AppConfig):
    name = "varvet.registers.lex_sarah"
    label = "lex_sarah"
    verbose_name = "Lex Sarah"
