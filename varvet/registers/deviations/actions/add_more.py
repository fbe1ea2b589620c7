"""Adding to a report: whoever reported writes more, and what was written before stays."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.questions.suspicions import notice_words
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.once import once
from varvet.registers.deviations.actions.telling import tell_handler
from varvet.registers.deviations.models import Deviation, LastSeen, Part, Reporting
from varvet.registers.deviations.models.codes import fingerprint
from varvet.registers.deviations.rules import reporting

ADDED = "added_more"


@transaction.atomic
def add_more(*, deviation: Deviation, text: str, key: str, by: User, now: datetime) -> Record:
    """Asks for no version: nothing is written over. A handler who has the page open is told of the newer version."""
    if not is_reporter(deviation, by):
        raise NotAllowed(_("Bara den som har rapporterat kan lägga till något."))
    return once(key, by=by, create=lambda: _add(deviation, text, by, now))


@transaction.atomic
def add_more_by_code(*, follow_hash: str, text: str, key: str, now: datetime) -> Record:
    """As `add_more`, for whoever holds the report's code. Reporting.DoesNotExist for a code that is none."""
    deviation = Reporting.objects.select_related("deviation").exclude(follow_hash="").get(follow_hash=follow_hash)
    return once(fingerprint(key), by=None, create=lambda: _add(deviation.deviation, text, None, now))


def mark_seen(*, deviation: Deviation, by: User) -> None:
    """Whoever reported has read it as it is now: a note of reading, not a change of the record."""
    seen = {"version": deviation.version}
    LastSeen.objects.update_or_create(user=by, deviation=deviation, defaults=seen)


def is_reporter(deviation: Deviation, user: User) -> bool:
    """Who sent it, or the colleague it was sent for."""
    if deviation.opened_by_id == user.pk:
        return True
    return Reporting.objects.filter(deviation=deviation, on_behalf_of=user).exists()


def _add(deviation: Deviation, text: str, by: User | None, now: datetime) -> Deviation:
    current = Deviation.objects.select_for_update().get(pk=deviation.pk)
    reporting.check_open_for_more(current.status)
    reporting.check_added(text)
    keep(current, {Part.MORE: text}, by=by, now=now)
    notice_words(current, [text], now=now)
    tell_handler(current, Event.ADDED, by=by, now=now)
    spine.commit(current, ADDED, by=by)
    return current
