"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.lex_sarah.actions.close import close, follow_up
from varvet.registers.lex_sarah.actions.decide import Decision, decide, report_to_authority
from varvet.registers.lex_sarah.actions.import_history import History, import_history
from varvet.registers.lex_sarah.actions.investigate import Investigation, complete
from varvet.registers.lex_sarah.actions.opening import Opening, Refusal, decline_investigation, open_investigation
from varvet.registers.lex_sarah.actions.referral import accept_referral
from varvet.registers.lex_sarah.actions.report import Report, report

__all__ = [
    "Decision",
    "History",
    "Investigation",
    "Opening",
    "Refusal",
    "Report",
    "accept_referral",
    "close",
    "complete",
    "decide",
    "decline_investigation",
    "follow_up",
    "import_history",
    "open_investigation",
    "report",
    "report_to_authority",
]
