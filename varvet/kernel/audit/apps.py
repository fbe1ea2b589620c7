"""What was done and read, so that a change to the trail shows."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "varvet.kernel.audit"
    label = "audit"
    verbose_name = "Audit"
