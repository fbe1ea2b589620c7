"""A serious case with something in every part of its documents, made by the actions themselves."""

from datetime import date, timedelta

from varvet.kernel.access.tests.cast import NOW
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import LexSarah, Part
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, a_cause, opening
from varvet.registers.lex_sarah.tests.factories import make_reported as report

TEXTS = {
    Part.EVENT: "En beslutad insats verkställdes inte på elva dagar.\n\nTillsynen uteblev under två helger.",
    Part.NOTICED: "En vikarie såg det vid en överlämning på måndagen.",
    Part.WHEN: "Mellan den 5 och den 16 mars.",
    Part.CONSEQUENCES: "Den enskilda blev utan mat och tillsyn och fick vård på sjukhus.",
    Part.CAUSES: "Beställningen lades i ett system som ingen bevakar på helger.",
    Part.AGAIN: "Liknande har hänt två gånger sedan förra våren.",
    Part.MEASURES: "Bevakning är ordnad. Rutinen ses över.",
    Part.NOT_ASKED: "Den berörda är för sjuk för att tillfrågas.",
}
MADE_SAFE = "Insatsen verkställdes samma dag och läkare kontaktades."
TOLD_PERSON = "Den berörda och en anhörig fick veta det vid ett besök."
EVENT_WORDS, EXCUSE, GROUNDS = "Tillsynen uteblev en hel helg.", "Det är redan gjort.", "Skälen står här."
PROPOSAL, ANSWER, WORD = "Utse en ansvarig varje helg.", "Vi börjar nästa vecka.", "Bra att det rapporterades."
HAPPENED = date(2026, 3, 5)


def fresh(case: LexSarah) -> LexSarah:
    return LexSarah.objects.select_related("unit", "root").get(pk=case.pk)


def make_whole(stage: Stage) -> LexSarah:
    """Investigated: every section, two events, a cause, a proposal, word, and what was done and told at once."""
    case, dag = report(stage, occurred_day=HAPPENED), stage.cast.dag
    case = actions.make_safe(case=case, text=MADE_SAFE, version=case.version, by=dag, now=NOW)
    case = actions.open_investigation(case=case, opening=opening(stage), version=case.version, by=dag, now=NOW)
    told = actions.Information(date(2026, 3, 16), TOLD_PERSON)
    case = actions.inform(case=case, information=told, version=case.version, by=dag, now=NOW)
    for part, text in TEXTS.items():
        section = actions.Section(part, text, HAPPENED)
        case = actions.write_section(case=case, section=section, version=case.version, by=dag, now=NOW)
    second = actions.Happening(stage.type_called("treatment"), date(2026, 3, 6), EVENT_WORDS)
    actions.add_event(case=case, content=second, version=case.version, by=dag, now=NOW)
    cause = actions.add_cause(case=case, content=a_cause(), version=fresh(case).version, by=dag, now=NOW)
    actions.excuse_cause(cause=cause, reason=EXCUSE, version=fresh(case).version, by=dag, now=NOW)
    case = fresh(case)
    actions.complete(case=case, version=case.version, by=dag, now=LATER)
    for sort, text in ((rules.Sort.MEASURE, PROPOSAL), (rules.Sort.WORD, WORD)):
        content = actions.NewProposal(sort, text, case.unit, cause.part)
        actions.propose(case=fresh(case), content=content, version=fresh(case).version, by=dag, now=LATER)
    return fresh(case)


def decided(stage: Stage, case: LexSarah, outcome: rules.Outcome = rules.Outcome.SERIOUS) -> LexSarah:
    each = {1: outcome, 2: rules.Outcome.NO_MISCONDUCT}
    decision, later = actions.Decision(None, GROUNDS, impartial=True, events=each), LATER + timedelta(days=1)
    actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=later)
    return fresh(case)


def told(stage: Stage, case: LexSarah) -> LexSarah:
    """IVO knows of it, under a number of its own."""
    sent, later = actions.Notification(ivo_number="3.1-1/2026"), LATER + timedelta(days=1)
    actions.report_to_authority(case=case, notification=sent, version=case.version, by=stage.disa, now=later)
    return fresh(case)


def asked(stage: Stage, case: LexSarah) -> LexSarah:
    """IVO has asked once and been answered, a day too late."""
    later = LATER + timedelta(days=2)
    question = actions.Question("Hur många berördes?", later.date(), answer_by=later.date())
    actions.ask_from_authority(case=case, question=question, version=case.version, by=stage.cast.dag, now=later)
    case, later = fresh(case), later + timedelta(days=1)
    actions.answer_authority(
        case=case, number=1, answer="En person.", version=case.version, by=stage.cast.dag, now=later
    )
    return fresh(case)


def answered(stage: Stage, case: LexSarah) -> LexSarah:
    response, later = actions.Response(rules.Answer.CHANGED, ANSWER), LATER + timedelta(days=2)
    actions.respond(case=case, number=1, response=response, version=case.version, by=stage.cast.alice, now=later)
    return fresh(case)
