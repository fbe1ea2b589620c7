"""The states of an occasion, and what may happen in which."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.transitions import Moves, Transition


class Status(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    NOT_DONE = "not_done"
    CANCELLED = "cancelled"


STATUS_LABELS: dict[str, str] = {
    Status.PLANNED: marked("Planerad"),
    Status.DONE: marked("Gjord"),
    Status.NOT_DONE: marked("Blev inte av"),
    Status.CANCELLED: marked("Inställd"),
}
STEPS = (Status.PLANNED, Status.DONE)
OPEN = frozenset({Status.PLANNED})
ENDED = frozenset(set(Status) - OPEN)
STARTS = (Status.PLANNED,)


class Event(StrEnum):
    DONE = "mark_done"
    MOVE = "move"
    NOT_DONE = "mark_not_done"
    CANCEL = "cancel"
    ASSIGN = "assign"
    REOPEN = "reopen"


MOVES = Moves(
    code="activity",
    refusal=marked("Aktivitetens läge är: {now}. Därför går det inte att {act}."),
    labels=STATUS_LABELS,
    transitions=(
        Transition(Event.DONE, marked("markera den som gjord"), OPEN, (Status.DONE,)),
        Transition(Event.NOT_DONE, marked("skriva att den inte blev av"), OPEN, (Status.NOT_DONE,)),
        Transition(Event.CANCEL, marked("ställa in den"), OPEN, (Status.CANCELLED,)),
        Transition(Event.MOVE, marked("flytta den"), OPEN),
        Transition(Event.ASSIGN, marked("byta ansvarig"), OPEN),
        Transition(Event.REOPEN, marked("öppna den igen"), ENDED, (Status.PLANNED,)),
    ),
)


def check_reopened(*, withdrawn: bool) -> None:
    """What the activity no longer holds is no longer to be done."""
    if withdrawn:
        sentence = marked("Aktiviteten har ändrats. Därför går det inte att öppna den här gången igen.")
        raise RuleBroken("activity.reopen.withdrawn", sentence)


may, check_event, check_now = MOVES.may, MOVES.follow, MOVES.check
