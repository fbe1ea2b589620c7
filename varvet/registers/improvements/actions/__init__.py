"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.improvements.actions.carry_out import carry_out
from varvet.registers.improvements.actions.carry_over import carry_over, year_of
from varvet.registers.improvements.actions.decide import Decision, decide
from varvet.registers.improvements.actions.give_up import GivingUp, give_up
from varvet.registers.improvements.actions.import_history import History, import_history
from varvet.registers.improvements.actions.judge_effect import Judgement, judge_effect
from varvet.registers.improvements.actions.make_public import (
    PUBLISH,
    PublicWords,
    origins_of,
    publish,
    withdraw,
    write_public,
)
from varvet.registers.improvements.actions.reassign import reassign
from varvet.registers.improvements.actions.start import start

__all__ = [
    "PUBLISH",
    "Decision",
    "GivingUp",
    "History",
    "Judgement",
    "PublicWords",
    "carry_out",
    "carry_over",
    "decide",
    "give_up",
    "import_history",
    "judge_effect",
    "origins_of",
    "publish",
    "reassign",
    "start",
    "withdraw",
    "write_public",
    "year_of",
]
