"""A line of the sheet as it is called, and the form by which it is answered."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.sentences import said
from varvet.registers.meetings import forms, queries
from varvet.registers.meetings.actions import Answer
from varvet.registers.meetings.models import Line, Meeting
from varvet.registers.meetings.rules import Event, Outcome
from varvet.registers.meetings.views.shown_step import ready


@dataclass(frozen=True)
class Asked:
    """A line of a sheet, and what it is called."""

    meeting: Meeting
    line: Line
    called: str


def asked(request: PersonRequest, reference: str, line: int) -> Asked:
    """404 for a line that is not on the sheet, or that has come to be about what shuts somebody out."""
    meeting = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    ready(request, meeting, Event.ANSWER)
    found = next((one for one in queries.list_lines(meeting, request.reader.today) if one.line.pk == line), None)
    if found is None:
        raise Http404
    return Asked(meeting, found.line, called(found.line))


def answer_form(request: PersonRequest, asked: Asked) -> forms.AnswerForm:
    line = asked.line
    start = {"version": asked.meeting.version, "outcome": line.outcome or Outcome.RAISED, "reason": line.reason}
    return forms.AnswerForm(request.POST or None, initial=start)


def raised(line: int) -> Answer:
    return Answer(line, Outcome.RAISED)


def called(line: Line) -> str:
    """The words about the work, or the kind and the category, in the reader's language."""
    if line.name:
        return line.name
    if line.category is None:
        return said(line.title)
    if not line.title:
        return line.category.label
    return _("{what}: {kind}").format(what=said(line.title), kind=line.category.label)
