"""What is done to a report beside its steps: somebody has it by name, notes are written, files are kept."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import attachments, spine
from varvet.kernel.records.confidential import can_within, check_within
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.sent_files import Outcome, Removal, Sending
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.actions.steps import EXCLUDED, HANDLE, REMOVE_FILES, begin, finish
from varvet.registers.provider_reports.models import Part, ProviderReport


@transaction.atomic
def assign(*, report: ProviderReport, handler: User | None, version: int, by: User, now: datetime) -> ProviderReport:
    """Without a name it is with those nearest the unit who handle these reports."""
    current = begin(report, rules.Event.ASSIGN, version=version, by=by, now=now)
    if handler is not None:
        _check_handler(current, handler, now)
    current.handler = handler
    tell(current, Told.ASSIGNED, to=[handler], by=by, now=now)
    return finish(current, "assigned", by=by, data={"handler": handler.pk if handler else None})


@transaction.atomic
def reassign(report: ProviderReport, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(report, version=report.version)
    rules.check_now(rules.Event.ASSIGN, current.status)
    _check_handler(current, to, now)
    before, current.handler = current.handler_id, to
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell(current, Told.ASSIGNED, to=[to], by=by, now=now)
    finish(current, "reassigned", by=by, data={"handler": to.pk, "before": before})


def _check_handler(report: ProviderReport, handler: User, now: datetime) -> None:
    if not can_within(report, HANDLE, EXCLUDED, user=handler, today=day_of(now)):
        raise RuleBroken("provider_report.handler.role", "Välj någon som får handlägga ärendet.", field="handler")


@transaction.atomic
def note(*, report: ProviderReport, words: str, version: int, by: User, now: datetime) -> ProviderReport:
    current = begin(report, rules.Event.NOTE, version=version, by=by, now=now)
    rules.check_words("words", words, "Skriv något först.")
    keep(current, {Part.NOTE: words}, by=by, now=now)
    return finish(current, "noted", by=by)


def add_files(report: ProviderReport, sending: Sending) -> Outcome:
    """Asks for no version: nothing is written over. Not in a transaction until the files are cleaned."""
    check_within(report, HANDLE, EXCLUDED, by=sending.by, today=day_of(sending.now))
    return attachments.add(report, sending, check=_check_open)


@transaction.atomic
def remove_file(report: ProviderReport, removal: Removal) -> None:
    check_within(report, REMOVE_FILES, EXCLUDED, by=removal.by, today=day_of(removal.now))
    attachments.remove(report, removal)


def _check_open(report: ProviderReport) -> None:
    """IVO's decision may come when all else is done, and is kept like the rest."""
    rules.check_now(rules.Event.AUTHORITY, report.status)
