"""Following up what was decided, and closing."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import begin, finish
from varvet.registers.lex_sarah.models import LexSarah


@transaction.atomic
def follow_up(*, case: LexSarah, version: int, by: User, now: datetime) -> LexSarah:
    current = begin(case, rules.Event.FOLLOW_UP, version=version, by=by, now=now)
    rules.check_told_authority(current.outcome, current.reported_on)
    return finish(current, "following_up", by=by)


@transaction.atomic
def close(*, case: LexSarah, version: int, by: User, now: datetime) -> LexSarah:
    current = begin(case, rules.Event.CLOSE, version=version, by=by, now=now)
    rules.check_told_authority(current.outcome, current.reported_on)
    current.closed_at, current.closed_on = now, day_of(now)
    return finish(current, "closed", by=by)
