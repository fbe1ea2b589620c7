"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.privacy_incidents.actions.advise import advise
from varvet.registers.privacy_incidents.actions.assess import PROTECTED, Assessment, assess
from varvet.registers.privacy_incidents.actions.case import EXCLUDED, PERMISSIONS
from varvet.registers.privacy_incidents.actions.close import Closing, close, dismiss, follow_up, reopen
from varvet.registers.privacy_incidents.actions.decide import decide
from varvet.registers.privacy_incidents.actions.files import add_files, remove_file
from varvet.registers.privacy_incidents.actions.import_history import History, import_history
from varvet.registers.privacy_incidents.actions.inform import Informed, inform
from varvet.registers.privacy_incidents.actions.notify import (
    Addition,
    Answered,
    Notice,
    notify,
    supplement,
    write_ruling,
)
from varvet.registers.privacy_incidents.actions.referral import accept_referral
from varvet.registers.privacy_incidents.actions.report import Report, report
from varvet.registers.privacy_incidents.actions.write import assign, reassign, write

__all__ = [
    "EXCLUDED",
    "PERMISSIONS",
    "PROTECTED",
    "Addition",
    "Answered",
    "Assessment",
    "Closing",
    "History",
    "Informed",
    "Notice",
    "Report",
    "accept_referral",
    "add_files",
    "advise",
    "assess",
    "assign",
    "close",
    "decide",
    "dismiss",
    "follow_up",
    "import_history",
    "inform",
    "notify",
    "reassign",
    "remove_file",
    "reopen",
    "report",
    "supplement",
    "write",
    "write_ruling",
]
