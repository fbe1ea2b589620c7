"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.meetings.forms.lines import AddLineForm, AnswerForm, AskForm
from varvet.registers.meetings.forms.meeting import AssignForm, HoldForm, NotHeldForm, PlainForm

__all__ = ["AddLineForm", "AnswerForm", "AskForm", "AssignForm", "HoldForm", "NotHeldForm", "PlainForm"]
