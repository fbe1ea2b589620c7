"""Closing: when everything that was begun is finished, and everybody who is to be told has been."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as News
from varvet.kernel.notifications.telling import tell
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import begin, finish
from varvet.registers.lex_sarah.models import LexSarah, answers_of, closing_of


@transaction.atomic
def close(*, case: LexSarah, version: int, by: User, now: datetime) -> LexSarah:
    current = begin(case, rules.Event.CLOSE, version=version, by=by, now=now)
    rules.check_told_authority(current.outcome, current.reported_on)
    rules.check_closing(rules.before_closing(closing_of(current, answers_of(current))))
    current.closed_at, current.closed_on = now, day_of(now)
    for report in (current, *current.joined.all()):
        tell(report, News.CLOSED, to=[report.opened_by], by=by, now=now)
    return finish(current, "closed", by=by)
