"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.self_checks.actions.draw import Replaced, Wanted, draw, replace
from varvet.registers.self_checks.actions.follow_up import analyse, decide_no_action, followed_of, note_raised
from varvet.registers.self_checks.actions.frame import FrameContent, keep_frame
from varvet.registers.self_checks.actions.import_history import History, import_history
from varvet.registers.self_checks.actions.mark_not_done import mark_not_done
from varvet.registers.self_checks.actions.plan import Plan, plan
from varvet.registers.self_checks.actions.read_list import NAMES, Sent, find_own, read_list
from varvet.registers.self_checks.actions.record_result import Result, record_result
from varvet.registers.self_checks.actions.start import start

__all__ = [
    "NAMES",
    "FrameContent",
    "History",
    "Plan",
    "Replaced",
    "Result",
    "Sent",
    "Wanted",
    "analyse",
    "decide_no_action",
    "draw",
    "find_own",
    "followed_of",
    "import_history",
    "keep_frame",
    "mark_not_done",
    "note_raised",
    "plan",
    "read_list",
    "record_result",
    "replace",
    "start",
]
