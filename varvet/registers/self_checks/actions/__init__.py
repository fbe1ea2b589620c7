"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.self_checks.actions.conclude import Summary, add_lesson, conclude, pass_on
from varvet.registers.self_checks.actions.delegation import MAY_DELEGATE, take_in_delegation
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
from varvet.registers.self_checks.actions.review_log import (
    Conclusion,
    ask_person,
    close_log,
    conclude_finding,
    own_codes,
    say_own_code,
    say_whose_code,
    take_finding,
)
from varvet.registers.self_checks.actions.set_up import (
    NewCases,
    SetUp,
    add_cases,
    add_question,
    remove_own_question,
    set_up,
)
from varvet.registers.self_checks.actions.start import start
from varvet.registers.self_checks.actions.take_in_list import ListSent, take_in_list
from varvet.registers.self_checks.actions.take_in_log import MAY_REVIEW, LogSent, take_in_log
from varvet.registers.self_checks.actions.take_kept_list import KeptChosen, take_kept_list
from varvet.registers.self_checks.actions.use_list import ListResult, use_list

__all__ = [
    "EDIT_FORMS",
    "KIND_OF_FORM",
    "MAY_DELEGATE",
    "MAY_REVIEW",
    "NAMES",
    "Conclusion",
    "FrameContent",
    "History",
    "KeptChosen",
    "ListResult",
    "ListSent",
    "LogSent",
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
    "ask_person",
    "check_may_review",
    "close_log",
    "conclude",
    "conclude_finding",
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
    "own_codes",
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
    "say_own_code",
    "say_whose_code",
    "set_up",
    "start",
    "start_draft",
    "take_finding",
    "take_in_delegation",
    "take_in_list",
    "take_in_log",
    "take_kept_list",
    "use_list",
]
