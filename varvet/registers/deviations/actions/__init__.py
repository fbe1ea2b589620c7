"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.deviations.actions.assess import Assessment, assess
from varvet.registers.deviations.actions.close import Closing, close
from varvet.registers.deviations.actions.import_history import History, import_history
from varvet.registers.deviations.actions.note_answer import note_answer
from varvet.registers.deviations.actions.reopen import reopen
from varvet.registers.deviations.actions.report import Report, report
from varvet.registers.deviations.actions.tally import Tally, tally

__all__ = [
    "Assessment",
    "Closing",
    "History",
    "Report",
    "Tally",
    "assess",
    "close",
    "import_history",
    "note_answer",
    "reopen",
    "report",
    "tally",
]
