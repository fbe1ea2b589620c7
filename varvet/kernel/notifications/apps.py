"""Aviseringar: who is told of what, in the program and by mail."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "varvet.kernel.notifications"
    label = "notifications"
    verbose_name = "Aviseringar"
