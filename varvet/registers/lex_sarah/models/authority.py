"""What passed between us and the inspectorate, IVO: the report as sent, its questions, our answers, its decision."""

from django.db import models
from django.db.models import F, Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.files.models import StoredFile
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.rules.authority import ROUTE_LABELS, RULING_LABELS


class AuthorityReport(models.Model):
    """One a case, so that nothing is reported twice.

    `sent` is the investigation as it was when it was sent, word for word, and `sha256` its fingerprint in hex; neither
    is known of a case that was reported from another system. `document` is the file that was sent, with one of its own.
    """

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="authority_reports")
    route = models.CharField(max_length=10, choices=list(ROUTE_LABELS.items()))
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    sent = EncryptedText(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    document = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ruling = models.CharField(max_length=12, blank=True, choices=list(RULING_LABELS.items()))
    ruled_on = models.DateField(null=True, blank=True)
    ruling_words = EncryptedText(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="lex_sarah_reported_once"),
            models.CheckConstraint(
                condition=Q(sent__isnull=True, sha256="") | Q(sent__isnull=False, sha256__gt=""),
                name="lex_sarah_sent_has_fingerprint",
            ),
            models.CheckConstraint(
                condition=Q(ruling="", ruled_on__isnull=True) | Q(ruling__gt="", ruled_on__isnull=False),
                name="lex_sarah_ruling_has_day",
            ),
        ]


class AuthorityQuestion(models.Model):
    """A question from IVO, by when it wants the answer, and what we answered."""

    case = models.ForeignKey(LexSarah, on_delete=models.CASCADE, related_name="authority_questions")
    number = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    answer_by = models.DateField(null=True, blank=True)
    text = EncryptedText()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answer = EncryptedText(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="lex_sarah_question_number_once"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answer__isnull=True)
                | Q(answered_on__isnull=False, answer__isnull=False),
                name="lex_sarah_question_answered_with_words",
            ),
            models.CheckConstraint(
                condition=Q(answer_by__isnull=True) | Q(answer_by__gte=F("asked_on")),
                name="lex_sarah_question_answer_by_after_asked",
            ),
        ]
