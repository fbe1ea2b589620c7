"""The list as rows of a file: coded values and the lines that lists show, nothing of why."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.improvements import queries, rules
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.views.shown_filters import chosen_of

NAME = "atgarder"


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Åtgärd"),
        _("Enhet"),
        _("Kvalitetsområden"),
        _("Orsak"),
        _("Läge"),
        _("Beslutad"),
        _("Klar senast"),
        _("Genomförd"),
        _("Effekten ses genom"),
        _("Effekten bedöms"),
        _("Effekt"),
        _("Det visar sig i"),
        _("Bedömd"),
        _("Flyttad till"),
    )


def row(improvement: Improvement) -> tuple[Cell, ...]:
    plan = queries.plan_of(improvement)
    return (
        improvement.reference,
        improvement.what,
        improvement.unit.name,
        ", ".join(area.quality_area for area in improvement.areas.all()),
        said(rules.CAUSE_LABELS.get(improvement.cause, "")),
        said(rules.STATUS_LABELS[improvement.status]),
        improvement.decided_on,
        improvement.due_on,
        improvement.carried_out_on,
        said(rules.HOW_LABELS[plan.how]) if plan else "",
        plan.due_on if plan else None,
        said(rules.EFFECT_LABELS.get(improvement.effect, "")),
        improvement.effect_words,
        improvement.effect_judged_on,
        improvement.carried_over_to_year,
    )


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(improvement) for improvement in queries.exported(ids))


def asked_of(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, chosen_of(filters), form, filters.unit)
