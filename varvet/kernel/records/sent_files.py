"""Files sent to a record, and one taken from it, as values: what the forms ask for and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from varvet.kernel.access.models import User
from varvet.kernel.files.refusals import Refused
from varvet.kernel.files.stored import Upload


@dataclass(frozen=True)
class Sending:
    """A form with files: its one-time key, who sent it and when."""

    uploads: Sequence[Upload]
    key: str
    by: User
    now: datetime


@dataclass(frozen=True)
class Turned:
    """A file that was not taken, by the name it was sent with, and why."""

    name: str
    refusal: Refused


@dataclass(frozen=True)
class Outcome:
    """How many files were kept, and those that were not taken."""

    kept: int
    turned: tuple[Turned, ...] = ()


@dataclass(frozen=True)
class Removal:
    """Which attachment goes and why; `version` is the record's, as known."""

    attachment_id: int
    reason: str
    version: int
    by: User
    now: datetime
