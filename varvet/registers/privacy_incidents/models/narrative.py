"""The texts of an incident, encrypted and apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.privacy_incidents.models.incident import PrivacyIncident


class Part(models.TextChoices):
    WHAT = "what", _("Vad som hände")
    AT_ONCE = "at_once", _("Vad som gjordes direkt")
    CONSEQUENCES = "effects", _("Följder för dem det gäller")
    MEASURES = "measures", _("Åtgärder, gjorda och planerade")
    ADVICE = "advice", _("Dataskyddsombudets råd")
    WHY_NOT = "why_not", _("Varför den inte anmäls")
    UNINFORMED = "uninformed", _("Varför de berörda inte informeras")
    WHY_LATE = "why_late", _("Varför anmälan var sen")
    ADDED = "added", _("Komplettering till IMY")
    TOLD = "told", _("Vad de berörda fick veta")
    RULING = "ruling", _("Vad IMY skrev")
    PLAN = "plan", _("Vad som följs upp")
    NOTE = "note", _("Intern anteckning")
    MESSAGE = "message", _("Besked på vägen")
    DONE = "done", _("Vad som har gjorts")
    FEEDBACK = "feedback", _("Så blev det")
    DISMISSED = "dismissed", _("Varför det inte är en incident")
    REASON = "reason", _("Varför den öppnades igen")


# What was written by or to the one who reported; all else is read only by those who handle.
READ_BY_REPORTER = (Part.WHAT, Part.AT_ONCE, Part.MESSAGE, Part.DISMISSED, Part.FEEDBACK)


class Narrative(narratives.Narrative):
    incident = models.ForeignKey(PrivacyIncident, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        indexes = [models.Index(fields=["incident", "part"], name="privacy_incident_narr_part")]
