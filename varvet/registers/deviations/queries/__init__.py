"""The only reader for the views, always within what the reader may see."""

from varvet.registers.deviations.queries.alike import Alike, find_case, find_original, list_alike
from varvet.registers.deviations.queries.investigation import CauseRead, read_causes
from varvet.registers.deviations.queries.lists import Filters, list_mine, list_page
from varvet.registers.deviations.queries.owners import Holder, holders, list_readers, owners_of
from varvet.registers.deviations.queries.tasks import ASSESS_TERM, assess_by, list_tasks, list_waiting
from varvet.registers.deviations.queries.texts import READABLE
from varvet.registers.deviations.queries.visible import (
    category_list_on,
    list_referrals,
    read_narratives,
    visible_to,
)

__all__ = [
    "ASSESS_TERM",
    "READABLE",
    "Alike",
    "CauseRead",
    "Filters",
    "Holder",
    "assess_by",
    "category_list_on",
    "find_case",
    "find_original",
    "holders",
    "list_alike",
    "list_mine",
    "list_page",
    "list_readers",
    "list_referrals",
    "list_tasks",
    "list_waiting",
    "owners_of",
    "read_causes",
    "read_narratives",
    "visible_to",
]
