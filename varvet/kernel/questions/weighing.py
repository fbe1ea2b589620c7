"""Saying whether a record may be lex Sarah, in whatever state it is: it is asked, or it has a reason and a person."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.questions.asking import ask
from varvet.kernel.questions.suspicions import LEX_SARAH, weigh
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.registry import get_register
from varvet.kernel.records.taking import asked_of

ASKED, WEIGHED = "asked_lex_sarah", "weighed_not_lex_sarah"


@transaction.atomic
def ask_lex_sarah(*, record: Record, by: User, now: datetime) -> Referral:
    """RuleBroken where it has been asked and not refused: after a refusal it may be asked anew."""
    current = _locked(record, by, now)
    asked = Referral.objects.filter(origin_id=current.pk, to_kind=LEX_SARAH).exclude(state=Referral.State.REFUSED)
    if asked.exists():
        raise RuleBroken("lex_sarah.weigh.asked_before", "Frågan är redan ställd.")
    referral = ask(current, LEX_SARAH, by=by, now=now)
    spine.commit(current, ASKED, by=by)
    return referral


@transaction.atomic
def say_why_not(*, record: Record, reason: str, by: User, now: datetime) -> None:
    current = _locked(record, by, now)
    weigh(current, reason, by=by, now=now)
    spine.commit(current, WEIGHED, by=by)


def _locked(record: Record, by: User, now: datetime) -> Record:
    """The record of its own register, locked, for somebody who may. RuleBroken where nothing is ever lex Sarah."""
    card = get_register(record.kind)
    if card.weighs is None:
        raise RuleBroken("lex_sarah.weigh.register", "Det här ärendet kan inte prövas som lex Sarah.")
    current: Record = card.model._base_manager.select_for_update().get(pk=record.pk)
    for permission in asked_of(current.confidentiality, card.weighs.permission, card.weighs.excluded):
        check(by, permission, current.unit, today=day_of(now))
    return current
