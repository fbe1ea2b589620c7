"""Files on a deviation: whoever reported, and those who assess, add them; removing one takes a reason."""

from functools import partial

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import attachments
from varvet.kernel.records.sent_files import Outcome, Removal, Sending
from varvet.registers.deviations.actions.add_more import is_reporter
from varvet.registers.deviations.actions.telling import tell_those_who_handle
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import reporting


def add_files(deviation: Deviation, sending: Sending) -> Outcome:
    """Asks for no version: nothing is written over. Not in a transaction until the files are cleaned."""
    if is_reporter(deviation, sending.by):
        return attachments.add(deviation, sending, check=_check_open, then=partial(_tell, sending=sending))
    check(sending.by, "deviations.assess", deviation.unit, today=day_of(sending.now))
    return attachments.add(deviation, sending, check=_check_open)


@transaction.atomic
def remove_file(deviation: Deviation, removal: Removal) -> None:
    check(removal.by, "deviations.remove_files", deviation.unit, today=day_of(removal.now))
    attachments.remove(deviation, removal)


def _check_open(deviation: Deviation) -> None:
    reporting.check_open_for_more(deviation.status)


def _tell(deviation: Deviation, *, sending: Sending) -> None:
    tell_those_who_handle(deviation, Event.ADDED, by=sending.by, now=sending.now)
