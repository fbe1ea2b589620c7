"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.self_checks.actions.conclude import Summary, add_lesson, conclude, pass_on
from varvet.registers.self_checks.actions.draw import Replaced, Wanted, draw, replace
from varvet.registers.self_checks.actions.follow_up import analyse, decide_no_action, followed_of, note_raised
from varvet.registers.self_checks.actions.forms import (
    EDIT_FORMS,
    KIND_OF_FORM,
    create_form,
    move_question,
    publish_form,
    remove_question,
    retire_form,
    save_question,
    start_draft,
)
from varvet.registers.self_checks.actions.frame import FrameContent, keep_frame
from varvet.registers.self_checks.actions.import_history import History, import_history
from varvet.registers.self_checks.actions.mark_not_done import mark_not_done
from varvet.registers.self_checks.actions.plan import Plan, plan
from varvet.registers.self_checks.actions.read_list import NAMES, Sent, find_own, read_list
from varvet.registers.self_checks.actions.record_result import Result, record_result
from varvet.registers.self_checks.actions.review import Reviewed, check_may_review, draft_of, save_review
from varvet.registers.self_checks.actions.set_up import (
    NewCases,
    SetUp,
    add_cases,
    add_question,
    remove_own_question,
    set_up,
)
from varvet.registers.self_checks.actions.start import start

__all__ = [
    "EDIT_FORMS",
    "KIND_OF_FORM",
    "NAMES",
    "FrameContent",
    "History",
    "NewCases",
    "Plan",
    "Replaced",
    "Result",
    "Reviewed",
    "Sent",
    "SetUp",
    "Summary",
    "Wanted",
    "add_cases",
    "add_lesson",
    "add_question",
    "analyse",
    "check_may_review",
    "conclude",
    "create_form",
    "decide_no_action",
    "draft_of",
    "draw",
    "find_own",
    "followed_of",
    "import_history",
    "keep_frame",
    "mark_not_done",
    "move_question",
    "note_raised",
    "pass_on",
    "plan",
    "publish_form",
    "read_list",
    "record_result",
    "remove_own_question",
    "remove_question",
    "replace",
    "retire_form",
    "save_question",
    "save_review",
    "set_up",
    "start",
    "start_draft",
]
