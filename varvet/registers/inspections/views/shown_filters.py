"""What the address of the list says, and how it may be narrowed further."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.lists import Narrowing, Select, code_asked, day_asked, one_asked, status_asked, unit_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.inspections import actions, queries, rules


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        sort=one_asked(query, "slag", rules.SORT_LABELS),
        by=code_asked(query, "granskare"),
        finding=one_asked(query, "resultat", rules.FINDING_LABELS),
        mine=query.get("mina") == "1",
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "slag": filters.sort,
        "granskare": filters.by,
        "resultat": filters.finding,
        "mina": "1" if filters.mine else "",
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    held = actions.VIEW if reader.has(actions.VIEW) else actions.VIEW_DECIDED
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units(held))
    bodies = tuple(queries.list_by(reader, rules.Sort.EXTERNAL))
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),
            Select("slag", _("Slag"), _("Alla slag"), _translated(rules.SORT_LABELS), filters.sort),
            Select("resultat", _("Resultat"), _("Alla resultat"), _translated(rules.FINDING_LABELS), filters.finding),
        ),
        more=(Select("granskare", _("Granskare"), _("Alla granskare"), bodies, filters.by),),
        ticks=(("mina", _("Jag ansvarar"), filters.mine),),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
        days=(_("Från dag"), _("Till dag")),
    )


def _translated(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())
