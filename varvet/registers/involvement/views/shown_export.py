"""The list as rows of a file: coded values and the lines that lists show, nothing of what people said."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.involvement import queries, rules
from varvet.registers.involvement.models import KIND, Activity
from varvet.registers.involvement.views import shown_filters

NAME = "brukarmedverkan"


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Slag"),
        _("Grupp"),
        _("Enhet"),
        _("Fler enheter"),
        _("Läge"),
        _("Planerad"),
        _("Genomförd"),
        _("Sätt"),
        _("Inbjudna"),
        _("Deltog"),
        _("Ämnen"),
        _("Nedskrivet"),
        _("Ledde till"),
        _("Vad som ändrades, eller varför inte"),
        _("Bestämt"),
        _("Återkopplat på"),
        _("Återkopplat"),
        _("Avslutad"),
        _("Inställd"),
    )


def row(activity: Activity) -> tuple[Cell, ...]:
    return (
        activity.reference,
        said(rules.SORT_LABELS[activity.sort]),
        activity.whom,
        activity.unit.name,
        ", ".join(other.unit.name for other in activity.also.all()),
        said(rules.STATUS_LABELS[activity.status]),
        activity.planned_on,
        activity.held_on,
        said(rules.METHOD_LABELS[activity.method]),
        activity.invited,
        activity.took_part,
        ", ".join(theme.category.label for theme in activity.themes.all()),
        activity.written_on,
        *_after(activity),
    )


def _after(activity: Activity) -> tuple[Cell, ...]:
    """What it led to, and how those who took part were told."""
    return (
        said(rules.RESULT_LABELS.get(activity.result, "")),
        activity.result_line,
        activity.decided_on,
        said(rules.TELLING_LABELS.get(activity.told_how, "")),
        activity.told_on,
        activity.concluded_on,
        activity.cancelled_on,
    )


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(activity) for activity in queries.exported(ids))


def asked_of(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, shown_filters.chosen_of(filters), form, filters.unit)
