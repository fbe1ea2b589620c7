"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.risks.actions.accept import accept
from varvet.registers.risks.actions.add import Content, New, add
from varvet.registers.risks.actions.assess import Assessment, assess, review, treat
from varvet.registers.risks.actions.assign import assign, reassign
from varvet.registers.risks.actions.describe import describe
from varvet.registers.risks.actions.ending import close, reopen
from varvet.registers.risks.actions.import_list import Imported, import_list, known_lines
from varvet.registers.risks.actions.occur import occur, untie
from varvet.registers.risks.actions.overview import (
    Decision,
    Outcome,
    Point,
    Year,
    choose,
    decide,
    follow_up,
    remove_point,
    write_point,
)
from varvet.registers.risks.actions.steps import (
    ACCEPT,
    EDIT,
    SEE,
    Change,
    check_may,
    latest_acceptance,
    latest_review,
)
from varvet.registers.risks.actions.workshop import (
    TAKE_PART,
    Plan,
    agree,
    begin_workshop,
    go_on,
    group,
    remove_suggestion,
    suggest,
    vote,
    voter_of,
)

__all__ = [
    "ACCEPT",
    "EDIT",
    "SEE",
    "TAKE_PART",
    "Assessment",
    "Change",
    "Content",
    "Decision",
    "Imported",
    "New",
    "Outcome",
    "Plan",
    "Point",
    "Year",
    "accept",
    "add",
    "agree",
    "assess",
    "assign",
    "begin_workshop",
    "check_may",
    "choose",
    "close",
    "decide",
    "describe",
    "follow_up",
    "go_on",
    "group",
    "import_list",
    "known_lines",
    "latest_acceptance",
    "latest_review",
    "occur",
    "reassign",
    "remove_point",
    "remove_suggestion",
    "reopen",
    "review",
    "suggest",
    "treat",
    "untie",
    "vote",
    "voter_of",
    "write_point",
]
