"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.deviations.actions.accept import accept_referral
from varvet.registers.deviations.actions.add_more import add_more, add_more_by_code, is_reporter, mark_seen
from varvet.registers.deviations.actions.assess import MUST_BE_ASSESSED, Assessment, assess
from varvet.registers.deviations.actions.assign import assign, reassign
from varvet.registers.deviations.actions.case import PERMISSIONS
from varvet.registers.deviations.actions.close import Closing, close
from varvet.registers.deviations.actions.describe import (
    Between,
    CareEvent,
    describe_collaboration,
    describe_health_care,
)
from varvet.registers.deviations.actions.edit_replies import EDIT_REPLIES, make_own, retire_reply, save_reply
from varvet.registers.deviations.actions.files import add_files, remove_file
from varvet.registers.deviations.actions.follow_up import Judgement, Plan, follow_up, judge
from varvet.registers.deviations.actions.hand_over import (
    BEGINS_IN,
    FOLLOW_HEALTH_CARE,
    Given,
    Returned,
    answer_due,
    await_no_answer,
    begin_hand_over,
    entrust,
    hand_over,
    may_hand_over,
    note_answer_from_outside,
    start_hand_over,
    withdraw,
)
from varvet.registers.deviations.actions.import_history import History, import_history
from varvet.registers.deviations.actions.investigate import (
    CAUSES,
    Analysis,
    NewCause,
    act,
    add_cause,
    excuse_cause,
    investigate,
    remove_cause,
    write_analysis,
)
from varvet.registers.deviations.actions.join import join, leave
from varvet.registers.deviations.actions.leave_out import dismiss, mark_duplicate
from varvet.registers.deviations.actions.note_answer import note_answer
from varvet.registers.deviations.actions.reopen import reopen
from varvet.registers.deviations.actions.report import Origin, Report, report
from varvet.registers.deviations.actions.report_between import report_between
from varvet.registers.deviations.actions.report_by_link import report_by_link
from varvet.registers.deviations.actions.reroute import reroute
from varvet.registers.deviations.actions.tally import Tally, tally
from varvet.registers.deviations.actions.telling import MAY_HANDLE
from varvet.registers.deviations.actions.triage import Outcome, Sorted, triage
from varvet.registers.deviations.actions.unit_links import NewLink, make_link, open_link, revoke_link
from varvet.registers.deviations.actions.write import write

__all__ = [
    "BEGINS_IN",
    "CAUSES",
    "EDIT_REPLIES",
    "FOLLOW_HEALTH_CARE",
    "MAY_HANDLE",
    "MUST_BE_ASSESSED",
    "PERMISSIONS",
    "Analysis",
    "Assessment",
    "Between",
    "CareEvent",
    "Closing",
    "Given",
    "History",
    "Judgement",
    "NewCause",
    "NewLink",
    "Origin",
    "Outcome",
    "Plan",
    "Report",
    "Returned",
    "Sorted",
    "Tally",
    "accept_referral",
    "act",
    "add_cause",
    "add_files",
    "add_more",
    "add_more_by_code",
    "answer_due",
    "assess",
    "assign",
    "await_no_answer",
    "begin_hand_over",
    "close",
    "describe_collaboration",
    "describe_health_care",
    "dismiss",
    "entrust",
    "excuse_cause",
    "follow_up",
    "hand_over",
    "import_history",
    "investigate",
    "is_reporter",
    "join",
    "judge",
    "leave",
    "make_link",
    "make_own",
    "mark_duplicate",
    "mark_seen",
    "may_hand_over",
    "note_answer",
    "note_answer_from_outside",
    "open_link",
    "reassign",
    "remove_cause",
    "remove_file",
    "reopen",
    "report",
    "report_between",
    "report_by_link",
    "reroute",
    "retire_reply",
    "revoke_link",
    "save_reply",
    "start_hand_over",
    "tally",
    "triage",
    "withdraw",
    "write",
    "write_analysis",
]
