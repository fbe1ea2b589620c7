"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.feedback.actions.answer import answer, register, register_answer
from varvet.registers.feedback.actions.capture import Capture, capture
from varvet.registers.feedback.actions.categorise import Sorting, categorise
from varvet.registers.feedback.actions.close import Closing, close, reopen
from varvet.registers.feedback.actions.import_history import History, import_history

__all__ = [
    "Capture",
    "Closing",
    "History",
    "Sorting",
    "answer",
    "capture",
    "categorise",
    "close",
    "import_history",
    "register",
    "register_answer",
    "reopen",
]
