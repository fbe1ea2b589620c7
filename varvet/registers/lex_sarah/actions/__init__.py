"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.lex_sarah.actions.assign import assign
from varvet.registers.lex_sarah.actions.causes import CAUSES, NewCause, add_cause, excuse_cause, remove_cause
from varvet.registers.lex_sarah.actions.close import close, follow_up
from varvet.registers.lex_sarah.actions.decide import Decision, decide, report_to_authority
from varvet.registers.lex_sarah.actions.events import Happening, add_event, change_event, remove_event
from varvet.registers.lex_sarah.actions.impartiality import MAY_DECLARE, Declaration, declare, vouch
from varvet.registers.lex_sarah.actions.import_history import History, import_history
from varvet.registers.lex_sarah.actions.investigate import Section, complete, draft_of, write_section
from varvet.registers.lex_sarah.actions.join import join, leave
from varvet.registers.lex_sarah.actions.note import (
    CASE_REFERENCE,
    Information,
    confirm,
    inform,
    make_safe,
    set_case_reference,
    set_secrecy,
)
from varvet.registers.lex_sarah.actions.opening import Opening, Refusal, decline_investigation, open_investigation
from varvet.registers.lex_sarah.actions.referral import accept_referral, refuse_referral
from varvet.registers.lex_sarah.actions.report import DRAFT, Report, report
from varvet.registers.lex_sarah.actions.steps import EXCLUDED, PERMISSIONS, check_may

__all__ = [
    "CASE_REFERENCE",
    "CAUSES",
    "DRAFT",
    "EXCLUDED",
    "MAY_DECLARE",
    "PERMISSIONS",
    "Decision",
    "Declaration",
    "Happening",
    "History",
    "Information",
    "NewCause",
    "Opening",
    "Refusal",
    "Report",
    "Section",
    "accept_referral",
    "add_cause",
    "add_event",
    "assign",
    "change_event",
    "check_may",
    "close",
    "complete",
    "confirm",
    "decide",
    "declare",
    "decline_investigation",
    "draft_of",
    "excuse_cause",
    "follow_up",
    "import_history",
    "inform",
    "join",
    "leave",
    "make_safe",
    "open_investigation",
    "refuse_referral",
    "remove_cause",
    "remove_event",
    "report",
    "report_to_authority",
    "set_case_reference",
    "set_secrecy",
    "vouch",
    "write_section",
]
