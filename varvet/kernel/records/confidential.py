"""Records that exclude the unit's manager: whoever reads or handles them needs one permission more."""

from datetime import date

from django.db.models import Q

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Confidentiality, Record


def within(reader: Reader, permission: str, excluded: str) -> Q:
    """Where the reader has the permission and, for a record that excludes the manager, also `excluded`."""
    normal = Q(confidentiality=Confidentiality.NORMAL)
    return Q(unit_id__in=reader.units(permission)) & (normal | Q(unit_id__in=reader.units(excluded)))


def check_within(record: Record, permission: str, excluded: str, *, by: User, today: date) -> None:
    """NotAllowed for somebody who may not do this to the record."""
    check(by, permission, record.unit, today=today)
    if record.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        check(by, excluded, record.unit, today=today)


def can_within(record: Record, permission: str, excluded: str, *, user: User, today: date) -> bool:
    """Whether `check_within` would let somebody through."""
    shut = record.confidentiality == Confidentiality.MANAGER_EXCLUDED
    return all(can(user, one, record.unit, today=today) for one in ([permission, excluded] if shut else [permission]))
