"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.improvements.actions.carry_out import carry_out
from varvet.registers.improvements.actions.carry_over import carry_over, year_of
from varvet.registers.improvements.actions.change_many import Chosen, Outcome, change_many
from varvet.registers.improvements.actions.decide import Decision, OriginPage, decide
from varvet.registers.improvements.actions.edit import Content, edit
from varvet.registers.improvements.actions.give_up import GivingUp, give_up
from varvet.registers.improvements.actions.import_history import History, import_history
from varvet.registers.improvements.actions.judge_effect import Judgement, Next, judge_effect
from varvet.registers.improvements.actions.make_public import (
    PUBLISH,
    PublicWords,
    origins_of,
    publish,
    withdraw,
    write_public,
)
from varvet.registers.improvements.actions.plan_effect import EDIT, plan_effect
from varvet.registers.improvements.actions.reassign import reassign
from varvet.registers.improvements.actions.spread import spread
from varvet.registers.improvements.actions.start import start
from varvet.registers.improvements.actions.write_steps import write_steps

__all__ = [
    "EDIT",
    "PUBLISH",
    "Chosen",
    "Content",
    "Decision",
    "GivingUp",
    "History",
    "Judgement",
    "Next",
    "OriginPage",
    "Outcome",
    "PublicWords",
    "carry_out",
    "carry_over",
    "change_many",
    "decide",
    "edit",
    "give_up",
    "import_history",
    "judge_effect",
    "origins_of",
    "plan_effect",
    "publish",
    "reassign",
    "spread",
    "start",
    "withdraw",
    "write_public",
    "write_steps",
    "year_of",
]
