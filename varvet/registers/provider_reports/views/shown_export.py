"""The list as rows of a file: coded values only, nothing that somebody wrote, and never the case reference."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.sentences import said
from varvet.registers.provider_reports import queries, rules
from varvet.registers.provider_reports.models import KIND, ProviderReport
from varvet.registers.provider_reports.views import shown_filters

NAME = "lex-sarah-enskild-regi"


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Informerad"),
        _("Hände"),
        _("Utförare"),
        _("Organisationsnummer"),
        _("Enhet"),
        _("Läge"),
        _("Lag"),
        _("Typ"),
        _("Kanal"),
        _("Placerad av oss"),
        _("Utredning begärd"),
        _("Utredning mottagen"),
        _("Utförarens utfall"),
        _("Anmäld till IVO"),
        _("Anmäld dag"),
        _("IVO:s beslut"),
        _("IVO:s beslutsdag"),
        _("Bedömd"),
        _("Vår bedömning"),
        _("Avslutad"),
        _("Öppnad igen"),
    )


def row(report: ProviderReport) -> tuple[Cell, ...]:
    provider = report.provider
    return (
        report.reference,
        day_of(report.received_at),
        report.occurred_day,
        provider.name if provider else "",
        provider.organisation_number if provider else "",
        report.unit.name,
        said(rules.STATUS_LABELS[report.status]),
        said(rules.LAW_LABELS[report.law]),
        report.category.label if report.category else "",
        said(rules.CHANNEL_LABELS[report.channel]),
        said(rules.KNOWN_LABELS[report.ours]),
        report.requested_on,
        report.investigation_on,
        *_found(report),
        report.assessed_on,
        said(rules.AGREEMENT_LABELS.get(report.agreement, "")),
        report.closed_on,
        report.reopened_on,
    )


def _found(report: ProviderReport) -> tuple[Cell, ...]:
    """What the provider found, and what the inspectorate was told and decided."""
    return (
        said(rules.OUTCOME_LABELS.get(report.outcome, "")),
        said(rules.KNOWN_LABELS[report.notified]),
        report.notified_on,
        said(rules.DECISION_LABELS.get(report.ivo_decision, "")),
        report.ivo_decided_on,
    )


def sheet_of(reader: Reader, filters: queries.Filters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    return Sheet(f"{NAME}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    return (row(report) for report in queries.exported(ids))


def asked_of(filters: queries.Filters, form: Format) -> Asked:
    return Asked(KIND, shown_filters.chosen_of(filters), form, filters.unit)
