"""The only reader for the views, always within what the reader may see."""

from varvet.registers.deviations.queries.alike import Alike, find_case, find_original, list_alike
from varvet.registers.deviations.queries.answers import Answer, read_answers
from varvet.registers.deviations.queries.clocks import ASSESS_TERM, HELD, assess_by, clocks_of, list_clocks, running
from varvet.registers.deviations.queries.export import exported, exported_ids
from varvet.registers.deviations.queries.files import may_add, may_remove, page_with_files, reads_all_files
from varvet.registers.deviations.queries.handover import (
    Watched,
    code_of,
    find_handover,
    list_able,
    list_watched,
    read_handovers,
)
from varvet.registers.deviations.queries.investigation import CauseRead, read_causes
from varvet.registers.deviations.queries.lists import (
    HANDLERS,
    ME,
    NOBODY,
    Filters,
    chosen_records,
    due_days,
    list_counterparts,
    list_page,
    list_types,
)
from varvet.registers.deviations.queries.outside import care_of, collaboration_of
from varvet.registers.deviations.queries.owners import Holder, holders, list_readers, owners_of
from varvet.registers.deviations.queries.reporting import (
    ANSWER,
    find_by_code,
    find_by_hash,
    get_made,
    list_happened,
    list_mine,
    read_answer,
    read_by,
    read_own,
    reported_by,
    told_by,
    with_news,
)
from varvet.registers.deviations.queries.reporting_time import ReportingTime, reporting_time
from varvet.registers.deviations.queries.suspicions import list_signs, signs_of, taken_over, unweighed_of
from varvet.registers.deviations.queries.tasks import list_tasks, list_waiting
from varvet.registers.deviations.queries.texts import READABLE
from varvet.registers.deviations.queries.unit_links import find_link, get_link, list_colleagues, list_links
from varvet.registers.deviations.queries.visible import (
    FOLLOW,
    VIEW,
    category_list_on,
    list_referrals,
    read_narratives,
    reads,
    visible_to,
)

__all__ = [
    "ANSWER",
    "ASSESS_TERM",
    "FOLLOW",
    "HANDLERS",
    "HELD",
    "ME",
    "NOBODY",
    "READABLE",
    "VIEW",
    "Alike",
    "Answer",
    "CauseRead",
    "Filters",
    "Holder",
    "ReportingTime",
    "Watched",
    "assess_by",
    "care_of",
    "category_list_on",
    "chosen_records",
    "clocks_of",
    "code_of",
    "collaboration_of",
    "due_days",
    "exported",
    "exported_ids",
    "find_by_code",
    "find_by_hash",
    "find_case",
    "find_handover",
    "find_link",
    "find_original",
    "get_link",
    "get_made",
    "holders",
    "list_able",
    "list_alike",
    "list_clocks",
    "list_colleagues",
    "list_counterparts",
    "list_happened",
    "list_links",
    "list_mine",
    "list_page",
    "list_readers",
    "list_referrals",
    "list_signs",
    "list_tasks",
    "list_types",
    "list_waiting",
    "list_watched",
    "may_add",
    "may_remove",
    "owners_of",
    "page_with_files",
    "read_answer",
    "read_answers",
    "read_by",
    "read_causes",
    "read_handovers",
    "read_narratives",
    "read_own",
    "reads",
    "reads_all_files",
    "reported_by",
    "reporting_time",
    "running",
    "signs_of",
    "taken_over",
    "told_by",
    "unweighed_of",
    "visible_to",
    "with_news",
]
