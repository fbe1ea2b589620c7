"""A report's page as shown: what the provider told and found, what we say and do about it, and what comes next."""

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.ui.record_parts import events_of, list_related
from varvet.kernel.ui.sentences import said
from varvet.registers.provider_reports import queries, rules
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.views.shown_asks import HAPPENED
from varvet.registers.provider_reports.views.shown_letter import offered
from varvet.registers.provider_reports.views.shown_list import provider_of
from varvet.registers.provider_reports.views.shown_next import next_of
from varvet.registers.provider_reports.views.shown_steps import due_of, reached, steps
from varvet.registers.provider_reports.views.shown_words import follow_ups_of, words_of


def record_page(reader: Reader, report: ProviderReport) -> dict[str, object]:
    clock = queries.due_clocks(reader, [report]).get(report.pk)
    return {
        "report": report,
        "provider": provider_of(report),
        "received": day_of(report.received_at),
        "handles": queries.can_handle(reader, report),
        "steps": steps(report, reader.today),
        "step": reached(report),
        "status_label": rules.STATUS_LABELS[report.status],
        "clock": due_of(clock, reader.today) if clock else None,
        "events": events_of(report, HAPPENED),
        "origins": list_related(reader, report),
        "follow_ups": follow_ups_of(reader, report),
        "must_notify": _must_notify(report),
        "letter": offered(reader, report),
        **_labels(report),
        **words_of(reader, report),
        **next_of(reader, report),
    }


def _labels(report: ProviderReport) -> dict[str, object]:
    """Coded values in the reader's language."""
    event_day = report.occurred_day or day_of(report.received_at)
    return {
        "law_label": said(rules.LAW_LABELS[report.law]),
        "section": rules.section_of(rules.Law(report.law), event_day),
        "channel_label": said(rules.CHANNEL_LABELS[report.channel]),
        "ours_label": said(rules.KNOWN_LABELS[report.ours]),
        "outcome_label": said(rules.OUTCOME_LABELS.get(report.outcome, "")),
        "notified_label": said(rules.KNOWN_LABELS[report.notified]),
        "decision_label": said(rules.DECISION_LABELS.get(report.ivo_decision, "")),
        "agreement_label": said(rules.AGREEMENT_LABELS.get(report.agreement, "")),
    }


def _must_notify(report: ProviderReport) -> bool:
    """It is serious and the provider is not known to have told the inspectorate."""
    return report.outcome in rules.TO_AUTHORITY and report.notified != rules.Known.YES and report.status in rules.OPEN
