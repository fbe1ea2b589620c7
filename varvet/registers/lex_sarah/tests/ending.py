"""Lex Sarah cases on their way from the decision to the end, made by the actions themselves."""

from datetime import date, timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import Lesson, LexSarah, Proposal
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, make_decided, make_reported, make_told

RULED = LATER + timedelta(days=30)
ENDED = LATER + timedelta(days=60)
LEARNT = "Utse alltid en ersättare för den som bevakar inkorgen."
WORDS = "Rutinen ska säga vem som bevakar."


def fresh(case: LexSarah) -> LexSarah:
    return LexSarah.objects.select_related("unit", "root").get(pk=case.pk)


def proposed(stage: Stage, case: LexSarah, unit: Unit | None = None, sort: rules.Sort = rules.Sort.MEASURE) -> Proposal:
    content = actions.NewProposal(sort, WORDS, unit or case.unit, _cause(case))
    known = fresh(case)
    return actions.propose(case=known, content=content, version=known.version, by=stage.cast.dag, now=LATER)


def _cause(case: LexSarah) -> str:
    return next((cause.part for cause in case.causes.all()), "")


def answered(stage: Stage, proposal: Proposal, answer: rules.Answer = rules.Answer.ACCEPTED, **by: User) -> Proposal:
    known = fresh(proposal.case)
    response = actions.Response(answer, "Det stämmer med vår egen bild.")
    given = by.get("by", stage.cast.alice)
    return actions.respond(
        case=known, number=proposal.number, response=response, version=known.version, by=given, now=LATER
    )


def measured(stage: Stage, proposal: Proposal, status: str = "done") -> Record:
    """A measure that follows the proposal; an improvement by its kind, made here since registers know no other."""
    record = Record.objects.create(
        kind="improvements",
        reference=f"ATG-{proposal.pk}",
        root=stage.cast.root,
        unit=proposal.unit,
        status=status,
        received_at=NOW,
    )
    Link.objects.create(source=record, target_id=proposal.case_id, kind=LinkKind.FOLLOWS, part=proposal.part)
    return record


def told(stage: Stage, case: LexSarah, *whom: rules.Whom, now: Any = LATER) -> LexSarah:
    """All three, where none is named."""
    for one in whom or tuple(rules.Whom):
        known, telling = fresh(case), actions.Telling(one, "Så här blev det.")
        actions.tell_outcome(case=known, telling=telling, version=known.version, by=stage.cast.dag, now=now)
    return fresh(case)


def ruled(stage: Stage, case: LexSarah) -> LexSarah:
    known = fresh(case)
    decided = actions.Ruled(rules.Ruling.FULFILLED, day_of(RULED))
    return actions.authority_decides(case=known, ruled=decided, version=known.version, by=stage.cast.dag, now=RULED)


def planned(stage: Stage, case: LexSarah, due_on: date | None = None) -> LexSarah:
    known = fresh(case)
    plan = actions.Plan("Vi ser efter om rutinen följs.", due_on or day_of(ENDED))
    return actions.follow_up(case=known, content=plan, version=known.version, by=stage.cast.dag, now=LATER)


def judged(stage: Stage, case: LexSarah) -> LexSarah:
    known = fresh(case)
    found = actions.Judgement(rules.Result.HELPED, "Inget nytt har hänt.")
    return actions.judge(case=known, content=found, version=known.version, by=stage.cast.dag, now=ENDED)


def closed(stage: Stage, case: LexSarah | None = None) -> LexSarah:
    """With nothing proposed and everybody told."""
    known = told(stage, case or make_decided(stage))
    return actions.close(case=known, version=known.version, by=stage.cast.dag, now=ENDED)


def not_opened(stage: Stage) -> LexSarah:
    case = make_reported(stage)
    refusal = actions.Refusal(rules.NotOpened.OUT_OF_SCOPE, "Det är hälso- och sjukvård.")
    return actions.decline_investigation(case=case, refusal=refusal, version=1, by=stage.cast.dag, now=NOW)


def with_ruling(stage: Stage) -> LexSarah:
    return ruled(stage, make_told(stage))


def shared(stage: Stage, case: LexSarah) -> Lesson:
    known = fresh(case)
    sharing = actions.Sharing(LEARNT, [stage.cast.a, stage.cast.b])
    return actions.share(case=known, sharing=sharing, version=known.version, by=stage.cast.dag, now=LATER)
