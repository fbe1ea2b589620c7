"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.meetings.actions.assign import assign, reassign
from varvet.registers.meetings.actions.lines import Answer, add_line, answer, ask
from varvet.registers.meetings.actions.make import make
from varvet.registers.meetings.actions.make_waiting_sheets import make_all
from varvet.registers.meetings.actions.running import Held, close, hold, mark_not_held, open_meeting
from varvet.registers.meetings.actions.steps import EDIT, VIEW, Change, check_able, check_may

__all__ = [
    "EDIT",
    "VIEW",
    "Answer",
    "Change",
    "Held",
    "add_line",
    "answer",
    "ask",
    "assign",
    "check_able",
    "check_may",
    "close",
    "hold",
    "make",
    "make_all",
    "mark_not_held",
    "open_meeting",
    "reassign",
]
