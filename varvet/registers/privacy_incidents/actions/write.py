"""Assigning an incident to somebody by name, and writing in it: a note for those who handle, or word on the way."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.narratives import keep
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.actions.case import ASSESS, EXCLUDED, open_case
from varvet.registers.privacy_incidents.actions.telling import tell_handler, tell_reporter
from varvet.registers.privacy_incidents.models import Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Event

NOT_THEIRS = marked("Välj någon som får handlägga i enheten.")
WRITTEN = {Part.NOTE: "noted", Part.MESSAGE: "messaged"}


@transaction.atomic
def assign(
    *, incident: PrivacyIncident, handler: User | None, version: int, by: User, now: datetime
) -> PrivacyIncident:
    """Without a name the unit's manager has it. Whoever may not read it cannot get it."""
    current = open_case(incident, Event.ASSIGN, version=version, by=by, now=now)
    if handler is not None and not _may_handle(handler, current, now):
        raise RuleBroken("privacy_incidents.handler.role", NOT_THEIRS, field="handler")
    current.handler = handler
    current.save()
    tell_handler(current, Told.ASSIGNED, by=by, now=now)
    spine.commit(current, "assigned", by=by, data={"handler": handler.pk if handler else None})
    return current


@transaction.atomic
def reassign(incident: PrivacyIncident, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(incident, version=incident.version)
    rules.check_now(Event.ASSIGN, current.status)
    if not _may_handle(to, current, now):
        raise RuleBroken("privacy_incidents.handler.role", NOT_THEIRS, field="handler")
    before, current.handler = current.handler_id, to
    current.save()
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell_handler(current, Told.ASSIGNED, by=by, now=now)
    spine.commit(current, "reassigned", by=by, data={"handler": to.pk, "before": before})


def _may_handle(user: User, incident: PrivacyIncident, now: datetime) -> bool:
    needed = [ASSESS]
    if incident.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        needed.append(EXCLUDED)
    return all(can(user, permission, incident.unit, today=day_of(now)) for permission in needed)


@transaction.atomic
def write(
    *, incident: PrivacyIncident, said: tuple[Part, str], version: int, by: User, now: datetime
) -> PrivacyIncident:
    """`said` is a part, one of WRITTEN, and its words."""
    part, text = said
    current = open_case(incident, Event.WRITE, version=version, by=by, now=now)
    rules.check_words("text", text, "Skriv något först.")
    if part is Part.MESSAGE:
        tell_reporter(current, Told.ANSWERED, by=by, now=now)
    keep(current, {part: text}, by=by, now=now)
    spine.commit(current, WRITTEN[part], by=by)
    return current
