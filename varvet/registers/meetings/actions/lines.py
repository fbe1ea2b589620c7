"""The lines of a sheet: answered at the meeting, written by the manager, and the question to talk about."""

from dataclasses import dataclass

from django.db import transaction

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.meeting_lines import Section
from varvet.registers.meetings import rules
from varvet.registers.meetings.actions.running import tie
from varvet.registers.meetings.actions.steps import Change, begin, finish
from varvet.registers.meetings.models import Line, Meeting, Narrative, Part
from varvet.registers.meetings.rules import Event, Status

NO_LINE = marked("Punkten finns inte på bladet.")


@dataclass(frozen=True)
class Answer:
    """What became of a line, and why where it was left out. `note` is free text and kept as such."""

    line: int
    outcome: str
    reason: str = ""
    note: str = ""


@transaction.atomic
def answer(change: Change, given: Answer) -> Meeting:
    """At the meeting, or after it until the sheet is closed."""
    current = begin(change, Event.ANSWER)
    rules.check_outcome(given.outcome, given.reason)
    line = _line_of(current, given.line)
    line.outcome = given.outcome
    line.reason = given.reason if given.outcome != rules.Outcome.RAISED else ""
    line.save()
    if current.status == Status.HELD:
        tie(current)
    _note(current, line, given.note, change)
    return finish(current, "answered", change, line=line.pk, outcome=given.outcome)


def _line_of(meeting: Meeting, pk: int) -> Line:
    found = meeting.lines.filter(pk=pk).first()
    if found is None:
        raise RuleBroken("meeting.line.none", NO_LINE)
    return found


def _note(meeting: Meeting, line: Line, text: str, change: Change) -> None:
    if text.strip():
        Narrative.objects.create(
            meeting=meeting,
            line=line,
            part=Part.NOTE,
            text=text.strip(),
            written_at=change.now,
            written_by=change.by,
        )


@transaction.atomic
def add_line(change: Change, name: str, section: Section = Section.ROUTINES) -> Meeting:
    """A line of the manager's own. `name` is about the work, never a person: everybody in the unit reads it."""
    current = begin(change, Event.ADD)
    rules.check_words(name, "name")
    number = 0 if current.is_fresh else current.lines.count() + 1
    Line.objects.create(meeting=current, number=number, section=section, name=name.strip())
    return finish(current, "line_added", change)


@transaction.atomic
def ask(change: Change, question: str) -> Meeting:
    """What to talk about; empty for the one that the sheet asks by itself."""
    current = begin(change, Event.ASK)
    if question.strip():
        rules.check_words(question, "question")
    current.question = question.strip()
    return finish(current, "question_changed", change)
