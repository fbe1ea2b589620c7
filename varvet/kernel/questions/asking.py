"""Asking another register: the question is written, and those who may answer it are told."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import announce
from varvet.kernel.questions.suspicions import LEX_SARAH, hand_to
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.referrals import refer
from varvet.kernel.records.registry import get_register, list_registers
from varvet.kernel.records.taking import Taking


@transaction.atomic
def ask(origin: Record, to_kind: str, *, by: User, now: datetime, topic: str = "", part: str = "") -> Referral:
    """The open question, new or asked before; or the one that was accepted. KeyError for a register that takes none.

    Without `part` it is about all of the record.
    """
    taking = taking_of(to_kind)
    asked_before = Referral.objects.filter(origin_id=origin.pk, to_kind=to_kind, topic=topic, part=part)
    known = set(asked_before.values_list("pk", flat=True))
    referral = refer(origin, to_kind, by=by, topic=topic, part=part, now=now)
    if to_kind == LEX_SARAH:
        hand_to(referral)
    if referral.pk not in known:
        announce(origin, Event.ASKED, taking.permission, by=by, now=now)
    return referral


def taking_of(kind: str) -> Taking:
    """KeyError for a register that takes on nothing from others."""
    taking = get_register(kind).takes
    if taking is None:
        raise KeyError(kind)
    return taking


def takes(kind: str, topic: str = "") -> bool:
    """Whether a register runs here that takes it on."""
    return any(
        register.kind == kind and register.takes is not None and topic in register.takes.labels
        for register in list_registers()
    )
