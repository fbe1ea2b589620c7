"""Asking others of a record in any state, and saying whether it may be lex Sarah: it is asked, or has a reason."""

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

ASKED, WEIGHED, ASKED_OTHER = "asked_lex_sarah", "weighed_not_lex_sarah", "asked_other"


@transaction.atomic
def ask_lex_sarah(*, record: Record, by: User, now: datetime) -> Referral:
    """RuleBroken where it has been asked and not refused: after a refusal it may be asked anew."""
    return _ask(record, LEX_SARAH, by, now)


@transaction.atomic
def ask_other(*, record: Record, to_kind: str, by: User, now: datetime) -> Referral:
    """As `ask_lex_sarah`, of another register. KeyError for one that takes nothing on."""
    return _ask(record, to_kind, by, now)


def _ask(record: Record, to_kind: str, by: User, now: datetime) -> Referral:
    current = _locked(record, by, now)
    asked = Referral.objects.filter(origin_id=current.pk, to_kind=to_kind, topic="")
    if asked.exclude(state=Referral.State.REFUSED).exists():
        raise RuleBroken("lex_sarah.weigh.asked_before", "Frågan är redan ställd.")
    referral = ask(current, to_kind, by=by, now=now)
    if to_kind == LEX_SARAH:
        spine.commit(current, ASKED, by=by)
    else:
        spine.commit(current, ASKED_OTHER, by=by, data={"to": to_kind})
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
