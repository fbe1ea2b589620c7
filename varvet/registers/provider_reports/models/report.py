"""The report itself: what a private provider has told the board, and how far it has come here."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Category, CategoryList
from varvet.kernel.records.models import Record
from varvet.registers.provider_reports.models.provider import Provider
from varvet.registers.provider_reports.rules import (
    AGREEMENT_LABELS,
    CHANNEL_LABELS,
    DECISION_LABELS,
    KNOWN_LABELS,
    LAW_LABELS,
    OUTCOME_LABELS,
    Channel,
    Known,
    Law,
)

KIND = "provider_reports"
TYPES = "lex_sarah_type"  # key of the list of types, the same as for what happens in the root's own services


class ProviderReport(Record):
    """`received_at` is when the board was informed. `outcome` is what the provider found, `agreement` what we say.

    Days are those of the last time a thing was done. No provider yet: another register asked, and nobody has said.
    """

    record = models.OneToOneField(
        Record, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    handler = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    law = models.CharField(max_length=3, choices=list(LAW_LABELS.items()), default=Law.SOL)
    channel = models.CharField(max_length=10, choices=list(CHANNEL_LABELS.items()), default=Channel.LETTER)
    category_list = models.ForeignKey(CategoryList, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ours = models.CharField(max_length=8, choices=list(KNOWN_LABELS.items()), default=Known.UNKNOWN)
    requested_on = models.DateField(null=True, blank=True)
    investigation_due_on = models.DateField(null=True, blank=True)
    investigation_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True, choices=list(OUTCOME_LABELS.items()))
    notified = models.CharField(max_length=8, choices=list(KNOWN_LABELS.items()), default=Known.UNKNOWN)
    notified_on = models.DateField(null=True, blank=True)
    ivo_number = models.CharField(max_length=40, blank=True)
    ivo_decision = models.CharField(max_length=12, blank=True, choices=list(DECISION_LABELS.items()))
    ivo_decided_on = models.DateField(null=True, blank=True)
    assessed_on = models.DateField(null=True, blank=True)
    agreement = models.CharField(max_length=10, blank=True, choices=list(AGREEMENT_LABELS.items()))
    told_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)
    not_ours_on = models.DateField(null=True, blank=True)
    other_principal = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(requested_on__isnull=True) | Q(provider__isnull=False), name="provider_report_asked_of_one"
            ),
            models.CheckConstraint(
                condition=Q(requested_on__isnull=True, investigation_due_on__isnull=True)
                | Q(requested_on__isnull=False, investigation_due_on__gte=F("requested_on")),
                name="provider_report_asked_for_by_a_day",
            ),
            models.CheckConstraint(
                condition=Q(investigation_on__isnull=True, outcome="")
                | Q(investigation_on__isnull=False, outcome__gt=""),
                name="provider_report_outcome_when_investigated",
            ),
            models.CheckConstraint(
                condition=Q(notified=Known.YES, notified_on__isnull=False)
                | (~Q(notified=Known.YES) & Q(notified_on__isnull=True, ivo_number="", ivo_decision="")),
                name="provider_report_notified_has_day",
            ),
            models.CheckConstraint(
                condition=Q(ivo_decision="", ivo_decided_on__isnull=True)
                | Q(ivo_decision__gt="", ivo_decided_on__gte=F("notified_on")),
                name="provider_report_decision_has_day",
            ),
            models.CheckConstraint(
                condition=Q(assessed_on__isnull=True, agreement="") | Q(assessed_on__isnull=False, agreement__gt=""),
                name="provider_report_assessed_says_what",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("assessed_on"), assessed_on__isnull=False),
                name="provider_report_closed_was_assessed",
            ),
            models.CheckConstraint(
                condition=Q(not_ours_on__isnull=True, other_principal="")
                | Q(not_ours_on__isnull=False, other_principal__gt="", closed_on__isnull=True),
                name="provider_report_closed_or_not_ours",
            ),
            models.CheckConstraint(
                condition=Q(category__isnull=True) | Q(category_list__isnull=False),
                name="provider_report_category_has_list",
            ),
        ]
