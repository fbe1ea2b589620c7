"""Triage of many at once: each report is assessed by itself, and one that cannot be stops none of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.assess import Assessment, settle
from varvet.registers.deviations.actions.case import open_case
from varvet.registers.deviations.models import Deviation


@dataclass(frozen=True)
class Sorted:
    """One report, the version it was read in, and what was chosen for it. How serious it is, is weighed later."""

    deviation: Deviation
    version: int
    assessment: Assessment


@dataclass(frozen=True)
class Outcome:
    """How it went for one report: `wrong` is a sentence, empty when it is assessed."""

    reference: str
    wrong: str = ""


def triage(*, rows: Sequence[Sorted], by: User, now: datetime) -> list[Outcome]:
    """Each in a transaction of its own. NotAllowed stops all: who may not, has been shown what is not theirs."""
    return [_one(row, by, now) for row in rows]


def _one(row: Sorted, by: User, now: datetime) -> Outcome:
    try:
        with transaction.atomic():
            case = open_case(row.deviation, rules.Event.ASSESS, version=row.version, by=by, now=now)
            settle(case, row.assessment, by=by, now=now)
    except (RuleBroken, StaleVersion) as refused:
        return Outcome(row.deviation.reference, refused.sentence)
    return Outcome(row.deviation.reference)
