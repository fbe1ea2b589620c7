"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.lex_sarah.actions.add_more import (
    add_more,
    add_more_by_code,
)
from varvet.registers.lex_sarah.actions.assign import (
    assign,
)
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
from varvet.registers.lex_sarah.actions.causes import (
    CAUSES,
    NewCause,
    add_cause,
    excuse_cause,
    remove_cause,
)
from varvet.registers.lex_sarah.actions.close import (
    close,
)
from varvet.registers.lex_sarah.actions.decide import (
    Decision,
    decide,
    investigated,
    send_back,
)
from varvet.registers.lex_sarah.actions.delegations import (
    DELEGATE,
    Delegating,
    delegate,
    delegation_for,
    end_delegation,
)
from varvet.registers.lex_sarah.actions.events import (
    Happening,
    add_event,
    change_event,
    remove_event,
)
from varvet.registers.lex_sarah.actions.follow_up import (
    Judgement,
    Plan,
    follow_up,
    judge,
    reconsider,
    reopen,
)
from varvet.registers.lex_sarah.actions.freezing import (
    fingerprint,
)
from varvet.registers.lex_sarah.actions.impartiality import (
    MAY_DECLARE,
    Declaration,
    declare,
    vouch,
)
from varvet.registers.lex_sarah.actions.import_history import (
    History,
    import_history,
)
from varvet.registers.lex_sarah.actions.investigate import (
    Section,
    complete,
    draft_of,
    write_section,
)
from varvet.registers.lex_sarah.actions.join import (
    join,
    leave,
)
from varvet.registers.lex_sarah.actions.lessons import (
    Sharing,
    mark_lesson,
    may_be_sent,
    share,
)
from varvet.registers.lex_sarah.actions.note import (
    CASE_REFERENCE,
    Information,
    confirm,
    inform,
    make_safe,
    set_case_reference,
    set_secrecy,
)
from varvet.registers.lex_sarah.actions.opening import (
    Opening,
    Refusal,
    decline_investigation,
    open_investigation,
)
from varvet.registers.lex_sarah.actions.proposals import (
    NewProposal,
    Response,
    causes_of,
    is_decided_on,
    propose,
    remove_proposal,
    respond,
)
from varvet.registers.lex_sarah.actions.referral import (
    accept_referral,
)
from varvet.registers.lex_sarah.actions.report import (
    DRAFT,
    Report,
    report,
)
from varvet.registers.lex_sarah.actions.report_by_link import (
    report_by_link,
)
from varvet.registers.lex_sarah.actions.steps import (
    EXCLUDED,
    PERMISSIONS,
    check_may,
)
from varvet.registers.lex_sarah.actions.telling import (
    Telling,
    tell_outcome,
)

__all__ = [
    "CASE_REFERENCE",
    "CAUSES",
    "DELEGATE",
    "DRAFT",
    "EXCLUDED",
    "MAY_DECLARE",
    "PERMISSIONS",
    "Decision",
    "Declaration",
    "Delegating",
    "Happening",
    "History",
    "Information",
    "Judgement",
    "NewCause",
    "NewProposal",
    "Notification",
    "Opening",
    "Plan",
    "Question",
    "Refusal",
    "Report",
    "Response",
    "Ruled",
    "Section",
    "Sharing",
    "Telling",
    "accept_referral",
    "add_cause",
    "add_event",
    "add_more",
    "add_more_by_code",
    "answer_authority",
    "ask_from_authority",
    "assign",
    "authority_decides",
    "causes_of",
    "change_event",
    "check_may",
    "close",
    "complete",
    "confirm",
    "decide",
    "declare",
    "decline_investigation",
    "delegate",
    "delegation_for",
    "draft_of",
    "end_delegation",
    "excuse_cause",
    "fingerprint",
    "follow_up",
    "import_history",
    "inform",
    "investigated",
    "is_decided_on",
    "join",
    "judge",
    "leave",
    "make_safe",
    "mark_lesson",
    "may_be_sent",
    "number_authority",
    "open_investigation",
    "propose",
    "reconsider",
    "remove_cause",
    "remove_event",
    "remove_proposal",
    "reopen",
    "report",
    "report_by_link",
    "report_to_authority",
    "respond",
    "send_back",
    "set_case_reference",
    "set_secrecy",
    "share",
    "tell_outcome",
    "vouch",
    "write_section",
]
