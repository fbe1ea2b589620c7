"""Telling how it went: the reporter, the unit, and the person affected, or why that person was not told."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event as News
from varvet.kernel.notifications.telling import tell, tell_nearest
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import RESPOND, begin, finish
from varvet.registers.lex_sarah.models import LexSarah, Part, Told

PARTS = {rules.Whom.REPORTER: Part.FEEDBACK, rules.Whom.UNIT: Part.TO_UNIT, rules.Whom.AFFECTED: Part.TO_AFFECTED}


@dataclass(frozen=True)
class Telling:
    """Who is told, in which words. `withheld`: the person affected is not told, and `text` says why."""

    whom: rules.Whom
    text: str
    withheld: bool = False


@transaction.atomic
def tell_outcome(*, case: LexSarah, telling: Telling, version: int, by: User, now: datetime) -> LexSarah:
    """The person affected is told outside the program: what was said, or why nothing was, is kept."""
    current = begin(case, rules.Event.TELL, version=version, by=by, now=now)
    rules.check_told(telling.whom, telling.text, withheld=telling.withheld)
    Told.objects.create(case=current, whom=telling.whom, withheld=telling.withheld, told_at=now, told_by=by)
    part = Part.UNTOLD if telling.withheld else PARTS[telling.whom]
    keep(current, {part: telling.text}, by=by, now=now)
    if telling.whom is rules.Whom.REPORTER:
        _tell_reporters(current, telling.text, by, now)
    if telling.whom is rules.Whom.UNIT:
        tell_nearest(current, News.ASSIGNED, RESPOND, by=by, now=now)
    return finish(current, f"told_{telling.whom}", by=by, data={"withheld": telling.withheld})


def _tell_reporters(case: LexSarah, text: str, by: User, now: datetime) -> None:
    """Also those whose reports are investigated in the case: each reads it in their own."""
    tell(case, News.ANSWERED, to=[case.opened_by], by=by, now=now)
    for report in case.joined.select_for_update().order_by("pk"):
        keep(report, {Part.FEEDBACK: text}, by=by, now=now)
        tell(report, News.ANSWERED, to=[report.opened_by], by=by, now=now)
        spine.commit(report, "told_reporter", by=by)
