"""What leads a record from one state to another: pure values, asked by the rules and drawn by the documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from varvet.kernel.records.errors import RuleBroken, Word

S = TypeVar("S", bound=str)
Status = TypeVar("Status", bound=StrEnum)


@dataclass(frozen=True)
class Transition(Generic[S]):
    """An event may happen in these states and leads to one of those; to none where the state stays.

    `label` is Swedish, what one does.
    """

    event: str
    label: str
    sources: frozenset[S]
    targets: tuple[S, ...] = ()


@dataclass(frozen=True)
class Moves(Generic[Status]):
    """All that can happen to a register's records.

    `refusal` is the sentence when it cannot: {now} stands for the state, {act} for what one wanted to do. `code` is
    the first part of the broken rule's code.
    """

    code: str
    refusal: str
    labels: Mapping[str, str]  # of the states
    transitions: tuple[Transition[Status], ...]

    def of(self, event: str) -> Transition[Status]:
        [found] = [transition for transition in self.transitions if transition.event == event]
        return found

    def may(self, event: str, status: str) -> bool:
        return status in self.of(event).sources

    def check(self, event: str, status: str) -> None:
        """RuleBroken when the event may not happen now."""
        if self.may(event, status):
            return
        values = {"now": Word(self.labels[status]), "act": Word(self.of(event).label)}
        raise RuleBroken(f"{self.code}.{event}.state", self.refusal, values=values)

    def follow(self, event: str, status: str) -> Status:
        """The one state the event leads to; RuleBroken when it may not happen now."""
        self.check(event, status)
        [target] = self.of(event).targets
        return target
