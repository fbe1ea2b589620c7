"""The list as rows of a file: coded values and the lines that lists show, nothing of what people wrote."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.inspections import queries, rules
from varvet.registers.inspections.models import KIND, Inspection
from varvet.registers.inspections.views import shown_filters

NAME = "tillsyn"


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Slag"),
        _("Granskare"),
        _("Vad som granskas"),
        _("Enhet"),
        _("Fler enheter"),
        _("Utförare"),
        _("Avtal"),
        _("Grund"),
        _("Från"),
        _("Till"),
        _("Läge"),
        _("Aviserad till"),
        _("Började"),
        _("Svar senast"),
        _("Besvarad"),
        _("Beslutad"),
        _("Granskarens diarienummer"),
        _("Gravaste resultat"),
        _("Punkter"),
        _("Följs upp"),
        _("Avslutad"),
    )


def row(inspection: Inspection) -> tuple[Cell, ...]:
    return (
        inspection.reference,
        said(rules.SORT_LABELS[inspection.sort]),
        inspection.by.label,
        inspection.subject,
        inspection.unit.name,
        ", ".join(other.unit.name for other in inspection.also.all()),
        inspection.provider,
        inspection.contract,
        inspection.basis,
        inspection.period_first,
        inspection.period_last,
        said(rules.STATUS_LABELS[inspection.status]),
        *_days(inspection),
    )


def _days(inspection: Inspection) -> tuple[Cell, ...]:
    points = list(inspection.points.all())
    return (
        inspection.expected_on,
        inspection.received_on,
        inspection.answer_due_on or inspection.due_on,
        inspection.answered_on,
        inspection.decided_on,
        inspection.diary,
        said(rules.FINDING_LABELS.get(rules.gravest(point.kind for point in points), "")),
        len(points),
        inspection.follow_on,
        inspection.closed_on,
    )


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(inspection) for inspection in queries.exported(ids))


def asked_of(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, shown_filters.chosen_of(filters), form, filters.unit)


def question_sheet(reader: Reader, inspection: Inspection) -> Sheet:
    """The questions with their answers, to be sent on: for those who handle the whole."""
    rows = [
        (one.question.number, one.question.code, one.question.text, one.question.answer or "")
        for one in queries.read_questions(reader, inspection)
    ]
    heads_ = (_("Nummer"), _("Granskarens nummer"), _("Fråga"), _("Svar"))
    return Sheet(f"{inspection.reference}-fragor", heads_, rows, len(rows))
