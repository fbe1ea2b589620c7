"""Privacy incidents: personal data lost or shown to the wrong person, and whether the authority was told."""

from django.apps import AppConfig


class PrivacyIncidentsConfig(AppConfig):
    name = "varvet.registers.privacy_incidents"
    label = "privacy_incidents"
    verbose_name = "Personuppgiftsincidenter"
