"""What waits at a unit now: open records of every register, in states that the reader may read of."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.insight.unit_page.value import Waiting, WaitingRow
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.registry import Register, list_registers
from varvet.kernel.ui.words import integer


@dataclass(frozen=True)
class Open:
    """Records of one kind in one state; `days` since the oldest came in."""

    kind: str
    status: str
    count: int
    days: int


def list_open(reader: Reader, units: Collection[int]) -> list[Open]:
    """One query. Leaves out records that shut somebody in their unit's line out."""
    seen = [register for register in list_registers() if _may_see(reader, register, units)]
    rows = Record.objects.filter(
        kind__in=[register.kind for register in seen],
        unit_id__in=units,
        status__in=set[str]().union(*(register.open_statuses for register in seen)),
        confidentiality=Confidentiality.NORMAL,
    )
    counted = rows.order_by().values_list("kind", "status").annotate(Count("pk"), Min("received_at"))
    by_kind = {register.kind: register for register in seen}
    return [
        Open(kind, status, count, (reader.today - day_of(first)).days)
        for kind, status, count, first in counted
        if status in by_kind[kind].open_statuses
    ]


def _may_see(reader: Reader, register: Register, units: Collection[int]) -> bool:
    """In every unit counted: a number must not tell of a unit that the reader may not read of."""
    code = f"{register.kind}.view"
    return bool(register.open_statuses) and reader.units(code).issuperset(units)


def waiting_of(found: list[Open], units: Collection[int]) -> Waiting:
    """Of one unit alone each row leads to the register's list."""
    rows = [
        WaitingRow(
            register=_(register.label),
            state=_(label),
            count=each.count,
            oldest=_since(each.days),
            href=_list_of(register, units),
        )
        for register in list_registers()
        for status, label in register.statuses.items()
        for each in found
        if (each.kind, each.status) == (register.kind, status)
    ]
    return Waiting(_reading(found), tuple(rows))


def _since(days: int) -> str:
    if days <= 0:
        return _("i dag")
    return ngettext("{days} dag", "{days} dagar", days).format(days=integer(days))


def _list_of(register: Register, units: Collection[int]) -> str:
    place = next(iter(register.menu), None)
    if place is None:
        return ""
    query = f"?enhet={next(iter(units))}" if len(units) == 1 else ""
    return reverse(place.url_name) + query


def _reading(found: list[Open]) -> str:
    count = sum(each.count for each in found)
    if not count:
        return _("Inget ärende väntar just nu.")
    return ngettext(
        "{count} ärende är öppet, sedan {days} dagar.",
        "{count} ärenden är öppna, det äldsta sedan {days} dagar.",
        count,
    ).format(count=count, days=integer(max(each.days for each in found)))
