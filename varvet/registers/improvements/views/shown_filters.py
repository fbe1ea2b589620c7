"""What the address of the list, the board and the timeline says, and how they may be narrowed further."""

from collections.abc import Mapping
from dataclasses import replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.lists import Narrowing, Select, day_asked, one_asked, status_asked, unit_asked, word_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.improvements import forms, queries, rules


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        quality_area=word_asked(query, "omrade"),
        cause=one_asked(query, "orsak", rules.CAUSE_LABELS),
        effect=one_asked(query, "effekt", rules.EFFECT_LABELS),
        mine=query.get("mina") == "1",
    )


def every_state(query: QueryDict) -> queries.Filters:
    """As the list, but of every state: what the board and the timeline show says how far each has come."""
    return replace(filters_from(query), status="")


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "omrade": filters.quality_area,
        "orsak": filters.cause,
        "effekt": filters.effect,
        "mina": "1" if filters.mine else "",
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units("improvements.view"))
    areas = tuple(forms.quality_areas(reader))
    of_area = (Select("omrade", _("Kvalitetsområde"), _("Alla områden"), areas, filters.quality_area),) if areas else ()
    return Narrowing(
        front=(Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")), *of_area),
        more=(
            Select("orsak", _("Orsak"), _("Alla orsaker"), _translated(rules.CAUSE_LABELS), filters.cause),
            Select("effekt", _("Effekt"), _("Alla effekter"), _translated(rules.EFFECT_LABELS), filters.effect),
        ),
        ticks=(("mina", _("Jag ansvarar"), filters.mine),),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
        days=(_("Klar senast från"), _("Klar senast till")),
    )


def _translated(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())
