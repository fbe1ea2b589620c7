"""Completing an investigation: everything it must hold is written down."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import begin, finish
from varvet.registers.lex_sarah.models import LexSarah, Part


@dataclass(frozen=True)
class Investigation:
    """What an investigation must hold. `event` is what happened as established, beside what was reported."""

    event: str
    noticed: str
    consequences: str
    causes: str
    again: str
    measures: str
    view: str

    @property
    def parts(self) -> dict[Part, str]:
        return {
            Part.EVENT: self.event,
            Part.NOTICED: self.noticed,
            Part.CONSEQUENCES: self.consequences,
            Part.CAUSES: self.causes,
            Part.AGAIN: self.again,
            Part.MEASURES: self.measures,
            Part.VIEW: self.view,
        }


@transaction.atomic
def complete(*, case: LexSarah, investigation: Investigation, version: int, by: User, now: datetime) -> LexSarah:
    current = begin(case, rules.Event.COMPLETE, version=version, by=by, now=now)
    for part, text in investigation.parts.items():
        missing = _("Det här saknas i utredningen: {part}.").format(part=part.label.lower())
        rules.check_words(part.value, text, missing)
    current.completed_on = day_of(now)
    keep(current, investigation.parts, by=by, now=now)
    return finish(current, "completed", by=by)
