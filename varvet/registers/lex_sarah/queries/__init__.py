"""The only reader for the views, always within what the reader may see."""

from varvet.kernel.records.narratives import (
    Words,
)
from varvet.registers.lex_sarah.queries.addressed import (
    list_addressed,
)
from varvet.registers.lex_sarah.queries.authority import (
    read_authority,
    read_document,
    read_sent,
    standing_decision,
)
from varvet.registers.lex_sarah.queries.clocks import (
    clocks_of_case,
    investigated_by,
    list_clocks,
)
from varvet.registers.lex_sarah.queries.ending import (
    list_deciders,
    list_delegations,
    read_follow_ups,
)
from varvet.registers.lex_sarah.queries.investigation import (
    CauseRead,
    EventRead,
    find_case,
    latest_sections,
    list_conflicts,
    list_impartiality,
    list_near,
    read_causes,
    read_events,
    read_section,
)
from varvet.registers.lex_sarah.queries.lessons import (
    Spread,
    list_received,
    read_received,
    read_spread,
    similar_units,
)
from varvet.registers.lex_sarah.queries.lists import (
    INVESTIGATORS,
    ME,
    NOBODY,
    READABLE,
    Filters,
    list_mine,
    list_page,
    list_types_used,
)
from varvet.registers.lex_sarah.queries.people import (
    Holder,
    list_investigators,
    list_readers,
)
from varvet.registers.lex_sarah.queries.proposals import (
    ProposalRead,
    read_proposals,
)
from varvet.registers.lex_sarah.queries.reporting import (
    find_by_code,
    find_by_hash,
    get_made,
    list_told,
    read_answer,
)
from varvet.registers.lex_sarah.queries.similar import (
    Returning,
    Similar,
    Theme,
    list_returning,
    list_similar,
)
from varvet.registers.lex_sarah.queries.tasks import (
    list_tasks,
)
from varvet.registers.lex_sarah.queries.tasks_after import (
    SELDOM,
)
from varvet.registers.lex_sarah.queries.types import (
    category_list_on,
    list_types,
)
from varvet.registers.lex_sarah.queries.visible import (
    CASE_REFERENCE,
    EXCLUDED,
    can,
    handles,
    has_case_reference,
    is_only_addressed,
    read_case_reference,
    read_narratives,
    read_report,
    reported_by,
    told_by,
    visible_to,
)

__all__ = [
    "CASE_REFERENCE",
    "EXCLUDED",
    "INVESTIGATORS",
    "ME",
    "NOBODY",
    "READABLE",
    "SELDOM",
    "CauseRead",
    "EventRead",
    "Filters",
    "Holder",
    "ProposalRead",
    "Returning",
    "Similar",
    "Spread",
    "Theme",
    "Words",
    "can",
    "category_list_on",
    "clocks_of_case",
    "find_by_code",
    "find_by_hash",
    "find_case",
    "get_made",
    "handles",
    "has_case_reference",
    "investigated_by",
    "is_only_addressed",
    "latest_sections",
    "list_addressed",
    "list_clocks",
    "list_conflicts",
    "list_deciders",
    "list_delegations",
    "list_impartiality",
    "list_investigators",
    "list_mine",
    "list_near",
    "list_page",
    "list_readers",
    "list_received",
    "list_returning",
    "list_similar",
    "list_tasks",
    "list_told",
    "list_types",
    "list_types_used",
    "read_answer",
    "read_authority",
    "read_case_reference",
    "read_causes",
    "read_document",
    "read_events",
    "read_follow_ups",
    "read_narratives",
    "read_proposals",
    "read_received",
    "read_report",
    "read_section",
    "read_sent",
    "read_spread",
    "reported_by",
    "similar_units",
    "standing_decision",
    "told_by",
    "visible_to",
]
