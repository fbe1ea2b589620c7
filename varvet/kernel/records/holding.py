"""How records are with a person by name, and how they are given to another when that person leaves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit

# The record, who gets it, why, who gives it, and when. It asks what the one who gets it may do, not the one who gives:
# whoever moves a person's work has been asked for that. RuleBroken when the person cannot have it.
Reassign = Callable[[Any, User, str, User, datetime], None]


@dataclass(frozen=True)
class Held:
    """The field that says whom a record is with, what that person must be allowed to do, and a root's open records."""

    person: str
    permission: str
    rows: Callable[[Unit], QuerySet[Any]]
