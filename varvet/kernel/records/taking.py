"""What a register's card says of questions: how it takes one on, and how its own records are weighed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from varvet.kernel.access.models import User
from varvet.kernel.records.models import Confidentiality, Record, Referral


def asked_of(confidentiality: str, permission: str, excluded: str) -> tuple[str, ...]:
    """The permissions that are needed: one more for what shuts the unit's manager out."""
    return (permission, excluded) if confidentiality == Confidentiality.MANAGER_EXCLUDED else (permission,)


@dataclass(frozen=True)
class Taking:
    """How a register answers what another asks it to take on. Texts are marked.

    `accept` is its own action: it makes a record of the origin, accepts the referral with it, and commits, inside the
    answer's transaction. `excluded` is asked for as well where the origin shuts the unit's manager out: without one,
    nobody may answer such a question. `term` is the key of the time there is; without one, the question is due the
    day it is asked. `labels` are what is asked, by topic.
    """

    permission: str
    accept: Callable[[Referral, User, datetime], Record]
    labels: Mapping[str, str]
    excluded: str = "nobody"
    term: str = ""


@dataclass(frozen=True)
class Weighing:
    """How a register's records are weighed as possible lex Sarah.

    `asked_in` are the states in which its own handling asks anyway, so that no task of its own is needed. `taken_over`
    are those of the records that came from before and that nobody here has weighed, by their ids. `told` are the
    parts in which something was told of, and where words are looked for.
    """

    permission: str
    excluded: str = "nobody"
    term: str = ""
    asked_in: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    taken_over: Callable[[QuerySet[Record]], set[int]] = field(default=lambda _records: set())
