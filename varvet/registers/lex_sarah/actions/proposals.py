"""Proposals: the investigator gives them, numbered, and the responsible manager answers each."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as News
from varvet.kernel.notifications.telling import tell
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import RESPOND, begin, finish
from varvet.registers.lex_sarah.models import LexSarah, Proposal, declared_by

EXCLUDED = "lex_sarah.view_excluded"


@dataclass(frozen=True)
class NewProposal:
    """`unit` is whose manager is to answer; `cause` is the part of the cause it is about, empty for none."""

    sort: rules.Sort
    text: str
    unit: Unit
    cause: str = ""


@dataclass(frozen=True)
class Response:
    """What the manager answers. A change says in `reason` what is done instead."""

    answer: rules.Answer
    reason: str


@transaction.atomic
def propose(*, case: LexSarah, content: NewProposal, version: int, by: User, now: datetime) -> Proposal:
    current = begin(case, rules.Event.PROPOSE, version=version, by=by, now=now)
    rules.check_proposal(content.sort, content.text, content.cause, causes_of(current))
    if content.unit.root_id != current.root_id:
        raise RuleBroken("lex_sarah.propose.root", "Välj en enhet i samma organisation.", field="unit")
    last = current.proposals.aggregate(last=Max("number"))["last"] or 0
    given = Proposal.objects.create(
        case=current,
        number=last + 1,
        sort=content.sort,
        unit=content.unit,
        cause=content.cause,
        text=content.text.strip(),
        given_at=now,
        given_by=by,
    )
    finish(current, "proposed", by=by, data={"number": given.number, "sort": given.sort})
    return given


@transaction.atomic
def remove_proposal(*, case: LexSarah, number: int, version: int, by: User, now: datetime) -> LexSarah:
    """Only one that nobody has answered, and that was not there when the case was decided."""
    current = begin(case, rules.Event.PROPOSE, version=version, by=by, now=now)
    proposal = _proposal(current, number)
    rules.check_removable(answered=bool(proposal.answer), decided=is_decided_on(proposal))
    proposal.delete()
    return finish(current, "proposal_removed", by=by, data={"number": number})


@transaction.atomic
def respond(*, case: LexSarah, number: int, response: Response, version: int, by: User, now: datetime) -> Proposal:
    """The manager of the unit the proposal is addressed to answers it; whoever is shut out of the case does not."""
    proposal = _proposal(case, number)
    check(by, RESPOND, proposal.unit, today=day_of(now))
    if case.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        check(by, EXCLUDED, case.unit, today=day_of(now))
    current, _ = spine.lock_with(case, Q(joined_to_id=case.pk), version=version)
    rules.check_now(rules.Event.RESPOND, current.status)
    rules.check_takes_part(declared_by(current, by))
    proposal = _proposal(current, number)
    rules.check_answer(proposal.answer, proposal.sort, response.reason)
    proposal.answer, proposal.reason = response.answer, response.reason.strip()
    proposal.answered_on, proposal.answered_by = day_of(now), by
    proposal.save()
    tell(current, News.ADDED, to=[proposal.given_by], by=by, now=now)
    finish(current, "proposal_answered", by=by, data={"number": number, "answer": response.answer})
    return proposal


def is_decided_on(proposal: Proposal) -> bool:
    """Whether it was there when the case was decided."""
    return proposal.case.decisions.filter(sent_back_at__isnull=True, made_at__gt=proposal.given_at).exists()


def causes_of(case: LexSarah) -> frozenset[str]:
    """The parts of the case's causes, by which proposals and measures are tied to them."""
    return frozenset(cause.part for cause in case.causes.all())


def _proposal(case: LexSarah, number: int) -> Proposal:
    found = Proposal.objects.select_related("unit", "case").filter(case=case, number=number).first()
    if found is None:
        raise RuleBroken("lex_sarah.proposal.gone", "Förslaget finns inte längre.")
    return found
