"""What the report keeps of its own: the words people write, and what earlier prints said."""

from django.db import models

from varvet.kernel.organisation.models import Unit


class WrittenText(models.Model):
    """The words of a section in a year's report. Never about a person. `place` is the template's name for it."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveIntegerField()
    place = models.CharField(max_length=80)
    text = models.TextField()
    written_by_id = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["root", "year", "place"], name="written_text_once")]


class PrintedFigure(models.Model):
    """A figure as an earlier report printed it, kept to show where it differs. An empty row is a column's total."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveIntegerField()
    table = models.CharField(max_length=60)
    row = models.CharField(max_length=160, blank=True)
    column = models.CharField(max_length=80)
    number = models.FloatField()
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "year", "table", "row", "column"], name="printed_figure_once")
        ]


class PrintedRemark(models.Model):
    """Something an earlier report prints that does not hold, in words: what it says, and what the figures say."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveIntegerField()
    order = models.PositiveIntegerField()
    subject = models.CharField(max_length=160)
    says = models.CharField(max_length=300)
    here = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["root", "year", "order"], name="printed_remark_once")]
