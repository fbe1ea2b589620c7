"""Improvements told whole: one that comes back three years in a row, one that is spread, and each state and plan.

Nothing here is published; every text says that it is made up.
"""

from dataclasses import dataclass, replace
from datetime import date

from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME, PERSONAL, RESOURCE
from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import add_working_days, day_of
from varvet.kernel.records.models import Record
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement, Narrative
from varvet.registers.improvements.rules import Effect, How, Plan, Step

GROUP = "utredningsgrupp-1"
Persons = dict[str, User]


@dataclass(frozen=True)
class Told:
    """An improvement and who tells of it. Days count working days back from today."""

    site: Site
    by: User
    pk: int

    @property
    def now(self) -> Improvement:
        return Improvement.objects.select_related("unit", "root", "owner").get(pk=self.pk)

    def start(self, day: int) -> "Told":
        known = self.now
        actions.start(improvement=known, version=known.version, by=self.by, now=at(self.site, day, 9))
        return self

    def steps(self, day: int, *steps: Step) -> "Told":
        known, now = self.now, at(self.site, day, 10)
        actions.write_steps(improvement=known, steps=steps, version=known.version, by=self.by, now=now)
        return self

    def carry_out(self, day: int) -> "Told":
        known, now = self.now, at(self.site, day, 11)
        actions.carry_out(
            improvement=known,
            carried_out_on=day_of(now),
            version=known.version,
            by=self.by,
            now=now,
            unplanned="Enheten bedömer effekten när arbetssättet har satt sig.",
        )
        return self

    def judge(self, day: int, judgement: actions.Judgement, by: User) -> "Told":
        """What was begun instead, when there was no effect; else the same."""
        known, now = self.now, at(self.site, day, 13)
        actions.judge_effect(improvement=known, judgement=judgement, version=known.version, by=by, now=now)
        following = Improvement.objects.filter(root=self.site.root).order_by("-pk")[0]
        return replace(self, pk=following.pk) if judgement.effect is Effect.NO_EFFECT else self

    def plan(self, day: int, plan: Plan) -> "Told":
        known, now = self.now, at(self.site, day, 14)
        actions.plan_effect(improvement=known, plan=plan, version=known.version, by=self.by, now=now)
        return self

    def carry_over(self, day: int, reason: str) -> "Told":
        known, now = self.now, at(self.site, day, 15)
        year = actions.year_of(known) + 1
        actions.carry_over(improvement=known, to_year=year, reason=reason, version=known.version, by=self.by, now=now)
        return self


def decide(site: Site, by: User, day: int, content: actions.Decision) -> Told:
    key = f"demo-improvement-{site.root.slug}-{content.unit.slug}-{day}"
    return Told(site, by, actions.decide(content=content, key=key, by=by, now=at(site, day, 9)).pk)


def content_of(site: Site, unit: str, what: str, area: str, day: int) -> actions.Decision:
    return actions.Decision(
        unit=site.units[unit], what=what, why="", quality_areas=(area,), decided_on=day_of(at(site, day, 9))
    )


def ahead(site: Site, days: int) -> date:
    """So many working days from today; below 0 is before."""
    return add_working_days(day_of(site.now), days)


def participation_that_comes_back(site: Site, people: Persons) -> Told:
    """Tried twice without effect; the third attempt is under way, carried over from last year."""
    alice, eva = people["Alice Lind"], people["Eva Sand"]
    first = replace(
        content_of(site, GROUP, "Checklista för barns delaktighet i utredningen", "E", 520),
        why="Egenkontrollen visade att barnets inställning saknas i många utredningar.",
        cause="routine",
        owner=alice,
        due_on=ahead(site, -470),
        plan=Plan(
            How.INDICATOR,
            ahead(site, -400),
            eva.pk,
            indicator="Utredningar där barnets inställning är dokumenterad",
            target="minst 18 av 20",
        ),
    )
    nothing = actions.Judgement(
        Effect.NO_EFFECT,
        "12 av 20 före och 13 av 20 efter",
        next=actions.Next("Utbildning i barnsamtal för alla handläggare", ahead(site, -330), alice),
    )
    second = decide(site, alice, 520, first).start(515).carry_out(475).judge(398, nothing, eva)
    plan = Plan(How.JUDGEMENT, ahead(site, -260), eva.pk, with_owner=True)
    again = actions.Judgement(
        Effect.NO_EFFECT,
        "13 av 20 före och 14 av 20 efter",
        together_with=alice,
        next=actions.Next("Kollegor läser varandras barnsamtal innan beslut", ahead(site, 25), alice),
    )
    third = second.plan(395, plan).start(390).carry_out(335).judge(258, again, eva)
    third.carry_over(235, "Gruppen hann inte börja innan årsskiftet.").start(200)
    measured = Plan(How.MEASURE, ahead(site, 80), eva.pk, measure="deviations.received")
    return third.plan(199, measured).steps(
        30,
        Step("Välj vilka samtal som ska läsas", alice.pk, ahead(site, -150), ahead(site, -152)),
        Step("Prova i två utredningar", alice.pk, ahead(site, -60), ahead(site, -58)),
        Step("Läs alla nya samtal under en månad", None, ahead(site, 10)),
        Step("Lyft vad ni lärde er på arbetsplatsträffen", alice.pk, ahead(site, 22)),
    )


def collaboration_that_is_spread(site: Site, people: Persons) -> Told:
    """Begun in one unit and taken up by five, of which three have it in place."""
    eva = people["Eva Sand"]
    content = replace(
        content_of(site, ADULTS, "En kontaktperson per vårdcentral, med telefontid varje vecka", "H", 160),
        why="Handläggarna ringde runt utan att få svar.",
        cause="communication",
        owner=eva,
    )
    told = decide(site, eva, 160, content).start(158).carry_out(130)
    known = told.now
    units = [site.units[slug] for slug in (CHILDREN, INCOME, PERSONAL, RESOURCE, "funktionsnedsattning")]
    copies = actions.spread(improvement=known, units=units, version=known.version, by=eva, now=at(site, 110, 10))
    for number, copy in enumerate(copies[:3]):
        Told(site, eva, copy.pk).start(100 - number).carry_out(60 - 5 * number)
    return told


def letters_that_are_measured(site: Site, people: Persons) -> Told:
    """In place, measured before and after, and too early to say: asked again in a month."""
    alice, eva = people["Alice Lind"], people["Eva Sand"]
    content = replace(
        content_of(site, CHILDREN, "Två läser alla beslut innan de skickas", "A", 150),
        why="Beslut skickades till fel adress flera gånger.",
        cause="task",
        owner=alice,
        due_on=ahead(site, -120),
        plan=Plan(How.MEASURE, ahead(site, -20), eva.pk, measure="deviations.received"),
    )
    early = actions.Judgement(
        Effect.TOO_EARLY, "Färre rapporter, men för få för att vara säkra", again_on=ahead(site, 25)
    )
    return decide(site, alice, 150, content).carry_out(125).judge(15, early, eva)


def waiting_for_its_judge(site: Site, people: Persons) -> Told:
    """The effect is to be judged this week, by somebody else than the owner."""
    alice, eva = people["Alice Lind"], people["Eva Sand"]
    content = replace(
        content_of(site, CHILDREN, "Larm i kalendern för varje skyddsbedömning", "A", 90),
        cause="system",
        owner=alice,
        due_on=ahead(site, -70),
        plan=Plan(
            How.INDICATOR, ahead(site, 3), eva.pk, indicator="Skyddsbedömningar samma dag", target="alla i oktober"
        ),
    )
    return decide(site, alice, 90, content).carry_out(72)


def late_and_from_a_figure(site: Site, people: Persons) -> Told:
    """Begun on the unit's page; what was to be done is late."""
    alice = people["Alice Lind"]
    unit = site.units[CHILDREN]
    content = replace(
        content_of(site, CHILDREN, "Genomgång av rapporter som har väntat längst", "A", 40),
        cause="staffing",
        owner=alice,
        due_on=ahead(site, -4),
        origin=actions.OriginPage("Enheten för barn och unga, väntetider", f"/enheten/{unit.pk}/"),
    )
    return decide(site, alice, 40, content).start(38)


def handled_as_a_risk(site: Site, people: Persons) -> Told:
    """Judged, and left to the risk picture: nobody has written the risk in yet."""
    alice, eva = people["Alice Lind"], people["Eva Sand"]
    content = replace(
        content_of(site, CHILDREN, "Påminnelse i systemet när en vårdnadshavare saknar tolk", "A", 140),
        cause="system",
        owner=alice,
        due_on=ahead(site, -110),
        plan=Plan(How.JUDGEMENT, ahead(site, -45), eva.pk),
    )
    left = actions.Judgement(Effect.IN_RISK_PICTURE, "Systemet kan inte ändras förrän det byts")
    return decide(site, alice, 140, content).carry_out(112).judge(44, left, eva)


STORIES = (
    handled_as_a_risk,
    participation_that_comes_back,
    collaboration_that_is_spread,
    letters_that_are_measured,
    waiting_for_its_judge,
    late_and_from_a_figure,
)


def write(site: Site, _: Published) -> int:
    people = {
        person.user.name: person.user for person in DemoPerson.objects.select_related("user").filter(root=site.root)
    }
    before = Record.objects.filter(root=site.root).count()
    for story in STORIES:
        story(site, people)
    Narrative.objects.filter(improvement__root=site.root).update(synthetic=True)
    return Record.objects.filter(root=site.root).count() - before
