"""The only reader for the views, always within what the reader may see."""

from varvet.registers.deviations.queries.lists import Filters, list_page
from varvet.registers.deviations.queries.reporting import (
    find_by_code,
    find_by_hash,
    get_made,
    list_happened,
    list_mine,
    read_answer,
    read_by,
    read_own,
    reported_by,
    reporters_of,
    told_by,
    with_news,
)
from varvet.registers.deviations.queries.reporting_time import ReportingTime, reporting_time
from varvet.registers.deviations.queries.tasks import ASSESS_TERM, assess_by, list_tasks
from varvet.registers.deviations.queries.unit_links import find_link, get_link, list_colleagues, list_links
from varvet.registers.deviations.queries.visible import (
    category_list_on,
    list_referrals,
    read_narratives,
    visible_to,
)

__all__ = [
    "ASSESS_TERM",
    "Filters",
    "ReportingTime",
    "assess_by",
    "category_list_on",
    "find_by_code",
    "find_by_hash",
    "find_link",
    "get_link",
    "get_made",
    "list_colleagues",
    "list_happened",
    "list_links",
    "list_mine",
    "list_page",
    "list_referrals",
    "list_tasks",
    "read_answer",
    "read_by",
    "read_narratives",
    "read_own",
    "reported_by",
    "reporters_of",
    "reporting_time",
    "told_by",
    "visible_to",
    "with_news",
]
