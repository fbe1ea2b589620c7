"""Lex Sarah i enskild regi: what is registered, followed and counted here."""

from django.apps import AppConfig


class ProviderReportsConfig(AppConfig):
    name = "varvet.registers.provider_reports"
    label = "provider_reports"
    verbose_name = "Lex Sarah i enskild regi"
