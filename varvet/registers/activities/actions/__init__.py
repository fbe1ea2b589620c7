"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.activities.actions.activities import (
    SHIPPED,
    Content,
    add_activity,
    change_activity,
    take_shipped,
)
from varvet.registers.activities.actions.assign import assign, reassign
from varvet.registers.activities.actions.feeds import digest_of, make_feed, note_read, remove_feed
from varvet.registers.activities.actions.make_ahead import make_all
from varvet.registers.activities.actions.occasions import Moved, Outcome, cancel, mark_done, mark_not_done, move, reopen
from varvet.registers.activities.actions.steps import EDIT, VIEW, check_may

__all__ = [
    "EDIT",
    "SHIPPED",
    "VIEW",
    "Content",
    "Moved",
    "Outcome",
    "add_activity",
    "assign",
    "cancel",
    "change_activity",
    "check_may",
    "digest_of",
    "make_all",
    "make_feed",
    "mark_done",
    "mark_not_done",
    "move",
    "note_read",
    "reassign",
    "remove_feed",
    "reopen",
    "take_shipped",
]
