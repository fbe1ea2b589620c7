"""Which records a reader sees, and what is read of one."""

from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.registry import Readable
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.payment_errors.models import KIND, Part, PaymentError

SEE, HANDLE = "payment_errors.view", "payment_errors.handle"
TOLD = Q(part=Part.WHAT)
MOST_MINE = 100


def visible_to(reader: Reader) -> QuerySet[PaymentError]:
    """Records in the reader's units, and those the reader told of."""
    seen = Q(unit_id__in=reader.units(SEE)) | Q(opened_by=reader.user)
    return PaymentError.objects.filter(seen, root=reader.root).select_related("unit", "root", "handler")


def reported_by(reader: Reader) -> QuerySet[PaymentError]:
    """What the reader told of."""
    return PaymentError.objects.filter(root=reader.root, opened_by=reader.user)


REPORTED = Seldom("payment_errors.reported", reported_by)


def list_mine(reader: Reader) -> list[PaymentError]:
    """What the reader told of, the newest first, at most 100. Most have told of none: then nothing more is asked."""
    if not ids_of(reader, REPORTED):
        return []
    return list(reported_by(reader).select_related("unit").order_by("-received_at", "-pk")[:MOST_MINE])


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units(SEE))


READABLE = Readable(SEE, listed)


def can_handle(reader: Reader, error: PaymentError) -> bool:
    return reader.can(HANDLE, error.unit_id)


def read_narratives(reader: Reader, error: PaymentError) -> list[Words]:
    """The texts, oldest first; each reading is noted. Whoever told of it, and sees no more, reads what was told."""
    if reader.can(SEE, error.unit_id):
        return narratives.read(error, by=reader.user)
    return narratives.read(error, by=reader.user, only=TOLD)


def list_able(error: PaymentError, today: date) -> list[User]:
    """Those who may handle it today, by name."""
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    roles = [role.code for role in roles_with(HANDLE)]
    held = Assignment.objects.filter(in_force, unit__root_id=error.root_id, role__in=roles)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name")
    return [user for user in found if can(user, HANDLE, error.unit, today=today)]
