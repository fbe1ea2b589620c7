"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.deviations.actions.add_more import add_more, add_more_by_code, is_reporter, mark_seen
from varvet.registers.deviations.actions.assess import Assessment, assess
from varvet.registers.deviations.actions.close import Closing, close
from varvet.registers.deviations.actions.files import add_files, remove_file
from varvet.registers.deviations.actions.import_history import History, import_history
from varvet.registers.deviations.actions.note_answer import note_answer
from varvet.registers.deviations.actions.reopen import reopen
from varvet.registers.deviations.actions.report import Origin, Report, report
from varvet.registers.deviations.actions.report_by_link import report_by_link
from varvet.registers.deviations.actions.tally import Tally, tally
from varvet.registers.deviations.actions.unit_links import NewLink, make_link, open_link, revoke_link

__all__ = [
    "Assessment",
    "Closing",
    "History",
    "NewLink",
    "Origin",
    "Report",
    "Tally",
    "add_files",
    "add_more",
    "add_more_by_code",
    "assess",
    "close",
    "import_history",
    "is_reporter",
    "make_link",
    "mark_seen",
    "note_answer",
    "open_link",
    "remove_file",
    "reopen",
    "report",
    "report_by_link",
    "revoke_link",
    "tally",
]
