"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.lex_sarah.actions.authority import (
    Notification,
    Question,
    Ruled,
    answer_authority,
    ask_from_authority,
    authority_decides,
    number_authority,
    report_to_authority,
)
from varvet.registers.lex_sarah.actions.close import close
from varvet.registers.lex_sarah.actions.decide import Decision, decide, investigated, send_back
from varvet.registers.lex_sarah.actions.delegations import (
    DELEGATE,
    Delegating,
    delegate,
    delegation_for,
    end_delegation,
)
from varvet.registers.lex_sarah.actions.follow_up import Judgement, Plan, follow_up, judge, reconsider, reopen
from varvet.registers.lex_sarah.actions.freezing import fingerprint
from varvet.registers.lex_sarah.actions.import_history import History, import_history
from varvet.registers.lex_sarah.actions.investigate import Investigation, complete
from varvet.registers.lex_sarah.actions.lessons import Sharing, mark_lesson, may_be_sent, share
from varvet.registers.lex_sarah.actions.opening import Opening, Refusal, decline_investigation, open_investigation
from varvet.registers.lex_sarah.actions.proposals import (
    NewProposal,
    Response,
    causes_of,
    propose,
    remove_proposal,
    respond,
)
from varvet.registers.lex_sarah.actions.referral import accept_referral
from varvet.registers.lex_sarah.actions.report import Report, report
from varvet.registers.lex_sarah.actions.steps import PERMISSIONS
from varvet.registers.lex_sarah.actions.telling import Telling, tell_outcome

__all__ = [
    "DELEGATE",
    "PERMISSIONS",
    "Decision",
    "Delegating",
    "History",
    "Investigation",
    "Judgement",
    "NewProposal",
    "Notification",
    "Opening",
    "Plan",
    "Question",
    "Refusal",
    "Report",
    "Response",
    "Ruled",
    "Sharing",
    "Telling",
    "accept_referral",
    "answer_authority",
    "ask_from_authority",
    "authority_decides",
    "causes_of",
    "close",
    "complete",
    "decide",
    "decline_investigation",
    "delegate",
    "delegation_for",
    "end_delegation",
    "fingerprint",
    "follow_up",
    "import_history",
    "investigated",
    "judge",
    "mark_lesson",
    "may_be_sent",
    "number_authority",
    "open_investigation",
    "propose",
    "reconsider",
    "remove_proposal",
    "reopen",
    "report",
    "report_to_authority",
    "respond",
    "send_back",
    "share",
    "tell_outcome",
]
