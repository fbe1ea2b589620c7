"""Deadlines: who is reminded of what is to be done, step by step, and how more time is given."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "varvet.kernel.deadlines"
    label = "deadlines"
    verbose_name = "Deadlines"
