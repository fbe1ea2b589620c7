"""Who is away on a day, and who stands in for them."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from varvet.kernel.access.models import Absence, User
from varvet.kernel.access.reader import Reader

Deputies = dict[int, list[User]]


def absences_on(day: date) -> QuerySet[Absence]:
    return Absence.objects.filter(first_day__lte=day, last_day__gte=day)


def deputies_of(user_ids: Collection[int], day: date) -> Deputies:
    """Those of them who are away -> their deputies. A deputy who is away or has left stands in for none.

    What a deputy may read or do is another question: it follows from their own roles.
    """
    rows = list(absences_on(day).filter(user__in=user_ids).select_related("deputy").order_by("pk"))
    named = {row.deputy_id for row in rows if row.deputy_id}
    gone = set(absences_on(day).filter(user__in=named).values_list("user_id", flat=True)) if named else set()
    return _deputies(rows, gone)


def all_deputies(reader: Reader) -> Deputies:
    """As `deputies_of` for everybody who is away on the reader's day; read once a page."""
    rows = _all_absences(reader)
    return _deputies(rows, {row.user_id for row in rows})


def list_stood_in_for(reader: Reader) -> list[User]:
    """Those who are away with the reader as deputy, by name."""
    rows = (row for row in _all_absences(reader) if row.deputy_id == reader.user.pk and row.user.is_active)
    return sorted({row.user for row in rows}, key=lambda user: (user.name, user.pk))


def _all_absences(reader: Reader) -> list[Absence]:
    rows = absences_on(reader.today).select_related("user", "deputy").order_by("pk")
    return reader.once("absences", lambda: list(rows))


def _deputies(rows: Iterable[Absence], gone: Collection[int]) -> Deputies:
    away: Deputies = {}
    for row in rows:
        named = away.setdefault(row.user_id, [])
        if row.deputy is not None and row.deputy.is_active and row.deputy_id not in gone:
            named.append(row.deputy)
    return away
