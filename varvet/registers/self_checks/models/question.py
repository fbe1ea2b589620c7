"""A question of a version of a form, or one that a single round asks besides its form."""

from django.db import models
from django.db.models import Q

from varvet.registers.self_checks.models.form import FormVersion
from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules.questions import KIND_OF_QUESTION, Item, QuestionKind

BETWEEN = ","


class Question(models.Model):
    """`code` stays when a new version of the form begins as a copy. `lacks` are codes of answers, comma-separated.

    Of a published version nothing is changed: the database refuses it.
    """

    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, null=True, related_name="questions")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, null=True, related_name="own_questions")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    text = models.CharField(max_length=200)
    help = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, choices=list(KIND_OF_QUESTION.items()))
    required = models.BooleanField(default=True)
    lacks = models.CharField(max_length=30, blank=True)
    when_code = models.CharField(max_length=12, blank=True)
    when_reply = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(version__isnull=True, round__isnull=False) | Q(version__isnull=False, round__isnull=True),
                name="question_of_form_or_round",
            ),
            models.UniqueConstraint(fields=["version", "code"], name="question_code_once_per_version"),
            models.UniqueConstraint(fields=["round", "code"], name="question_code_once_per_round"),
            models.CheckConstraint(
                condition=Q(when_code="", when_reply="") | (~Q(when_code="") & ~Q(when_reply="")),
                name="question_condition_whole",
            ),
        ]

    @property
    def item(self) -> Item:
        return Item(
            code=self.code,
            text=self.text,
            kind=QuestionKind(self.kind),
            help=self.help,
            required=self.required,
            lacks=frozenset(filter(None, self.lacks.split(BETWEEN))),
            when_code=self.when_code,
            when_reply=self.when_reply,
        )


def question_of(item: Item, place: int, *, version: FormVersion | None = None, round_: Round | None = None) -> Question:
    """A row to save."""
    return Question(
        version=version,
        round=round_,
        place=place,
        code=item.code,
        text=item.text.strip(),
        help=item.help.strip(),
        kind=item.kind,
        required=item.required,
        lacks=BETWEEN.join(sorted(item.lacks)),
        when_code=item.when_code,
        when_reply=item.when_reply,
    )
