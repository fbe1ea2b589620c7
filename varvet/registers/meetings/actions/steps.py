"""How every step begins and ends: who and when first, the sheet locked, one commit last."""

from dataclasses import dataclass
from datetime import date, datetime

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.meetings import rules
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.rules import Event

VIEW, EDIT = "meetings.view", "meetings.edit"


@dataclass(frozen=True)
class Change:
    """A sheet as it was known, and who does something to it when."""

    meeting: Meeting
    version: int
    by: User
    now: datetime

    @property
    def today(self) -> date:
        return day_of(self.now)


def check_may(meeting: Meeting, *, by: User, today: date) -> None:
    check(by, EDIT, meeting.unit, today=today)


def begin(change: Change, event: Event) -> Meeting:
    """The sheet, locked, for somebody who may do this to it, in a state where it can be done."""
    check_may(change.meeting, by=change.by, today=change.today)
    current = spine.lock(change.meeting, version=change.version)
    rules.check_now(event, current.status)
    return current


def finish(meeting: Meeting, event: str, change: Change, **data: object) -> Meeting:
    """`data` holds codes alone."""
    meeting.save()
    spine.commit(meeting, event, by=change.by, data=data or None)
    return meeting


def check_able(person: User, unit: Unit, today: date) -> None:
    if not can(person, EDIT, unit, today=today):
        sentence = marked("Välj någon som kan hålla enhetens möten.")
        raise RuleBroken("meeting.responsible.role", sentence, field="responsible")
