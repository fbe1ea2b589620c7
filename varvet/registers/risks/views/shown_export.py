"""The list as rows of a file: what a risk is called and its coded values, never its texts or who has it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.risks import queries, rules
from varvet.registers.risks.models import KIND, Risk
from varvet.registers.risks.rules.importing import HEADS
from varvet.registers.risks.views.shown_list import asked_of

NAME = "risker"


def heads() -> tuple[str, ...]:
    """The first are those that a list may be read in by again, in Swedish whoever takes it out."""
    own = (_("Risktal nu"), _("Nivå nu"), _("Läge"), _("Inskriven"), _("Nästa genomgång"), _("Accepterad till"))
    return (*HEADS.values(), *own, _("Gånger den inträffat"))


def row(risk: Risk) -> tuple[Cell, ...]:
    score, residual, current = risk.score, risk.residual, risk.current
    return (
        risk.reference,
        risk.name,
        risk.unit.name,
        rules.OCCASION_LABELS[risk.occasion],
        risk.process,
        risk.routine,
        score.consequence if score else None,
        score.probability if score else None,
        residual.consequence if residual else None,
        residual.probability if residual else None,
        current.product if current else None,
        said(rules.LEVEL_LABELS[current.level]) if current else "",
        said(rules.STATUS_LABELS[risk.status]),
        day_of(risk.received_at),
        risk.review_on,
        risk.accepted_until,
        int(getattr(risk, "times", 0)),
    )


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(risk) for risk in queries.exported(ids))


def asked(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, asked_of(filters), form, filters.unit)
