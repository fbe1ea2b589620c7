"""The only reader for the views, always within what the reader may see."""

from varvet.registers.lex_sarah.queries.authority import read_authority, read_sent, standing_decision
from varvet.registers.lex_sarah.queries.clocks import investigated_by, list_clocks
from varvet.registers.lex_sarah.queries.ending import list_deciders, list_delegations, list_told, read_follow_ups
from varvet.registers.lex_sarah.queries.lessons import Spread, list_received, read_received, read_spread, similar_units
from varvet.registers.lex_sarah.queries.lists import READABLE, list_page
from varvet.registers.lex_sarah.queries.proposals import ProposalRead, list_addressed, read_proposals
from varvet.registers.lex_sarah.queries.tasks import list_tasks
from varvet.registers.lex_sarah.queries.types import category_list_on, list_types
from varvet.registers.lex_sarah.queries.visible import EXCLUDED, is_only_addressed, read_narratives, visible_to

__all__ = [
    "EXCLUDED",
    "READABLE",
    "ProposalRead",
    "Spread",
    "category_list_on",
    "investigated_by",
    "is_only_addressed",
    "list_addressed",
    "list_clocks",
    "list_deciders",
    "list_delegations",
    "list_page",
    "list_received",
    "list_tasks",
    "list_told",
    "list_types",
    "read_authority",
    "read_follow_ups",
    "read_narratives",
    "read_proposals",
    "read_received",
    "read_sent",
    "read_spread",
    "similar_units",
    "standing_decision",
    "visible_to",
]
