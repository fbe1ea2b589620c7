"""Deciding what it was, under a point of the delegation order; or sending the case back for more investigation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as News
from varvet.kernel.notifications.telling import tell_nearest
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.delegations import check_delegated
from varvet.registers.lex_sarah.actions.steps import INVESTIGATE, RESPOND, begin, finish
from varvet.registers.lex_sarah.models import DecisionMade, Impartiality, LexSarah, Part, Reopening

INVESTIGATOR_MAY_DECIDE = "lex_sarah_investigator_may_decide"


@dataclass(frozen=True)
class Decision:
    """What it was, and why; `impartial` is the decision maker's own word that they are not biased.

    `events` is the outcome of each event by its number. `outcome` is that of a case without events, or of all of them.
    """

    outcome: rules.Outcome | None
    grounds: str
    impartial: bool
    events: Mapping[int, rules.Outcome] = field(default_factory=dict)


@transaction.atomic
def decide(*, case: LexSarah, decision: Decision, version: int, by: User, now: datetime) -> LexSarah:
    current, today = begin(case, rules.Event.DECIDE, version=version, by=by, now=now), day_of(now)
    given = check_delegated(current, by, today)
    rules.check_apart(
        investigated=investigated(current, by), may_be_one=get_setting(current.root, INVESTIGATOR_MAY_DECIDE, today)
    )
    rules.check_impartial(impartial=decision.impartial)
    rules.check_words("grounds", decision.grounds, "Skriv skälen för beslutet.")
    current.outcome = _settle_events(current, decision)
    current.decided_on = today
    DecisionMade.objects.create(
        case=current,
        outcome=current.outcome,
        delegation=given,
        point=given.point,
        made_at=now,
        made_by=by,
    )
    Impartiality.objects.update_or_create(
        case=current,
        person=by,
        role=rules.Role.DECISION_MAKER,
        defaults={"declared_on": today, "conflict": False, "reason": None},
    )
    keep(current, {Part.DECISION: decision.grounds}, by=by, now=now)
    tell_nearest(current, News.ASSIGNED, INVESTIGATE, by=by, now=now)
    tell_nearest(current, News.ASSIGNED, RESPOND, by=by, now=now)
    return finish(current, "decided", by=by, data={"outcome": current.outcome, "delegation": given.pk})


@transaction.atomic
def send_back(*, case: LexSarah, reason: str, version: int, by: User, now: datetime) -> LexSarah:
    """More is to be investigated: completing and deciding count when they are done anew. Not what IVO knows of."""
    current = begin(case, rules.Event.SEND_BACK, version=version, by=by, now=now)
    rules.check_unreported(current.reported_on)
    rules.check_words("reason", reason, "Skriv vad som behöver utredas mer.")
    _unsettle(current, now)
    current.completed_on, current.decided_on, current.outcome = None, None, ""
    Reopening.objects.create(case=current, reopened_at=now, reopened_by=by)
    keep(current, {Part.SENT_BACK: reason}, by=by, now=now)
    tell_nearest(current, News.REOPENED, INVESTIGATE, by=by, now=now)
    return finish(current, "sent_back", by=by)


def investigated(case: LexSarah, user: User) -> bool:
    """Whether somebody investigates the case, or has said of themselves that they do."""
    role = Impartiality.objects.filter(case=case, person=user, role=rules.Role.INVESTIGATOR)
    return case.investigator_id == user.pk or role.exists()


def _settle_events(case: LexSarah, decision: Decision) -> rules.Outcome:
    """Writes the outcome of each event, and returns the case's."""
    events = list(case.events.all())
    found = rules.outcomes_of([event.number for event in events], decision.events, decision.outcome)
    for event in events:
        event.outcome = found[event.number]
        event.save(update_fields=["outcome"])
    return rules.outcome_of(found, decision.outcome)


def _unsettle(case: LexSarah, now: datetime) -> None:
    """The decision that stood stands no more, nor the outcomes of its events."""
    case.decisions.filter(sent_back_at__isnull=True).update(sent_back_at=now)
    case.events.update(outcome="")
