"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.feedback.actions.answer import answer, register, register_answer
from varvet.registers.feedback.actions.capture import Capture, capture
from varvet.registers.feedback.actions.categorise import Sorting, categorise
from varvet.registers.feedback.actions.close import Closing, close, reopen
from varvet.registers.feedback.actions.import_history import History, import_history
from varvet.registers.feedback.actions.referral import accept_referral, note_answer

__all__ = [
    "Capture",
    "Closing",
    "History",
    "Sorting",
    "accept_referral",
    "answer",
    "capture",
    "categorise",
    "close",
    "import_history",
    "note_answer",
    "register",
    "register_answer",
    "reopen",
]
