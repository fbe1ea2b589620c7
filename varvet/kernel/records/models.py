"""Records and what ties and counts them: links, referrals, files, numbers, one-time keys, drafts and facts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.files.models import StoredFile
from varvet.kernel.organisation.models import Unit


class Confidentiality(models.TextChoices):
    NORMAL = "normal", _("Sekretess, läses av dem som handlägger")
    MANAGER_EXCLUDED = "manager_excluded", _("Sekretess, enhetens chef utesluten")


class Record(models.Model):
    """What every register's record is. No title and no free text, so that a common list cannot leak."""

    kind = models.CharField(max_length=40)
    reference = models.CharField(max_length=24)
    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=24)
    occurred_day = models.DateField(null=True, blank=True)
    occurred_time = models.TimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    confidentiality = models.CharField(max_length=20, choices=Confidentiality, default=Confidentiality.NORMAL)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "reference"], name="record_reference_once_per_root"),
            models.CheckConstraint(
                condition=Q(occurred_time__isnull=True) | Q(occurred_day__isnull=False), name="record_time_needs_day"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("received_at")),
                name="record_closed_after_received",
            ),
        ]
        indexes = [
            models.Index("kind", "unit", "status", F("received_at").desc(), name="record_kind_unit_status"),
            models.Index("kind", "status", F("received_at").desc(), F("id").desc(), name="record_kind_status"),
            models.Index("kind", F("received_at").desc(), F("id").desc(), name="record_kind_received"),
        ]

    def __str__(self) -> str:
        return self.reference


class LinkKind(models.TextChoices):
    FOLLOWS = "follows", _("följer av")
    DUPLICATE = "duplicate_of", _("dubblett av")
    CONCERNS = "concerns", _("gäller")


class Link(models.Model):
    """One record's tie to another, of whatever registers. `part` is what of the target it is about, in its words."""

    source = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=LinkKind)
    part = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind", "part"], name="link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="link_not_to_itself"),
        ]


class Referral(models.Model):
    """One register asks another to take something on; open until accepted as a record or refused with a reason.

    `topic` is what of the asked register it is, in its words; `part` is what of the record it is about, in the words
    of the register that asks. After a refusal it may be asked anew.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Väntar på svar")
        ACCEPTED = "accepted", _("Mottagen")
        REFUSED = "refused", _("Avböjd")

    origin = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    to_kind = models.CharField(max_length=40)
    topic = models.CharField(max_length=20, blank=True, default="")
    part = models.CharField(max_length=40, blank=True, default="")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = EncryptedText(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "to_kind", "topic", "part"],
                condition=~Q(state="refused"),
                name="referral_one_not_refused",
            ),
            models.CheckConstraint(
                condition=Q(state="open", answered_at__isnull=True)
                | Q(state="accepted", answer__isnull=False, answered_at__isnull=False)
                | Q(state="refused", reason__isnull=False, answered_at__isnull=False),
                name="referral_answer_matches_state",
            ),
        ]
        indexes = [models.Index(fields=["to_kind", "state"], name="referral_open")]


class Attachment(models.Model):
    """A file of a record. Removed, the file is gone, and what is left tells by whom and why."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = EncryptedText(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, removed_at__isnull=True, reason__isnull=True)
                | Q(file__isnull=True, removed_at__isnull=False, reason__isnull=False),
                name="attachment_file_or_reason",
            ),
        ]


class Counter(models.Model):
    """The last number given in a root, kind and year."""

    root = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["root", "kind", "year"], name="counter_once")]


class OneTimeKey(models.Model):
    """A form that creates carries one: sent again, it returns the first receipt. No user: sent without an account."""

    key = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    record = models.ForeignKey(Record, on_delete=models.CASCADE, null=True, related_name="+")
    used_at = models.DateTimeField(auto_now_add=True)


class Draft(models.Model):
    """What somebody has begun to write and not sent: encrypted, theirs alone, gone after its day."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=60)
    content = EncryptedText()
    saved_at = models.DateTimeField()
    expires_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "form"], name="draft_once_per_form")]


class Fact(models.Model):
    """One countable happening. No names, no free text; `record_id` stays when the record goes."""

    register = models.CharField(max_length=40)
    happening = models.CharField(max_length=40)
    day = models.DateField()
    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=20)
    provider = models.CharField(max_length=10)
    huvudman = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    direction = models.CharField(max_length=20, blank=True)
    sex = models.CharField(max_length=10, blank=True)
    quality_area = models.CharField(max_length=40, blank=True)
    category_list = models.CharField(max_length=40, blank=True)
    category = models.CharField(max_length=60, blank=True)
    severity = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=40, blank=True)
    count = models.PositiveIntegerField(default=1)
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)
    days = models.IntegerField(null=True, blank=True)
    record_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(denominator__gte=F("numerator")), name="fact_part_of_whole"
            ),
        ]
        indexes = [
            models.Index(fields=["root", "register", "happening", "day"], name="fact_counting"),
            models.Index(fields=["record_id"], name="fact_record"),
        ]
