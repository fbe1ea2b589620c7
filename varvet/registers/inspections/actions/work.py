"""What is done beside the steps: somebody else becomes responsible, notes are written, files are kept."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import attachments, spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.sent_files import Outcome, Removal, Sending
from varvet.registers.inspections import rules
from varvet.registers.inspections.actions.steps import ANSWER, REMOVE_FILES, begin, check_may, finish
from varvet.registers.inspections.models import Inspection, Part
from varvet.registers.inspections.rules import Event


@transaction.atomic
def assign(*, inspection: Inspection, responsible: User | None, version: int, by: User, now: datetime) -> Inspection:
    """Without a name it is with those who handle the unit's inspections."""
    current = begin(inspection, Event.ASSIGN, version=version, by=by, now=now)
    if responsible is not None:
        _check_able(current, responsible, now)
    current.responsible = responsible
    current.save()  # whoever gets it sees it by having it
    tell(current, Told.ASSIGNED, to=[responsible], by=by, now=now)
    return finish(current, "assigned", by=by, data={"responsible": responsible.pk if responsible else None})


@transaction.atomic
def reassign(inspection: Inspection, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(inspection, version=inspection.version)
    rules.check_now(Event.ASSIGN, current.status)
    _check_able(current, to, now)
    before, current.responsible = current.responsible_id, to
    current.save()  # whoever gets it sees it by having it
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell(current, Told.ASSIGNED, to=[to], by=by, now=now)
    finish(current, "reassigned", by=by, data={"responsible": to.pk, "before": before})


def _check_able(inspection: Inspection, responsible: User, now: datetime) -> None:
    if not can(responsible, ANSWER, inspection.unit, today=day_of(now)):
        sentence = marked("Välj någon som arbetar i enheten.")
        raise RuleBroken("inspection.responsible.role", sentence, field="responsible")


@transaction.atomic
def note(*, inspection: Inspection, words: str, version: int, by: User, now: datetime) -> Inspection:
    current = begin(inspection, Event.NOTE, version=version, by=by, now=now)
    rules.check_words("words", words, marked("Skriv något först."))
    keep(current, {Part.NOTE: words}, by=by, now=now)
    return finish(current, "noted", by=by)


def add_files(inspection: Inspection, sending: Sending) -> Outcome:
    """Asks for no version: nothing is written over. Not in a transaction until the files are cleaned."""
    check_may(inspection, by=sending.by, today=day_of(sending.now))
    return attachments.add(inspection, sending, check=_check_open)


@transaction.atomic
def remove_file(inspection: Inspection, removal: Removal) -> None:
    check(removal.by, REMOVE_FILES, inspection.unit, today=day_of(removal.now))
    attachments.remove(inspection, removal)


def _check_open(inspection: Inspection) -> None:
    rules.check_now(Event.NOTE, inspection.status)
