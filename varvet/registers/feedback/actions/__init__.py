"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.feedback.actions.answer import Answer, answer, ask, judge, note_read
from varvet.registers.feedback.actions.assign import assign, note, reassign
from varvet.registers.feedback.actions.capture import RECEIVE, Capture, capture
from varvet.registers.feedback.actions.categorise import Sorting, categorise
from varvet.registers.feedback.actions.close import close, reopen, settle_in_case
from varvet.registers.feedback.actions.codes import give_code
from varvet.registers.feedback.actions.diary import KEEP_DIARY, register, register_answer
from varvet.registers.feedback.actions.edit_replies import EDIT_REPLIES, Edited, make_own, retire_reply, save_reply
from varvet.registers.feedback.actions.follow import add_by_code, judge_by_code, reopen_by_code
from varvet.registers.feedback.actions.import_history import History, import_history
from varvet.registers.feedback.actions.join import join, leave
from varvet.registers.feedback.actions.move import move
from varvet.registers.feedback.actions.referral import Asked, accept_referral, ask_other, note_answer
from varvet.registers.feedback.actions.send_in import SentIn, note_attempt, send_in
from varvet.registers.feedback.actions.steps import EXCLUDED, HANDLE

__all__ = [
    "EDIT_REPLIES",
    "EXCLUDED",
    "HANDLE",
    "KEEP_DIARY",
    "RECEIVE",
    "Answer",
    "Asked",
    "Capture",
    "Edited",
    "History",
    "SentIn",
    "Sorting",
    "accept_referral",
    "add_by_code",
    "answer",
    "ask",
    "ask_other",
    "assign",
    "capture",
    "categorise",
    "close",
    "give_code",
    "import_history",
    "join",
    "judge",
    "judge_by_code",
    "leave",
    "make_own",
    "move",
    "note",
    "note_answer",
    "note_attempt",
    "note_read",
    "reassign",
    "register",
    "register_answer",
    "reopen",
    "reopen_by_code",
    "retire_reply",
    "save_reply",
    "send_in",
    "settle_in_case",
]
