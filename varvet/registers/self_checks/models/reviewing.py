"""How a round is reviewed, what was answered in each case, and what was learnt."""

from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.registers.self_checks.models.case import Case
from varvet.registers.self_checks.models.question import Question
from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules.reviewing import FIRST, REVIEW_KINDS, SECOND, ReviewKind


class Reviewing(models.Model):
    """Of a walkthrough (ärendegenomgång) only how many were looked at, and the lessons, leave the unit."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, primary_key=True, related_name="reviewing")
    kind = models.CharField(max_length=12, choices=list(REVIEW_KINDS.items()), default=ReviewKind.COLLEAGUE)
    double_percent = models.PositiveSmallIntegerField(default=0)
    walkthrough = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(double_percent__lte=100), name="reviewing_share_is_share"),
        ]


class Review(models.Model):
    """One reviewer's answers in a case. The first turn counts; the second is for how well two agree."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reviews")
    turn = models.PositiveSmallIntegerField(default=FIRST)
    reviewer = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)
    reviewed_at = models.DateTimeField()

    class Meta:
        ordering = ["case", "turn"]
        constraints = [
            models.UniqueConstraint(fields=["case", "turn"], name="review_once_per_turn"),
            models.CheckConstraint(condition=Q(turn__in=(FIRST, SECOND)), name="review_first_or_second"),
        ]


class Answer(models.Model):
    """`value` is coded; what somebody wrote is encrypted and never counted."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    value = models.CharField(max_length=20, blank=True)
    text = EncryptedText(null=True, blank=True)

    class Meta:
        ordering = ["review", "question"]
        constraints = [
            models.UniqueConstraint(fields=["review", "question"], name="answer_once_per_question"),
            models.CheckConstraint(condition=~Q(value="") | Q(text__isnull=False), name="answer_says_something"),
        ]


class Lesson(models.Model):
    """What a round taught, about the work and never about a case: this is what is told above the unit."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="lessons")
    text = EncryptedText()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    synthetic = models.BooleanField(default=False)

    class Meta:
        ordering = ["written_at", "pk"]
