"""Bromma's risks, each as far as it has come: seen, scored, done something about, accepted, come true, closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from varvet.demo.bromma import risk_pictures, risk_workshop
from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import add_months, add_working_days, day_of
from varvet.kernel.records.models import Record
from varvet.registers.improvements import actions as improvements
from varvet.registers.improvements.models import Improvement
from varvet.registers.risks import actions
from varvet.registers.risks.actions import Assessment, Change, Content, New
from varvet.registers.risks.models import Narrative, Part, Risk
from varvet.registers.risks.rules import Occasion, Score

Persons = Mapping[str, User]
COORDINATOR, MANAGER, ABOVE = "Eva Sand", "Alice Lind", "Farid Noor"
DONE = "Det följs upp varje vecka och har hållit sedan det infördes."


@dataclass(frozen=True)
class Told:
    """A risk as it is written in; days count working days back from today. `after` comes with what was done."""

    name: str
    unit: str
    day: int
    score: Score | None = None
    after: Score | None = None
    occasion: Occasion = Occasion.YEARLY
    process: str = ""
    routine: str = ""
    measure: str = ""
    texts: dict[Part, str] = field(default_factory=dict)


RISKS = (
    Told(
        "Förhandsbedömningen blir inte klar i tid",
        "mottagningsgruppen",
        150,
        Score(4, 4),
        Score(4, 2),
        process="Förhandsbedömning",
        routine="Rutin för inkomna anmälningar",
        measure="Daglig avstämning och bevakad inkorg",
        texts={
            Part.CAUSES: "Anmälningar kommer in på fredagar.\nInkorgen bevakas av en person i taget.",
            Part.LEADS_TO: "Ett barn kan få vänta på skydd.",
            Part.CONTROLS: "Veckolista över öppna förhandsbedömningar.",
        },
    ),
    Told(
        "Barn får byta handläggare ofta",
        CHILDREN,
        148,
        Score(3, 4),
        Score(3, 3),
        process="Utredning",
        measure="Mentor för nya och tak för antal ärenden",
        texts={
            Part.CAUSES: "Många nya medarbetare på kort tid.",
            Part.CONTROLS: "Överlämning med båda handläggarna på plats.",
        },
    ),
    Told(
        "Uppgifter skickas till fel mottagare",
        "mottagningsgruppen",
        147,
        Score(4, 3),
        Score(4, 2),
        process="Utskick",
        measure="Två läser adressen före utskick",
        texts={Part.LEADS_TO: "Någon läser det som bara rör en annan."},
    ),
    Told(
        "Ensamarbete vid hembesök",
        CHILDREN,
        146,
        Score(5, 2),
        Score(5, 1),
        Occasion.CHANGE,
        measure="Hembesök görs alltid av två",
        texts={Part.CONTROLS: "Jourtelefon och inringning efter besöket."},
    ),
    Told(
        "Rutiner följer den gamla organisationen",
        CHILDREN,
        120,
        Score(2, 5),
        Score(2, 2),
        Occasion.REORGANISATION,
        routine="Alla rutiner från före omorganisationen",
        measure="Alla rutiner ses över före första mars",
    ),
    Told("Beslut fattas av någon som saknar delegation", INCOME, 110, Score(4, 2), process="Beslut"),
    Told("Bistånd betalas ut för en inkomst som inte redovisats", INCOME, 100, Score(3, 4), process="Utbetalning"),
    Told("Genomförandeplaner följs inte upp", ADULTS, 96, Score(3, 3), process="Uppföljning"),
    Told(
        "Verksamhetssystemet är nere en hel dag",
        "socialtjanst-och-fritid",
        90,
        Score(4, 3),
        texts={Part.CONTROLS: "Reservrutin på papper finns på varje enhet."},
    ),
    Told("Nya lokaler saknar samtalsrum när flytten sker", ADULTS, 6, occasion=Occasion.CHANGE),
)


def write(site: Site, _: Published) -> int:
    people = people_of(site)
    made = [write_in(site, people, told) for told in RISKS]
    accepted(site, people, made[8])
    came_true(site, people, made[0])
    ended(site, people)
    looked_at(site, people, made[7])
    risk_pictures.write(site, people)
    risk_workshop.write(site, people)
    Narrative.objects.filter(of__root=site.root).update(synthetic=True)
    return len(made) + 1


def write_in(site: Site, people: Persons, told: Told) -> Risk:
    """As far as its values tell."""
    by = people[MANAGER if told.unit in {CHILDREN, "mottagningsgruppen"} else COORDINATOR]
    content = Content(told.name, told.occasion, told.process, told.routine, told.texts)
    new = New(site.units[told.unit], content, by)
    record = actions.add(new=new, key=f"demo-risk-{told.day}", by=by, now=at(site, told.day, 10))
    risk = Risk.objects.get(pk=record.pk)
    if told.score is None:
        return risk
    done = Assessment(told.score, review_of(site, told.day - 3), "Vi utgick från det senaste årets händelser.")
    risk = actions.assess(change(site, risk, by, told.day - 3), done)
    if told.measure:
        improve(site, risk, by, told)
    if told.after is None:
        return risk
    assessment = Assessment(told.after, review_of(site, 40), DONE)
    return actions.treat(change(site, risk, by, 40), assessment)


def improve(site: Site, risk: Risk, by: User, told: Told) -> None:
    """The measure, carried out before the risk is scored anew."""
    now = at(site, told.day - 4, 11)
    content = improvements.Decision(
        unit=risk.unit,
        what=told.measure,
        why="Kom fram när risken bedömdes.",
        quality_areas=("A",),
        decided_on=day_of(now),
        due_on=add_working_days(day_of(now), 40),
        owner=by,
        follows=Record.objects.get(pk=risk.pk),
    )
    record = improvements.decide(content=content, key=f"demo-risk-measure-{told.day}", by=by, now=now)
    done, made = at(site, 60, 14), Improvement.objects.get(pk=record.pk)
    improvements.carry_out(
        improvement=made,
        carried_out_on=day_of(done),
        version=made.version,
        by=by,
        now=done,
        unplanned="Effekten syns när risken bedöms på nytt.",
    )


def accepted(site: Site, people: Persons, risk: Risk) -> None:
    until = add_months(day_of(site.now), 3)
    reason = "Ett eget reservsystem kostar mer än det ger. Reservrutinen övas två gånger om året."
    actions.accept(change(site, risk, people[ABOVE], 80), until, reason)


def came_true(site: Site, people: Persons, risk: Risk) -> None:
    """The newest deviation of the unit shows that it may happen still."""
    found = Record.objects.filter(root=site.root, kind="deviations", unit=risk.unit).order_by("-received_at").first()
    if found is not None:
        actions.occur(change(site, risk, people[MANAGER], 0), found, "Anmälan kom in en fredag efter klockan 16.")


def looked_at(site: Site, people: Persons, risk: Risk) -> None:
    """With the next review so near that it waits to be done."""
    soon = add_working_days(day_of(site.now), 9)
    actions.review(change(site, risk, people[COORDINATOR], 30), "Som förut. Stickprovet i maj visade samma sak.", soon)


def ended(site: Site, people: Persons) -> None:
    told = Told("Pappersakter förvaras i olåst skåp", ADULTS, 140, Score(3, 3))
    risk = write_in(site, people, told)
    actions.close(change(site, risk, people[COORDINATOR], 60), "Alla akter är digitala och skåpen är tömda.")


def change(site: Site, risk: Risk, by: User, day: int) -> Change:
    return Change(risk, risk.version, by, at(site, day, 15))


def review_of(site: Site, day: int) -> date:
    return add_months(day_of(at(site, day, 15)), 11)
