"""Lex Sarah in the last months, each case as far as it has come; nobody in it exists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from varvet.demo.lex_sarah import LIST
from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import SINCE, Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import add_working_days, day_of
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key
from varvet.registers.improvements import actions as improvements
from varvet.registers.improvements.models import Improvement
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part
from varvet.registers.lex_sarah.rules import Answer, Law, Outcome, Result, Ruling, Sort, Whom

REPORTER, INVESTIGATOR, DECIDER, MANAGER, ADMINISTRATOR = (
    "Bo Ek",
    "Dag Holm",
    "Ingrid Palm",
    "Alice Lind",
    "Hugo Lind",
)
GROUP = "mottagningsgruppen"
POINT = "4.7 Lex Sarah"
People = dict[str, User]


@dataclass(frozen=True)
class Reported:
    """What somebody reported; `day` counts working days back from today."""

    day: int
    what: str
    code: str
    unit: str = GROUP
    at_once: str = ""
    informed: str = ""
    law: Law = Law.SOL


@dataclass(frozen=True)
class Told:
    """A case and the people around it. Every step takes the working day, counted back from today, it happens on."""

    site: Site
    people: People
    pk: int

    @property
    def case(self) -> LexSarah:
        return LexSarah.objects.select_related("unit", "root").get(pk=self.pk)

    def done(self, act: Callable[..., object], day: int, by: str = INVESTIGATOR, **values: object) -> "Told":
        case = self.case
        act(case=case, version=case.version, by=self.people[by], now=self.moment(day), **values)
        return self

    def moment(self, day: int) -> datetime:
        return at(self.site, day, 15)

    def write(self, day: int, texts: dict[Part, str]) -> "Told":
        for part, text in texts.items():
            section = actions.Section(part, text, self.case.occurred_day)
            self.done(actions.write_section, day, section=section)
        return self

    def cause(self, day: int, category: str, words: str, excuse: str = "") -> str:
        case = self.case
        content, by, now = actions.NewCause(category, words), self.people[INVESTIGATOR], self.moment(day)
        cause = actions.add_cause(case=case, content=content, version=case.version, by=by, now=now)
        if excuse:
            actions.excuse_cause(cause=cause, reason=excuse, version=cause.case.version, by=by, now=now)
        return cause.part

    def propose(self, day: int, words: str, cause: str, sort: Sort = Sort.MEASURE) -> "Told":
        content = actions.NewProposal(sort, words, self.case.unit, cause)
        return self.done(actions.propose, day, content=content)

    def decide(self, day: int, outcome: Outcome, grounds: str) -> "Told":
        each = {event.number: outcome for event in self.case.events.all()}
        decision = actions.Decision(outcome, grounds, impartial=True, events=each)
        return self.done(actions.decide, day, DECIDER, decision=decision)

    def notify(self, day: int, number: str) -> "Told":
        sent = actions.Notification(ivo_number=number)
        return self.done(actions.report_to_authority, day, DECIDER, notification=sent)

    def improve(self, day: int, number: int, what: str, *, done: int) -> None:
        """The proposal becomes a measure, which is done so many working days back from today."""
        by, now = self.people[MANAGER], self.moment(day)
        content = improvements.Decision(
            unit=self.case.unit,
            what=what,
            why="Förslag efter en lex Sarah-utredning.",
            quality_areas=("A",),
            decided_on=day_of(now),
            due_on=add_working_days(day_of(now), 40),
            owner=by,
            follows=Record.objects.get(pk=self.pk),
            part=f"proposal-{number}",
        )
        made = Improvement.objects.get(pk=improvements.decide(content=content, key=new_key(), by=by, now=now).pk)
        improvements.carry_out(
            improvement=made,
            carried_out_on=day_of(self.moment(done)),
            version=made.version,
            by=by,
            now=self.moment(done),
            unplanned="Effekten följs upp i lex Sarah-ärendet.",
        )

    def respond(self, day: int, number: int, answer: Answer, reason: str) -> "Told":
        response = actions.Response(answer, reason)
        return self.done(actions.respond, day, MANAGER, number=number, response=response)


def write(site: Site, _: Published) -> int:
    """In the order they came in, so that their numbers follow the days."""
    persons = DemoPerson.objects.select_related("user").filter(root=site.root)
    people = {person.user.name: person.user for person in persons}
    delegated = actions.Delegating(point=POINT, first_day=SINCE, role="decision_maker")
    actions.delegate(root=site.root, content=delegated, by=people[ADMINISTRATOR], now=site.now)
    made = [story(site, people).pk for story in STORIES]
    Narrative.objects.filter(case__in=made).update(synthetic=True)
    return len(made)


def _opened(site: Site, people: People, said: Reported) -> Told:
    """Reported, and an investigation opened the same day."""
    told = _reported(site, people, said)
    coded = site.lists[LIST]
    opening = actions.Opening(said.law, coded.row, coded.by_code[said.code], impartial=True)
    return told.done(actions.open_investigation, said.day, opening=opening)


def _reported(site: Site, people: People, said: Reported) -> Told:
    now = at(site, said.day, 10)
    content = actions.Report(
        unit=site.units[said.unit],
        what=said.what,
        occurred_day=day_of(now),
        at_once=said.at_once,
        informed=said.informed,
        law=said.law,
    )
    record = actions.report(content=content, key=new_key(), by=people[REPORTER], now=now)
    return Told(site, people, record.pk)


def _investigated(told: Told, day: int, texts: dict[Part, str], cause: tuple[str, str]) -> str:
    """Every section written and the person told; the part of the one cause."""
    told.write(day, texts)
    information = actions.Information(day_of(told.moment(day)), "Utredaren ringde och skickade ett brev.")
    told.done(actions.inform, day, information=information)
    return told.cause(day, *cause, excuse="Åtgärden beslutas genom förslaget till chefen.")


def placement_without_visits(site: Site, people: People) -> Told:
    """All the way: serious, notified, decided by the inspectorate, followed up and closed."""
    what = "Ett placerat barn fick inga besök av oss på fem månader. Det syntes först när en kollega tog över."
    told = _opened(site, people, Reported(118, what, "legal", at_once="Vi besökte barnet samma vecka."))
    texts = {
        Part.EVENT: "Barnet var placerat och ingen handläggare hade besök inplanerade mellan två byten.",
        Part.NOTICED: "Den nya handläggaren läste akten och berättade för sin chef.",
        Part.WHEN: "Från mars till augusti.",
        Part.CONSEQUENCES: "Barnet hade ingen att vända sig till under fem månader.",
        Part.CAUSES: "Ärendet stod utan ansvarig mellan två handläggare.",
        Part.AGAIN: "Det har hänt en gång förut, och kan hända vid varje byte av handläggare.",
        Part.MEASURES: "Alla placerade barn har gåtts igenom. Ingen annan saknade besök.",
        Part.VIEW: "Barnet berättade att det hade velat prata med någon tidigare.",
    }
    part = _investigated(told, 100, texts, ("team", "Ingen hade ärendet mellan två handläggare."))
    told.propose(96, "Varje placerat barn har en andra handläggare från första dagen.", part)
    told.done(actions.complete, 95)
    told.decide(92, Outcome.SERIOUS, "Barnet saknade skydd och kontakt under lång tid. Det hade kunnat skadas.")
    told.notify(92, "3.1.1-40211/2026")
    asked = day_of(told.moment(80))
    question = actions.Question("Hur säkerställer nämnden besök vid byte?", asked, add_working_days(asked, 10))
    told.done(actions.ask_from_authority, 80, question=question)
    told.done(actions.answer_authority, 74, number=1, answer="Vi skickade vår nya rutin och listan över besök.")
    ruled = actions.Ruled(Ruling.FULFILLED, day_of(told.moment(50)), "IVO bedömer att nämnden har gjort det som krävs.")
    told.done(actions.authority_decides, 49, ruled=ruled)
    told.respond(88, 1, Answer.ACCEPTED, "Vi gör så från nästa månad.")
    told.improve(87, 1, "Varje placerat barn har två handläggare", done=64)
    plan = actions.Plan("Räkna besök för alla placerade barn.", day_of(told.moment(30)))
    told.done(actions.follow_up, 60, content=plan)
    told.done(actions.judge, 30, content=actions.Judgement(Result.HELPED, "Alla barn har fått sina besök i tid."))
    return _told_of_outcome(told, 28, "Barnet har fått en andra handläggare. Alla besök är inplanerade.").done(
        actions.close, 26
    )


def _told_of_outcome(told: Told, day: int, words: str) -> Told:
    for whom in Whom:
        told.done(actions.tell_outcome, day, telling=actions.Telling(whom, words))
    return told


def decision_without_delegate(site: Site, people: People) -> Told:
    """Notified: the inspectorate has asked, and waits for an answer."""
    what = "Två beslut om omhändertagande fattades av en person utan delegation."
    told = _opened(site, people, Reported(40, what, "legal", at_once="Besluten prövades om samma dag."))
    texts = dict.fromkeys(SECTIONS, "Utredningen beskriver det här utifrån akten och samtal med gruppen.")
    texts[Part.EVENT] = "Två beslut fattades under en helg av en person som inte hade delegation."
    part = _investigated(told, 26, texts, ("routine", "Listan över delegation fanns inte i jouren."))
    told.propose(24, "Jouren har alltid den gällande listan över delegation.", part)
    told.done(actions.complete, 22)
    told.decide(20, Outcome.SERIOUS_RISK, "Beslut utan delegation kan upphävas. Två barn kunde ha blivit utan skydd.")
    told.notify(20, "3.1.1-51873/2026")
    asked = day_of(told.moment(6))
    question = actions.Question("Vilka fler beslut har fattats utan delegation?", asked, add_working_days(asked, 15))
    return told.done(actions.ask_from_authority, 6, question=question)


def late_answer(site: Site, people: People) -> Told:
    """Investigated, with a proposal: waits for the decision."""
    what = "En person med våld i nära relation fick vänta i fyra veckor på ett första samtal."
    told = _opened(site, people, Reported(31, what, "legal", at_once="Ett samtal hölls dagen efter."))
    texts = dict.fromkeys(SECTIONS, "Utredningen beskriver det här utifrån akten och samtal med gruppen.")
    texts[Part.EVENT] = "Ansökan registrerades som ett vanligt ärende och fick ingen förtur."
    part = _investigated(told, 14, texts, ("routine", "Ingen frågade om våld när ansökan togs emot."))
    told.propose(12, "Varje ansökan får frågan om våld samma dag.", part)
    told.propose(12, "Gruppen har tagit emot händelsen öppet och klokt.", "", Sort.WORD)
    return told.done(actions.complete, 10)


def lost_notes(site: Site, people: People) -> Told:
    """Being investigated, with much left to write."""
    what = "Anteckningar från tre barnsamtal finns inte i akten. Ingen vet vad barnet har sagt."
    told = _opened(site, people, Reported(12, what, "legal", informed="Vårdnadshavaren fick veta det i telefon."))
    told.write(8, {Part.NOTICED: "Det upptäcktes när ett yttrande skulle skrivas."})
    return told


def rough_words(site: Site, people: People) -> Told:
    """Received: somebody must decide whether to investigate."""
    what = "En handläggare höjde rösten mot en förälder i väntrummet, inför andra."
    return _reported(site, people, Reported(1, what, "treatment", at_once="Jag gick emellan."))


SECTIONS = (
    Part.EVENT,
    Part.NOTICED,
    Part.WHEN,
    Part.CONSEQUENCES,
    Part.CAUSES,
    Part.AGAIN,
    Part.MEASURES,
    Part.VIEW,
)
STORIES = (placement_without_visits, decision_without_delegate, late_answer, lost_notes, rough_words)
