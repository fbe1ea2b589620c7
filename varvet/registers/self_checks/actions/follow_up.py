"""What a result leads to: its analysis afterwards, no action and why, and that it was raised at the APT."""

from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.models import Link, LinkKind
from varvet.kernel.records.narratives import keep
from varvet.registers.self_checks.models import FollowUp, Narrative, Part, Round
from varvet.registers.self_checks.rules import decision


def followed_of(round_: Round) -> decision.Followed:
    """How far a performed round has come. Improvements are those that follow the round."""
    after = FollowUp.objects.filter(round=round_).first()
    return decision.Followed(
        analysed=Narrative.objects.filter(round=round_, part=Part.ANALYSIS).exists(),
        improvements=Link.objects.filter(
            target_id=round_.pk, kind=LinkKind.FOLLOWS, source__kind="improvements"
        ).count(),
        no_action=bool(after and after.no_action_reason),
        raised=bool(after and after.raised_on),
    )


@transaction.atomic
def decide_no_action(*, round_: Round, reason: str, version: int, by: User, now: datetime) -> Round:
    """`reason` is about the work, never a person: the report shows it."""
    current = _locked(round_, version, by, now)
    decision.check_no_action(reason, followed_of(current))
    after = _after(current)
    after.no_action_reason, after.decided_on = reason.strip(), day_of(now)
    after.save()
    spine.commit(current, "no_action", by=by)
    return current


@transaction.atomic
def note_raised(*, round_: Round, day: date, version: int, by: User, now: datetime) -> Round:
    current = _locked(round_, version, by, now)
    after = _after(current)
    decision.check_raised(day, current.performed_on, day_of(now), already=after.raised_on is not None)
    after.raised_on = day
    after.save()
    spine.commit(current, "raised", by=by)
    return current


@transaction.atomic
def analyse(*, round_: Round, analysis: str, version: int, by: User, now: datetime) -> Round:
    """Added to what was written before, encrypted."""
    current = _locked(round_, version, by, now)
    decision.check_analysis(analysis)
    keep(current, {Part.ANALYSIS: analysis}, by=by, now=now)
    spine.commit(current, "analysed", by=by)
    return current


def _locked(round_: Round, version: int, by: User, now: datetime) -> Round:
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    decision.check_performed(current.status)
    return current


def _after(round_: Round) -> FollowUp:
    return FollowUp.objects.get_or_create(round=round_)[0]
