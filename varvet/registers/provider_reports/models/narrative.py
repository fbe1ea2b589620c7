"""The texts of a report, encrypted and apart."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records import narratives
from varvet.registers.provider_reports.models.follow_up import FollowUp
from varvet.registers.provider_reports.models.report import ProviderReport


class Part(models.TextChoices):
    WHAT = "what", _("Vad utföraren berättar")
    AT_ONCE = "at_once", _("Vad utföraren gjorde direkt")
    CASE = "case", _("Ärendereferens")
    REQUEST = "request", _("Vad ni har bett utföraren om")
    FOUND = "found", _("Vad utförarens utredning visar")
    GROUNDS = "grounds", _("Er bedömning")
    DEMAND = "demand", _("Vad som ska följas upp")
    ANSWER = "answer", _("Utförarens svar")
    RESULT = "result", _("Hur det gick")
    FEEDBACK = "feedback", _("Återkoppling till utföraren")
    LESSON = "lesson", _("Lärdom")
    NOTE = "note", _("Intern anteckning")
    NOT_OURS = "not_ours", _("Varför ärendet inte är ert")
    REOPENED = "reopened", _("Varför ärendet öppnades igen")


CASE_REFERENCE = Q(part=Part.CASE)  # leads to a person: read with a permission of its own, never searched
OF_FOLLOW_UPS = Q(follow_up__isnull=False)


class Narrative(narratives.Narrative):
    """`follow_up` ties the words of one follow-up to it."""

    report = models.ForeignKey(ProviderReport, on_delete=models.CASCADE, related_name="narratives")
    part = models.CharField(max_length=12, choices=Part)
    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, null=True, blank=True, related_name="narratives")

    class Meta:
        indexes = [models.Index(fields=["report", "part"], name="provider_report_part")]
