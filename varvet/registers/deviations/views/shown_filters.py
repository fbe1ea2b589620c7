"""What the address of the list says, and how it may be narrowed further."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.lists import Narrowing, Select, code_asked, day_asked, one_asked, status_asked, unit_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import Severity, Worry

WORRIES = {str(value): label for value, label in Worry.choices}
SEVERITIES = dict(Severity.choices)


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    worry = one_asked(query, "oro", WORRIES)
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        first_day=day_asked(query, "fran"),
        last_day=day_asked(query, "till"),
        nature=one_asked(query, "slag", rules.NATURE_LABELS),
        category=code_asked(query, "typ"),
        worry=int(worry) if worry else None,
        severity=one_asked(query, "allvar", SEVERITIES),
        handler=one_asked(query, "handlaggare", queries.HANDLERS),
        overdue=query.get("forsenad") == "1",
        reopened=query.get("ateroppnad") == "1",
        direction=one_asked(query, "riktning", rules.DIRECTION_LABELS),
        counterpart=code_asked(query, "motpart"),
        handed=one_asked(query, "overlamning", rules.HANDOVER_LABELS),
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "slag": filters.nature,
        "typ": filters.category,
        "allvar": filters.severity,
        "oro": filters.worry or "",
        "handlaggare": filters.handler,
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
        "forsenad": "1" if filters.overdue else "",
        "ateroppnad": "1" if filters.reopened else "",
        "riktning": filters.direction,
        "motpart": filters.counterpart,
        "overlamning": filters.handed,
    }


def narrowing(reader: Reader, filters: queries.Filters) -> Narrowing:
    units = [(str(unit.pk), unit.name) for unit in _units(reader)]
    unit = str(filters.unit or "")
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), tuple(units), unit),
            Select("slag", _("Slag"), _("Alla slag"), _translated(rules.NATURE_LABELS), filters.nature),
            Select("typ", _("Typ"), _("Alla typer"), tuple(queries.list_types(reader).items()), filters.category),
        ),
        more=(
            Select("allvar", _("Allvar"), _("Alla grader av allvar"), _translated(SEVERITIES), filters.severity),
            Select("handlaggare", _("Handläggare"), _("Alla handläggare"), _handlers(), filters.handler),
            Select("oro", _("Oro"), _("Alla grader av oro"), _translated(WORRIES), str(filters.worry or "")),
            *_outside(reader, filters),
        ),
        ticks=(
            ("forsenad", _("Bedömningen är försenad"), filters.overdue),
            ("ateroppnad", _("Har öppnats igen"), filters.reopened),
        ),
        first_day=filters.first_day,
        last_day=filters.last_day,
        kept=(("lage", filters.status or "alla"),),
    )


def _units(reader: Reader) -> list[Unit]:
    """Where the reader reads all, or what is about health care."""
    return reader.list_units(queries.VIEW) or reader.list_units(queries.FOLLOW)


def _outside(reader: Reader, filters: queries.Filters) -> tuple[Select, ...]:
    """What others have a part in."""
    directions, states = _translated(rules.DIRECTION_LABELS), _translated(rules.HANDOVER_LABELS)
    counterparts = tuple(queries.list_counterparts(reader).items())
    return (
        Select("riktning", _("Samverkan"), _("Båda riktningarna"), directions, filters.direction),
        Select("motpart", _("Motpart"), _("Alla motparter"), counterparts, filters.counterpart),
        Select("overlamning", _("Överlämning"), _("Alla överlämningar"), states, filters.handed),
    )


def _handlers() -> tuple[tuple[str, str], ...]:
    """Oneself or nobody: the list is not for following one person's work."""
    return (queries.ME, _("Jag handlägger")), (queries.NOBODY, _("Ingen är utsedd"))


def _translated(labels: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    pairs = labels.items()
    return tuple((str(code), said(str(label))) for code, label in pairs)
