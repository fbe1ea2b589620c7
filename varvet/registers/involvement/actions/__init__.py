"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.involvement.actions.heard import Heard, hold, write
from varvet.registers.involvement.actions.outcome import Outcome, ToldBack, cancel, conclude, decide, reopen, tell
from varvet.registers.involvement.actions.register import DRAFT, About, Held, Plan, describe, plan, record
from varvet.registers.involvement.actions.steps import EDIT, REMOVE_FILES, REPORT, VIEW, check_may
from varvet.registers.involvement.actions.work import add_files, assign, note, reassign, remove_file

__all__ = [
    "DRAFT",
    "EDIT",
    "REMOVE_FILES",
    "REPORT",
    "VIEW",
    "About",
    "Heard",
    "Held",
    "Outcome",
    "Plan",
    "ToldBack",
    "add_files",
    "assign",
    "cancel",
    "check_may",
    "conclude",
    "decide",
    "describe",
    "hold",
    "note",
    "plan",
    "reassign",
    "record",
    "remove_file",
    "reopen",
    "tell",
    "write",
]
