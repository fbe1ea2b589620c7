"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.risks.actions.accept import accept
from varvet.registers.risks.actions.add import Content, New, add
from varvet.registers.risks.actions.assess import Assessment, assess, review, treat
from varvet.registers.risks.actions.assign import assign, reassign
from varvet.registers.risks.actions.describe import describe
from varvet.registers.risks.actions.ending import close, reopen
from varvet.registers.risks.actions.import_list import Imported, import_list, known_lines
from varvet.registers.risks.actions.occur import occur
from varvet.registers.risks.actions.steps import (
    ACCEPT,
    EDIT,
    SEE,
    Change,
    check_may,
    latest_acceptance,
    latest_review,
)

__all__ = [
    "ACCEPT",
    "EDIT",
    "SEE",
    "Assessment",
    "Change",
    "Content",
    "Imported",
    "New",
    "accept",
    "add",
    "assess",
    "assign",
    "check_may",
    "close",
    "describe",
    "import_list",
    "known_lines",
    "latest_acceptance",
    "latest_review",
    "occur",
    "reassign",
    "reopen",
    "review",
    "treat",
]
