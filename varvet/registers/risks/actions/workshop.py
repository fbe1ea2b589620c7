"""A workshop: begun, risks said and grouped, scored by each without a name, agreed on, and made risks of."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from varvet.kernel.access.checks import assignments_on, check
from varvet.kernel.access.models import User
from varvet.kernel.access.roles import get_role
from varvet.kernel.audit import trail
from varvet.kernel.crypto.written import as_code
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.risks import rules
from varvet.registers.risks.actions.add import Content, New, make
from varvet.registers.risks.actions.assess import Assessment, assess
from varvet.registers.risks.actions.steps import EDIT, Change, latest_review
from varvet.registers.risks.models import KIND, Suggestion, Vote, Workshop
from varvet.registers.risks.rules import Occasion, Score
from varvet.registers.risks.rules.workshops import (
    Stage,
    check_anything,
    check_stage,
    check_suggestion,
    next_stage,
    spread_of,
)

TAKE_PART = "risks.take_part"
CODE_BITS = 90
TOGETHER = marked("Bedömd tillsammans i en riskverkstad.")


@dataclass(frozen=True)
class Plan:
    """What is looked at, where and when."""

    unit: Unit
    name: str
    held_on: date


@transaction.atomic
def begin_workshop(plan: Plan, *, by: User, now: datetime) -> Workshop:
    check(by, EDIT, plan.unit, today=day_of(now))
    rules.check_words("name", plan.name, marked("Skriv vad verkstaden gäller."))
    workshop = Workshop.objects.create(
        root=plan.unit.root or plan.unit,
        unit=plan.unit,
        name=plan.name.strip(),
        code=as_code(secrets.randbits(CODE_BITS)),
        held_on=plan.held_on,
        led_by=by,
    )
    _note(workshop, "workshop_begun", by.pk, now)
    return workshop


@transaction.atomic
def suggest(workshop: Workshop, text: str, *, by: User, now: datetime) -> Suggestion:
    """Whoever said it is kept nowhere."""
    current = _for_participant(workshop, by, now, Stage.GATHERING)
    check_suggestion(text, current.suggestions.count())
    return Suggestion.objects.create(workshop=current, text=" ".join(text.split()))


@transaction.atomic
def group(workshop: Workshop, groups: Mapping[int, str], *, by: User, now: datetime) -> None:
    """By the suggestion's id; an id of another workshop changes nothing."""
    current = _for_leader(workshop, by, now, Stage.GATHERING)
    for suggestion in current.suggestions.filter(pk__in=groups):
        suggestion.group = groups[suggestion.pk].strip()
        suggestion.save(update_fields=["group"])


@transaction.atomic
def remove_suggestion(workshop: Workshop, pk: int, *, by: User, now: datetime) -> None:
    """What was said twice."""
    current = _for_leader(workshop, by, now, Stage.GATHERING)
    current.suggestions.filter(pk=pk).delete()


@transaction.atomic
def vote(workshop: Workshop, scores: Mapping[int, Score], *, by: User, now: datetime) -> int:
    """How many were scored. Scored again while it lasts, a person's own score is another, never one more."""
    current = _for_participant(workshop, by, now, Stage.SCORING)
    found = current.suggestions.filter(pk__in=scores)
    for suggestion in found:
        score = scores[suggestion.pk]
        rules.check_score(score)
        values = {"consequence": score.consequence, "probability": score.probability}
        Vote.objects.update_or_create(suggestion=suggestion, voter=voter_of(suggestion, by), defaults=values)
    return len(found)


@transaction.atomic
def agree(workshop: Workshop, scores: Mapping[int, Score], *, by: User, now: datetime) -> None:
    """What they come to together. What has no score becomes no risk."""
    current = _for_leader(workshop, by, now, Stage.AGREEING)
    for suggestion in current.suggestions.all():
        score = scores.get(suggestion.pk)
        if score is not None:
            rules.check_score(score)
        suggestion.consequence = score.consequence if score else None
        suggestion.probability = score.probability if score else None
        suggestion.save(update_fields=["consequence", "probability"])


@transaction.atomic
def go_on(workshop: Workshop, known: Stage, *, by: User, now: datetime) -> Workshop:
    """To the next stage; who clicks twice goes one step. Ending makes risks of what was agreed on."""
    current = _for_leader(workshop, by, now, known)
    check_anything(current.suggestions.count())
    current.stage = next_stage(current.stage)
    if current.stage == Stage.AGREEING:
        _begin_agreeing(current)
    if current.stage == Stage.ENDED:
        _make_risks(current, by, now)
    current.save(update_fields=["stage"])
    _note(current, f"workshop_{current.stage}", by.pk, now)
    return current


def _begin_agreeing(workshop: Workshop) -> None:
    """Nothing tells any more who gave what; where enough have scored, the middle is where talking begins."""
    for suggestion in workshop.suggestions.prefetch_related("votes"):
        votes = list(suggestion.votes.all())
        for one in votes:
            one.voter = secrets.token_hex(32)
        Vote.objects.bulk_update(votes, ["voter"])
        spread = spread_of([one.score for one in votes])
        if spread:
            suggestion.consequence, suggestion.probability = spread.consequence, spread.probability
            suggestion.save(update_fields=["consequence", "probability"])


def _make_risks(workshop: Workshop, by: User, now: datetime) -> None:
    agreed = [one for one in workshop.suggestions.order_by("pk") if one.agreed]
    if not agreed:
        raise RuleBroken("risk.workshop.none", marked("Enas om minst en bedömning först."))
    for one in agreed:
        assert one.agreed is not None
        risk = make(New(workshop.unit, Content(one.text, Occasion.WORKSHOP)), by, now)
        review_on = latest_review(risk, day_of(now))
        one.risk = assess(Change(risk, risk.version, by, now), Assessment(one.agreed, review_on, TOGETHER))
        one.save(update_fields=["risk"])


def voter_of(suggestion: Suggestion, user: User) -> str:
    """The same for the same person and risk, and of no use to whoever has not the installation's key."""
    return salted_hmac("varvet.risks.vote", f"{suggestion.pk}:{user.pk}", algorithm="sha256").hexdigest()


def _for_participant(workshop: Workshop, by: User, now: datetime, stage: Stage) -> Workshop:
    """Anybody of the root whose role may take part and who has been given the code, whatever unit they work in."""
    held = assignments_on(by, day_of(now)).filter(unit__root=workshop.root)
    if not any(TAKE_PART in get_role(one.role).permissions for one in held):
        check(by, TAKE_PART, workshop.unit, today=day_of(now))
    return _locked(workshop, stage)


def _for_leader(workshop: Workshop, by: User, now: datetime, stage: Stage) -> Workshop:
    check(by, EDIT, workshop.unit, today=day_of(now))
    return _locked(workshop, stage)


def _locked(workshop: Workshop, stage: Stage) -> Workshop:
    current = Workshop.objects.select_for_update().get(pk=workshop.pk)
    check_stage(current.stage, stage)
    return current


def _note(workshop: Workshop, event: str, actor_id: int, now: datetime) -> None:
    subject = trail.Subject(kind=KIND, actor_id=actor_id, unit_id=workshop.unit_id)
    trail.write([trail.event(event, subject, data={"workshop": workshop.pk}, at=now)])
