"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.payment_errors.actions.assign import assign, note, reassign
from varvet.registers.payment_errors.actions.ending import close, dismiss, leave, reopen
from varvet.registers.payment_errors.actions.files import REMOVE_FILES, add_files, remove_file
from varvet.registers.payment_errors.actions.import_history import History, import_history
from varvet.registers.payment_errors.actions.investigate import (
    Decided,
    Finding,
    begin_investigation,
    complete,
    decide_police,
    decide_reclaim,
)
from varvet.registers.payment_errors.actions.report import Report, report
from varvet.registers.payment_errors.actions.steps import EXPORT, HANDLE, REPORT, SEE, check_may

__all__ = [
    "EXPORT",
    "HANDLE",
    "REMOVE_FILES",
    "REPORT",
    "SEE",
    "Decided",
    "Finding",
    "History",
    "Report",
    "add_files",
    "assign",
    "begin_investigation",
    "check_may",
    "close",
    "complete",
    "decide_police",
    "decide_reclaim",
    "dismiss",
    "import_history",
    "leave",
    "note",
    "reassign",
    "remove_file",
    "reopen",
    "report",
]
