"""A list from the case system that was read for a round, what was computed of it, and what it was judged by."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.models.round import Round
from varvet.registers.self_checks.rules.list_check import LIST_STATE_LABELS, ListState

FOLDER = "extracts"


def folder_of(token: str) -> Path:
    """Where the files of a list are, with codes in place of personal numbers. It goes when its term is out."""
    data: Path = settings.VARVET_DATA
    return data / FOLDER / token


class ColumnChoice(models.Model):
    """Which column of a source's lists holds what, as last used in a root; `kind` is what the list is of.

    One memory for lists that are counted, logs, and lists that are drawn from: a system writes them alike.
    """

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    columns = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["root", "source", "kind"], name="column_choice_once")]


class DelegationOrder(models.Model):
    """A root's delegationsordning from a day on; an older one stays, since old decisions are judged by it."""

    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    first_day = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["root", "-number"]
        constraints = [models.UniqueConstraint(fields=["root", "number"], name="delegation_order_once")]


class DelegationLine(models.Model):
    """A kind of decision, and a role that may make it."""

    order = models.ForeignKey(DelegationOrder, on_delete=models.CASCADE, related_name="lines")
    decision = models.CharField(max_length=60)
    role = models.CharField(max_length=60)

    class Meta:
        ordering = ["decision", "role"]
        constraints = [models.UniqueConstraint(fields=["order", "decision", "role"], name="delegation_line_once")]


class ListCheck(models.Model):
    """`read` and `computed` are values of `extracts.apart.asked` as JSON: counts and short codes, never a person.

    `token` names the folder with the list itself; from `removed_on` it is gone, and the figures stay. `part` is the
    unit of a list read in by command that was counted, as the list writes it; empty: the whole list.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="list_checks")
    token = models.CharField(max_length=32, unique=True)
    check_name = models.CharField(max_length=40)
    source = models.CharField(max_length=60)
    part = models.CharField(max_length=200, blank=True)
    as_of = models.DateField()
    delegation = models.ForeignKey(DelegationOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=list(LIST_STATE_LABELS.items()), default=ListState.COUNTING)
    read = models.TextField()
    computed = models.TextField(blank=True)
    taken_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    computed_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["round", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(LIST_STATE_LABELS)), name="list_check_known_state"),
            models.CheckConstraint(
                condition=~Q(state=ListState.COUNTED) | ~Q(computed=""), name="list_check_counted_has_result"
            ),
            models.UniqueConstraint(
                fields=["round"], condition=Q(used_at__isnull=False), name="list_check_one_is_the_result"
            ),
        ]

    @property
    def folder(self) -> Path:
        return folder_of(self.token)
