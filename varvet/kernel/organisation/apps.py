"""The organisation: units over time, what they are set to, and the words they use."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "varvet.kernel.organisation"
    label = "organisation"
    verbose_name = "Organisation"
