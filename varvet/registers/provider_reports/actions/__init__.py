"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.provider_reports.actions.assess import Assessment, assess
from varvet.registers.provider_reports.actions.describe import describe
from varvet.registers.provider_reports.actions.ending import Handover, close, disown, reopen, tell_provider
from varvet.registers.provider_reports.actions.follow_up import Came, Plan, finish_follow_up, note_answer, plan
from varvet.registers.provider_reports.actions.import_history import History, import_history
from varvet.registers.provider_reports.actions.investigation import (
    Investigation,
    Request,
    note_authority,
    request,
    take_in,
)
from varvet.registers.provider_reports.actions.providers import EDIT_PROVIDERS, Listed, save_provider
from varvet.registers.provider_reports.actions.referral import accept_referral
from varvet.registers.provider_reports.actions.register import About, Information, register
from varvet.registers.provider_reports.actions.steps import CASE_REFERENCE, EXCLUDED, HANDLE, REGISTER, REMOVE_FILES
from varvet.registers.provider_reports.actions.work import add_files, assign, note, reassign, remove_file

__all__ = [
    "CASE_REFERENCE",
    "EDIT_PROVIDERS",
    "EXCLUDED",
    "HANDLE",
    "REGISTER",
    "REMOVE_FILES",
    "About",
    "Assessment",
    "Came",
    "Handover",
    "History",
    "Information",
    "Investigation",
    "Listed",
    "Plan",
    "Request",
    "accept_referral",
    "add_files",
    "assess",
    "assign",
    "close",
    "describe",
    "disown",
    "finish_follow_up",
    "import_history",
    "note",
    "note_answer",
    "note_authority",
    "plan",
    "reassign",
    "register",
    "remove_file",
    "reopen",
    "request",
    "save_provider",
    "take_in",
    "tell_provider",
]
