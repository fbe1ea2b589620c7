"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.self_checks.actions.delegation import MAY_DELEGATE, take_in_delegation
from varvet.registers.self_checks.actions.draw import Replaced, Wanted, draw, replace
from varvet.registers.self_checks.actions.follow_up import analyse, decide_no_action, followed_of, note_raised
from varvet.registers.self_checks.actions.frame import FrameContent, keep_frame
from varvet.registers.self_checks.actions.import_history import History, import_history
from varvet.registers.self_checks.actions.mark_not_done import mark_not_done
from varvet.registers.self_checks.actions.plan import Plan, plan
from varvet.registers.self_checks.actions.read_list import NAMES, Sent, find_own, read_list
from varvet.registers.self_checks.actions.record_result import Result, record_result
from varvet.registers.self_checks.actions.review_log import (
    Conclusion,
    ask_person,
    close_log,
    conclude,
    own_codes,
    say_own_code,
    say_whose_code,
    take_finding,
)
from varvet.registers.self_checks.actions.start import start
from varvet.registers.self_checks.actions.take_in_list import ListSent, take_in_list
from varvet.registers.self_checks.actions.take_in_log import MAY_REVIEW, LogSent, take_in_log
from varvet.registers.self_checks.actions.use_list import ListResult, use_list

__all__ = [
    "MAY_DELEGATE",
    "MAY_REVIEW",
    "NAMES",
    "Conclusion",
    "FrameContent",
    "History",
    "ListResult",
    "ListSent",
    "LogSent",
    "Plan",
    "Replaced",
    "Result",
    "Sent",
    "Wanted",
    "analyse",
    "ask_person",
    "close_log",
    "conclude",
    "decide_no_action",
    "draw",
    "find_own",
    "followed_of",
    "import_history",
    "keep_frame",
    "mark_not_done",
    "note_raised",
    "own_codes",
    "plan",
    "read_list",
    "record_result",
    "replace",
    "say_own_code",
    "say_whose_code",
    "start",
    "take_finding",
    "take_in_delegation",
    "take_in_list",
    "take_in_log",
    "use_list",
]
