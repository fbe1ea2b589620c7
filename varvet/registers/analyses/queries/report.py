"""Approved analyses that are offered to the annual report, as text: what the units themselves have written."""

from collections import defaultdict
from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Below, Unit
from varvet.kernel.records.figures import label_of
from varvet.kernel.records.registry import ReportText
from varvet.registers.analyses.models import Analysis, whole_of
from varvet.registers.analyses.rules import CONCLUSION_LABELS, SOURCE_LABELS, Approved, Status

# The report is a Swedish document, whoever reads it.
WHOLE = marked("Samlad analys")


def report_texts(root: Unit, first: date, last: date) -> list[ReportText]:
    """Those whose period ends in the report's, as they were approved: the whole first, then each register."""
    rows = Analysis.objects.filter(root=root, status=Status.APPROVED, offered_on__isnull=False)
    found = list(rows.filter(last_day__gte=first, last_day__lte=last).select_related("unit").order_by("last_day", "pk"))
    below = _below([one.unit_id for one in found])
    return [_text(one, below[one.unit_id]) for one in found]


def _below(units: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for ancestor, unit in Below.objects.filter(ancestor__in=units).values_list("ancestor_id", "unit_id"):
        found[ancestor].add(unit)
    return found


def _text(analysis: Analysis, below: set[int]) -> ReportText:
    whole = whole_of(analysis, analysis.last_day)
    return ReportText(
        record_id=analysis.pk,
        reference=analysis.reference,
        title=f"{analysis.unit.name}, {analysis.stretch.name}",
        unit_ids=tuple(sorted(below | {analysis.unit_id})),
        day=analysis.last_day,
        parts=tuple(_parts(whole)),
        conclusions=tuple(
            f"{CONCLUSION_LABELS[one.kind]}: {one.line.rstrip('.')}. ({label_of(one.measure)})"
            for one in whole.conclusions
        ),
    )


def _parts(whole: Approved) -> list[tuple[str, str]]:
    """Heading and what was answered under it; nothing for a part that nobody has written of."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in whole.answers:
        if one.answer:
            told[one.source].append(one.answer)
    order = ["", *SOURCE_LABELS]
    return [(SOURCE_LABELS.get(kind, WHOLE), "\n\n".join(told[kind])) for kind in order if told[kind]]
