"""A serious case with something in every part of its documents."""

from datetime import date, timedelta

from varvet.kernel.access.tests.cast import LONG_AGO, NOW
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Category
from varvet.kernel.records.narratives import keep
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import (
    CaseEvent,
    Cause,
    Delegation,
    Impartiality,
    LexSarah,
    Narrative,
    Part,
)
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, make_completed
from varvet.registers.lex_sarah.views.paper_parts import Made

TEXTS = {
    Part.EVENT: "En beslutad insats verkställdes inte på elva dagar.\n\nTillsynen uteblev under två helger.",
    Part.NOTICED: "En vikarie såg det vid en överlämning på måndagen.",
    Part.WHEN: "Mellan den 5 och den 16 mars.",
    Part.CONSEQUENCES: "Den enskilda blev utan mat och tillsyn och fick vård på sjukhus.",
    Part.CAUSES: "Beställningen lades i ett system som ingen bevakar på helger.",
    Part.AGAIN: "Liknande har hänt två gånger sedan förra våren.",
    Part.MEASURES: "Bevakning är ordnad. Rutinen ses över.",
    Part.NOT_ASKED: "Den berörda är för sjuk för att tillfrågas.",
    Part.MADE_SAFE: "Insatsen verkställdes samma dag och läkare kontaktades.",
    Part.TOLD_PERSON: "Den berörda och en anhörig fick veta det vid ett besök.",
}
EVENT_WORDS, CAUSE_WORDS = "Insatsen uteblev.", "Ingen hade ansvar för bevakningen."
GROUNDS = "Skälen står här."
PROPOSAL, ANSWER = "Utse en ansvarig för bevakning varje helg.", "Vi börjar nästa vecka."
MADE = Made("Dag", "SAS", NOW)


def make_delegation(stage: Stage) -> Delegation:
    return Delegation.objects.create(
        root=stage.cast.root,
        point="4.7 Beslut enligt lex Sarah",
        role="decision_maker",
        first_day=LONG_AGO,
        edited_at=NOW,
        edited_by=stage.cast.eva,
    )


def make_whole(stage: Stage) -> LexSarah:
    """Investigated, with every section, two events, two causes and what those who take part have said."""
    case = make_completed(stage)
    keep(case, TEXTS, by=stage.cast.dag, now=LATER)
    LexSarah.objects.filter(pk=case.pk).update(
        occurred_day=date(2026, 3, 5), informed_on=date(2026, 3, 18), investigator=stage.cast.dag
    )
    for number, code in ((1, "legal_security"), (2, "treatment")):
        event = CaseEvent.objects.create(
            case=case, number=number, category=stage.type_called(code), day=date(2026, 3, 4 + number)
        )
        _say(case, Part.HAPPENING, f"{EVENT_WORDS} ({number})", happening=event)
    for kind, text in ((routine(stage), CAUSE_WORDS), (routine(stage), "Annan orsak.")):
        cause = Cause.objects.create(case=case, category=kind, needs_no_measure=text != CAUSE_WORDS)
        _say(case, Part.CAUSE, text, cause=cause)
        if cause.needs_no_measure:
            _say(case, Part.NO_MEASURE, "Det är redan gjort.", cause=cause)
    Impartiality.objects.create(
        case=case, person=stage.cast.dag, role=rules.Role.INVESTIGATOR, declared_on=date(2026, 3, 17)
    )
    return LexSarah.objects.get(pk=case.pk)


def proposed(stage: Stage, case: LexSarah) -> LexSarah:
    """A proposal for the manager to answer, and word that asks for no answer."""
    for sort, text in ((rules.Sort.MEASURE, PROPOSAL), (rules.Sort.WORD, "Bra att det rapporterades.")):
        cause = case.causes.first().part if sort is rules.Sort.MEASURE else ""  # type: ignore[union-attr] # it has two
        content = actions.NewProposal(sort, text, case.unit, cause)
        actions.propose(case=case, content=content, version=case.version, by=stage.cast.dag, now=LATER)
        case = LexSarah.objects.get(pk=case.pk)
    return case


def answered(stage: Stage, case: LexSarah) -> LexSarah:
    response, later = actions.Response(rules.Answer.CHANGED, ANSWER), LATER + timedelta(days=2)
    actions.respond(case=case, number=1, response=response, version=case.version, by=stage.cast.alice, now=later)
    return LexSarah.objects.get(pk=case.pk)


def decided(stage: Stage, case: LexSarah, outcome: rules.Outcome = rules.Outcome.SERIOUS) -> LexSarah:
    make_delegation(stage)
    events = {1: outcome, 2: rules.Outcome.NO_MISCONDUCT}
    decision = actions.Decision(None, GROUNDS, impartial=True, events=events)
    actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=LATER + timedelta(days=1))
    return LexSarah.objects.get(pk=case.pk)


def told(stage: Stage, case: LexSarah) -> LexSarah:
    """IVO knows of it, under a number of its own."""
    notification = actions.Notification(ivo_number="3.1-1/2026")
    later = LATER + timedelta(days=1)
    actions.report_to_authority(case=case, notification=notification, version=case.version, by=stage.disa, now=later)
    return LexSarah.objects.get(pk=case.pk)


def routine(stage: Stage) -> Category:
    key = "lex_sarah_cause_of_tests"
    found = Category.objects.filter(list__key=key).first()
    if found:
        return found
    content = NewList("Orsaker", (CategoryValue("routine", "Rutin"),))
    version = new_version(root=stage.cast.root, key=key, content=content, first_day=LONG_AGO)
    return Category.objects.get(list_id=version.id, code="routine")


def _say(case: LexSarah, part: Part, text: str, **tied: object) -> None:
    Narrative.objects.create(case=case, part=part, text=text, written_at=LATER, **tied)
