"""Deciding what it was, and telling the inspectorate of what is serious."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import begin, finish
from varvet.registers.lex_sarah.models import LexSarah, Part


@dataclass(frozen=True)
class Decision:
    """What it was, and why; `impartial` is the decision maker's own word that they are not biased."""

    outcome: rules.Outcome
    grounds: str
    impartial: bool


@transaction.atomic
def decide(*, case: LexSarah, decision: Decision, version: int, by: User, now: datetime) -> LexSarah:
    current = begin(case, rules.Event.DECIDE, version=version, by=by, now=now)
    rules.check_impartial(impartial=decision.impartial)
    rules.check_words("grounds", decision.grounds, "Skriv skälen för beslutet.")
    current.outcome, current.decided_on = decision.outcome, day_of(now)
    keep(current, {Part.DECISION: decision.grounds}, by=by, now=now)
    return finish(current, "decided", by=by, data={"outcome": decision.outcome})


@transaction.atomic
def report_to_authority(*, case: LexSarah, ivo_number: str = "", version: int, by: User, now: datetime) -> LexSarah:
    """Notes that IVO, the inspectorate, was told today; its own number is often known only later."""
    current = begin(case, rules.Event.REPORT_TO_AUTHORITY, version=version, by=by, now=now)
    current.reported_on, current.ivo_number = day_of(now), ivo_number.strip()
    return finish(current, "reported_to_authority", by=by)
