"""What the address of the list says, and how it may be narrowed further."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.lists import Narrowing, Select, day_asked, one_asked, status_asked, unit_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.provider_reports import queries, rules


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    provider = query.get("utforare", "")
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        provider=int(provider) if provider.isascii() and provider.isdigit() and len(provider) < 12 else None,
        law=one_asked(query, "lag", rules.LAW_LABELS),
        outcome=one_asked(query, "utfall", rules.OUTCOME_LABELS),
        ours=one_asked(query, "placerad", rules.KNOWN_LABELS),
        handler=one_asked(query, "handlaggare", queries.HANDLERS),
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "utforare": filters.provider or "",
        "utfall": filters.outcome,
        "lag": filters.law,
        "placerad": filters.ours,
        "handlaggare": filters.handler,
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units("provider_reports.view"))
    providers = tuple((str(one.pk), one.name) for one in queries.list_providers(reader))
    outcomes, ours = _translated(rules.OUTCOME_LABELS), _translated(rules.KNOWN_LABELS)
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),
            Select("utforare", _("Utförare"), _("Alla utförare"), providers, str(filters.provider or "")),
            Select("utfall", _("Utförarens utfall"), _("Alla utfall"), outcomes, filters.outcome),
        ),
        more=(
            Select("placerad", _("Placerad av oss"), _("Alla"), ours, filters.ours),
            Select("lag", _("Lag"), _("Alla lagar"), _translated(rules.LAW_LABELS), filters.law),
            Select("handlaggare", _("Handläggare"), _("Alla handläggare"), _handlers(), filters.handler),
        ),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
    )


def _handlers() -> tuple[tuple[str, str], ...]:
    """Oneself or nobody: the list is not for following one person's work."""
    return (queries.ME, _("Jag handlägger")), (queries.NOBODY, _("Ingen är utsedd"))


def _translated(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())
