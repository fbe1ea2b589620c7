"""Judging the effect: did it help, and what shows it. Too early to say is an answer that is asked again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.improvements import rules
from varvet.registers.improvements.models import Improvement


@dataclass(frozen=True)
class Judgement:
    """`words` are figures in a line, shown in the report: never a person."""

    effect: rules.Effect
    words: str = ""


@transaction.atomic
def judge_effect(
    *, improvement: Improvement, judgement: Judgement, version: int, by: User, now: datetime
) -> Improvement:
    """The record is closed when the effect is settled."""
    check(by, "improvements.edit", improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.JUDGE, current.status, current.effect)
    rules.check_effect(judgement.effect, judgement.words)
    current.effect, current.effect_words = judgement.effect, judgement.words.strip()
    current.effect_judged_on = day_of(now)
    current.closed_at = now if judgement.effect in rules.SETTLED else None
    current.save()
    spine.commit(current, "effect_judged", by=by, data={"effect": judgement.effect})
    return current
