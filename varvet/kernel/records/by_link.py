"""Reporting by a unit's link, without an account: one register makes the links, others take reports by them too."""

from collections.abc import Callable
from dataclasses import dataclass

from varvet.kernel.organisation.models import Unit


@dataclass(frozen=True)
class OpenLink:
    """A unit's link that holds, as other registers know it: its number for the trail, and the unit."""

    number: int
    unit: Unit


@dataclass(frozen=True)
class Doors:
    """Of the register whose links they are. `page` names the address where the code word is asked for; it takes the
    token, as `find` does: None for a token that is none, RuleBroken for a link that no longer holds."""

    page: str
    find: Callable[[str], OpenLink | None]


@dataclass(frozen=True)
class ByLink:
    """What a register takes by another's links. The texts are marked.

    `page` names the address of its form, taking the token; `follow_page` the one where a code is given.
    """

    question: str
    label: str
    page: str
    follow_label: str
    follow_page: str
