"""Units over time: a tree whose places, kinds and areas have first and last days."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    MUNICIPALITY = "municipality", _("Kommun")
    ADMINISTRATION = "administration", _("Förvaltning")
    DEPARTMENT = "department", _("Avdelning")
    UNIT = "unit", _("Enhet")
    SERVICE = "service", _("Verksamhet")


class Kind(models.TextChoices):
    AUTHORITY = "authority", _("Myndighetsutövning")
    PROVIDER = "provider", _("Utförare")
    SUPPORT = "support", _("Stöd")


class Provider(models.TextChoices):
    OWN = "own", _("Egen regi")
    PRIVATE = "private", _("Enskild regi")


class Area(models.TextChoices):
    """Verksamhetsområde."""

    CHILDREN = "children", _("Barn och unga")
    INCOME = "income", _("Ekonomiskt bistånd")
    ADULTS = "adults", _("Vuxna")
    SUBSTANCE = "substance", _("Beroende")
    DISABILITY = "disability", _("Funktionsnedsättning")
    PSYCHIATRY = "psychiatry", _("Socialpsykiatri")
    VIOLENCE = "violence", _("Våld i nära relation")
    FAMILY_LAW = "family_law", _("Familjerätt")
    EMERGENCY = "emergency", _("Socialjour")
    INTEGRATION = "integration", _("Integration")
    COMMON = "common", _("Gemensamt")


class Unit(models.Model):
    """A place in the organisation. A root (municipality or administration) has itself as root."""

    root = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True)
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    level = models.CharField(max_length=20, choices=Level)
    sort_key = models.CharField(max_length=160)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "slug"], name="unit_slug_once_per_root"),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")), name="unit_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitPeriod(models.Model):
    """Where a unit stood and what it did from one day to another; a change is a new row."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="periods")
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    area = models.CharField(max_length=20, choices=Area)
    provider = models.CharField(max_length=10, choices=Provider, default=Provider.OWN)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "first_day"], name="unit_period_once_per_day"),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")), name="period_ends_after_start"
            ),
        ]


class Succession(models.Model):
    """One unit took over another's work on a day; series follow the successor."""

    before = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successors")
    after = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="predecessors")
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="succession_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="succession_not_to_itself"),
        ]


class Below(models.Model):
    """(ancestor, unit): the unit lies below the ancestor, or did so before a succession. Rebuilt on each edit."""

    ancestor = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ancestor", "unit"], name="below_once")]


class Exposure(models.Model):
    """What a rate is divided by: staff (full-time equivalents) and open cases in a unit and month."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="exposures")
    month = models.DateField()
    staff = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    open_cases = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "month"], name="exposure_once_per_month")]


class SeriesBreak(models.Model):
    """From this day a unit's measure is counted in another way; no trend crosses it unflagged."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="series_breaks")
    measure = models.CharField(max_length=80)
    day = models.DateField()
    reason = models.CharField(max_length=400)
    marked_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "measure", "day"], name="series_break_once")]


class Setting(models.Model):
    """A root's own choice from a day on, such as the first month of its quality year."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    value = models.JSONField()
    first_day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["root", "key", "first_day"], name="setting_once_per_day")]


class SettingChange(models.Model):
    """Who chose what for a root, from which day and why. What holds stands in `Setting`, or in a `CategoryList`."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    value = models.JSONField()
    first_day = models.DateField()
    reason = models.CharField(max_length=400)
    changed_by_id = models.BigIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["root", "key"], name="setting_change_of")]


class TermCorrection(models.Model):
    """A legal or local term as corrected for the installation (no root) or one root; it wins over the shipped row."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", null=True, blank=True)
    key = models.CharField(max_length=60)
    value = models.PositiveIntegerField()
    unit = models.CharField(max_length=20)
    source = models.CharField(max_length=300)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=200)
    verified_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=400)
    corrected_by_id = models.BigIntegerField()
    corrected_at = models.DateTimeField()


class SectionReading(models.Model):
    """Somebody in a root has compared a paragraph with the statute, or takes that back: the last row holds."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    seen = models.BooleanField()
    read_by_id = models.BigIntegerField()
    read_on = models.DateField()


class CategoryList(models.Model):
    """One version of a root's list of categories, such as types of deviation. Old records keep their version."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    label_sv = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120, blank=True)
    multiple = models.BooleanField(default=False)
    first_day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["root", "key", "version"], name="category_list_version_once")]


class Category(models.Model):
    """A value of a list: its code is the same through all versions."""

    list = models.ForeignKey(CategoryList, on_delete=models.CASCADE, related_name="categories")
    code = models.SlugField(max_length=60)
    label_sv = models.CharField(max_length=160)
    label_en = models.CharField(max_length=160, blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["list", "code"], name="category_code_once_per_list")]
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """In the reader's language; in Swedish where the list says nothing else."""
        return (self.label_en if get_language() == "en" else "") or self.label_sv


class CategoryAlias(models.Model):
    """Another name the same category goes by, such as in an older list or in a report."""

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="aliases")
    alias = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["category", "alias"], name="category_alias_once")]
