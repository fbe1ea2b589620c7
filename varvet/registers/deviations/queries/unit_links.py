"""The links of a unit, and the colleagues one may report for."""

from django.db.models import Q
from django.utils import timezone

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.by_link import OpenLink
from varvet.registers.deviations.models import UnitLink
from varvet.registers.deviations.rules import links

MOST_COLLEAGUES = 150  # more than that is no choice on a phone; free words are always there
MOST_LINKS = 50


def find_link(token: str) -> UnitLink | None:
    return UnitLink.objects.select_related("unit__root").filter(token=token).first()


def find_open(token: str) -> OpenLink | None:
    """As other registers know a link; RuleBroken for one that no longer holds."""
    link = find_link(token)
    if link is None:
        return None
    links.check_open(revoked=link.revoked_at is not None, last_day=link.last_day, today=timezone.localdate())
    return OpenLink(link.pk, link.unit)


def get_link(pk: int) -> UnitLink | None:
    return UnitLink.objects.select_related("unit__root").filter(pk=pk).first()


def list_links(unit_id: int) -> list[UnitLink]:
    """Newest first, those that are over as well."""
    rows = UnitLink.objects.filter(unit_id=unit_id).order_by("-made_at", "-pk")
    return list(rows[:MOST_LINKS])


def list_colleagues(reader: Reader) -> list[User]:
    """Those who hold a role in the units where the reader reports, the reader excepted. Nobody when too many."""
    in_force = Q(first_day__lte=reader.today) & (Q(last_day__isnull=True) | Q(last_day__gte=reader.today))
    held = Assignment.objects.filter(in_force, unit_id__in=reader.units("deviations.report"))
    people = User.objects.filter(pk__in=held.values("user"), is_active=True).exclude(pk=reader.user.pk)
    found = list(people.order_by("name", "pk")[: MOST_COLLEAGUES + 1])
    return found if len(found) <= MOST_COLLEAGUES else []
