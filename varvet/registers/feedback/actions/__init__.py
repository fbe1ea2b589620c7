"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.feedback.actions.answer import answer, register, register_answer
from varvet.registers.feedback.actions.capture import Capture, capture
from varvet.registers.feedback.actions.categorise import Sorting, categorise
from varvet.registers.feedback.actions.close import Closing, close, reopen
from varvet.registers.feedback.actions.follow import add_by_code, judge_by_code, reopen_by_code
from varvet.registers.feedback.actions.import_history import History, import_history
from varvet.registers.feedback.actions.referral import accept_referral, note_answer
from varvet.registers.feedback.actions.send_in import SentIn, note_attempt, send_in

__all__ = [
    "Capture",
    "Closing",
    "History",
    "SentIn",
    "Sorting",
    "accept_referral",
    "add_by_code",
    "answer",
    "capture",
    "categorise",
    "close",
    "import_history",
    "judge_by_code",
    "note_answer",
    "note_attempt",
    "register",
    "register_answer",
    "reopen",
    "reopen_by_code",
    "send_in",
]
