"""Sheets in every state, made by the actions themselves, with lines of a register that is made up here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.models import Fact, Record
from varvet.kernel.records.registry import get_register
from varvet.registers.meetings import actions
from varvet.registers.meetings.actions import Answer, Change, Held
from varvet.registers.meetings.models import Line, Meeting, fresh
from varvet.registers.meetings.rules import Outcome, month_of

MARCH = month_of(TODAY)
APRIL = date(2026, 4, 1)
LATER = NOW + timedelta(hours=2)
IN_APRIL = NOW + timedelta(days=30)
SECRET = "Hemligt om någon"


def record(cast: Cast, number: int, unit: Unit | None = None) -> Record:
    """The common row alone, of a register whose own row no test here asks for."""
    return Record.objects.create(
        kind="deviations",
        reference=f"AVV-2026-9{number:03}",
        root=cast.root,
        unit=unit or cast.a,
        status="received",
        received_at=NOW,
    )


def came_in(found: Record, **more: object) -> MeetingLine:
    line = MeetingLine(Section.HAPPENED, found.pk, title="Avvikelse", sentence="Mottagen", came_in=True)
    return replace(line, **more)  # type: ignore[arg-type]  # each test names the fields it changes


def bring(
    monkeypatch: pytest.MonkeyPatch, *lines: MeetingLine, asked: Callable[[MeetingAsked], None] | None = None
) -> None:
    """From now on these are what registers bring, whatever is asked for."""

    def brought(question: MeetingAsked) -> list[MeetingLine]:
        if asked:
            asked(question)
        return list(lines)

    card = replace(get_register("deviations"), meeting_lines=brought)
    monkeypatch.setattr(fresh, "list_registers", lambda: [card])


def planned(cast: Cast, month: date = MARCH, unit: Unit | None = None, by: User | None = None) -> Meeting:
    now = NOW if month == MARCH else IN_APRIL
    return actions.make(unit=unit or cast.a, month=month, by=by or cast.alice, now=now)


def change(meeting: Meeting, by: User, now: datetime = LATER) -> Change:
    current = Meeting.objects.select_related("unit", "root").get(pk=meeting.pk)
    return Change(current, current.version, by, now)


def opened(cast: Cast, month: date = MARCH) -> Meeting:
    now = LATER if month == MARCH else IN_APRIL
    return actions.open_meeting(change(planned(cast, month), cast.alice, now))


def answered(meeting: Meeting, line: Line, cast: Cast, outcome: str = Outcome.RAISED, **more: str) -> Meeting:
    return actions.answer(change(meeting, cast.alice), Answer(line.pk, outcome, **more))


def held(cast: Cast, *outcomes: str) -> Meeting:
    """The first lines answered so, and the others not."""
    meeting = opened(cast)
    for line, outcome in zip(meeting.lines.all(), outcomes, strict=False):
        answered(meeting, line, cast, outcome, reason="time" if outcome == Outcome.LEFT else "")
    return actions.hold(change(meeting, cast.alice), Held(TODAY, 7, ""))


def events(meeting: Meeting) -> list[str]:
    return list(AuditEvent.objects.filter(record_id=meeting.pk).order_by("pk").values_list("event", flat=True))


def facts_of(meeting: Meeting) -> list[tuple[str, int, int | None, int | None]]:
    rows = Fact.objects.filter(record_id=meeting.pk).order_by("pk")
    return list(rows.values_list("happening", "count", "numerator", "denominator"))
