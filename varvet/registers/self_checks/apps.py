"""Self-checks: the unit's own review of how it works, round by round."""

from django.apps import AppConfig


class SelfChecksConfig(AppConfig):
    name = "varvet.registers.self_checks"
    label = "self_checks"
    verbose_name = "Egenkontroll"
