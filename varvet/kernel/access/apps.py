"""Who may do what, where and when."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "varvet.kernel.access"
    label = "access"
    verbose_name = "Access"
