"""The list as rows of a file: coded values and days, nothing of what was written and no amounts."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.payment_errors import queries, rules
from varvet.registers.payment_errors.models import KIND, PaymentError
from varvet.registers.payment_errors.views import shown_filters

NAME = "felaktiga-utbetalningar"


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Enhet"),
        _("Läge"),
        _("Anmäld"),
        _("Blev känt"),
        _("Utredning började"),
        _("Utredd"),
        _("Orsak"),
        _("Återkrav"),
        _("Återkrav bestämt"),
        _("Polisanmälan"),
        _("Polisanmälan bestämd"),
        _("Avslutad"),
        _("Avskriven"),
        _("Utreds inte sedan"),
    )


def row(error: PaymentError) -> tuple[Cell, ...]:
    return (
        error.reference,
        error.unit.name,
        said(rules.STATUS_LABELS[error.status]),
        day_of(error.received_at),
        said(rules.CHANNEL_LABELS[error.channel]),
        error.begun_on,
        error.completed_on,
        said(rules.CAUSE_LABELS.get(error.cause, "")),
        said(rules.RECLAIM_LABELS.get(error.reclaim, "")),
        error.reclaim_on,
        said(rules.POLICE_LABELS.get(error.police, "")),
        error.police_on,
        error.closed_on,
        error.dismissed_on,
        error.left_on,
    )


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(error) for error in queries.exported(ids))


def asked_of(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, shown_filters.chosen_of(filters), form, filters.unit)
