"""What the address of the list says, and how it may be narrowed further."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.lists import Narrowing, Select, day_asked, one_asked, status_asked, unit_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.payment_errors import actions, queries, rules


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        cause=one_asked(query, "orsak", rules.CAUSE_LABELS),
        channel=one_asked(query, "kom-fram", rules.CHANNEL_LABELS),
        reclaim=one_asked(query, "aterkrav", rules.RECLAIM_LABELS),
        police=one_asked(query, "polis", rules.POLICE_LABELS),
        mine=query.get("mina") == "1",
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "orsak": filters.cause,
        "kom-fram": filters.channel,
        "aterkrav": filters.reclaim,
        "polis": filters.police,
        "mina": "1" if filters.mine else "",
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units(actions.SEE))
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),
            Select("orsak", _("Orsak"), _("Alla orsaker"), _choices(rules.CAUSE_LABELS), filters.cause),
        ),
        more=(
            Select("kom-fram", _("Blev känt"), _("Alla vägar"), _choices(rules.CHANNEL_LABELS), filters.channel),
            Select("aterkrav", _("Återkrav"), _("Alla svar"), _choices(rules.RECLAIM_LABELS), filters.reclaim),
            Select("polis", _("Polisanmälan"), _("Alla svar"), _choices(rules.POLICE_LABELS), filters.police),
        ),
        ticks=(("mina", _("Jag utreder"), filters.mine),),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
    )


def _choices(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())
