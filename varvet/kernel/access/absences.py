"""Who is away on a day, and who stands in for them."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from varvet.kernel.access.models import Absence, User


def absences_on(day: date) -> QuerySet[Absence]:
    return Absence.objects.filter(first_day__lte=day, last_day__gte=day)


def deputies_of(user_ids: Collection[int], day: date) -> dict[int, list[User]]:
    """Those of them who are away -> their deputies, in one query. A deputy who is away or has left stands in for none.

    What a deputy may read or do is another question: it follows from their own roles.
    """
    rows = absences_on(day).filter(user__in=user_ids).select_related("deputy").order_by("pk")
    away: dict[int, list[User]] = {}
    for row in rows:
        here = away.setdefault(row.user_id, [])
        if row.deputy is not None and row.deputy.is_active:
            here.append(row.deputy)
    return _without_those_away(away, day)


def _without_those_away(away: dict[int, list[User]], day: date) -> dict[int, list[User]]:
    named = {deputy.pk for deputies in away.values() for deputy in deputies}
    gone = set(absences_on(day).filter(user__in=named).values_list("user_id", flat=True)) if named else set()
    return {user: [one for one in deputies if one.pk not in gone] for user, deputies in away.items()}


def list_stood_in_for(deputy: User, day: date) -> list[User]:
    """Those who are away on the day with this person as deputy, by name."""
    rows = absences_on(day).filter(deputy=deputy, user__is_active=True).select_related("user")
    return sorted({row.user for row in rows}, key=lambda user: (user.name, user.pk))
