"""Arbetsplatsträffar: what a unit talks about each month, and that it did."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "varvet.registers.meetings"
    label = "meetings"
    verbose_name = "Arbetsplatsträffar"
