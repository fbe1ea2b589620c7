"""Analysis meetings: two tertials of the department approved, this one under way, a unit's held, and one withdrawn.

Nothing here is published, and nobody in it exists.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from varvet.demo.bromma.organisation import CHILDREN, INCOME
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, add_working_days, day_of
from varvet.kernel.records.periods import Length, Stretch, Years, years_of
from varvet.registers.analyses import actions
from varvet.registers.analyses.models import Analysis, Answer, Narrative
from varvet.registers.analyses.rules import Conclusion
from varvet.registers.improvements import actions as improvements

DEPARTMENT = "socialtjanst-och-fritid"
COORDINATOR, HEAD, MANAGER = "Eva Sand", "Farid Noor", "Alice Lind"
BEFORE_MEETING, UNTIL_APPROVED, SETTLING = timedelta(days=20), 8, timedelta(days=40)
AREA = "E"  # of the report's quality areas, what users have a say in
RECEIVED, CLOSED, PRAISE = "deviations.received", "deviations.closed", "feedback.praise"
EARLIER = {
    (
        "deviations",
        "seen",
    ): "De flesta avvikelser gäller väntan på ett första besök.",
    ("feedback", "seen"): "Klagomålen handlar om att det är svårt att nå rätt person. Berömmet gäller bemötandet.",
    ("", "patterns"): "Svårt att nå oss återkommer både i avvikelser och i synpunkter.",
    (
        "",
        "uncertain",
    ): "Två enheter rapporterar lite. Vi vet inte om det händer lite eller inte skrivs in.",
}
LATER = {
    (
        "deviations",
        "seen",
    ): "Rapporterna kommer från fler enheter än förra gången.",
    (
        "deviations",
        "learnt",
    ): "Ett kort pass på varje arbetsplatsträff fick fler att skriva in det som hände.",
    ("feedback", "seen"): "Färre skriver att vi är svåra att nå. Antalen är små, så vi drar inga slutsatser.",
    (
        "self_checks",
        "seen",
    ): "Kontrollerna är gjorda. Dokumentationen av barnets röst varierar.",
    ("improvements", "learnt"): "Åtgärder med en namngiven ansvarig blir klara. De andra flyttas framåt.",
    ("", "patterns"): "Barnets röst saknas ibland både i egenkontrollen och i det som familjer berättar för oss.",
    ("", "good"): "Mottagningen ringer tillbaka samma dag. Fler enheter vill pröva det.",
    ("", "better"): "Barnets röst ska synas i varje utredning.",
    ("", "uncertain"): "Antalen är små i flera register. Skillnader mellan två tertial kan bero på slumpen.",
}
BEGUN = {
    ("deviations", "seen"): "Preliminärt: fler rapporter i oktober, efter att rutinen togs upp i grupperna.",
}
OF_UNIT = {
    ("deviations", "seen"): "De flesta rapporter kommer från mottagningen. De andra grupperna skriver in lite.",
    ("", "better"): "Alla grupper behöver rapportera, så att vi ser mönster.",
}
GOOD = "Mottagningen ringer tillbaka samma dag, och berömmet gäller ofta just det"
DEVELOP = "Barnets röst ska synas i varje utredning"
FALLING = "Avvikelserna har minskat sedan grupperna började med daglig avstämning"
NO_ACTION = "Rutinen togs upp i alla grupper i förra veckan."
PLANNED = "Tas med i nästa års plan."
REPORTS = "Alla grupper behöver skriva in det som händer"
WITHDRAWN = "Enheten är med i avdelningens analys i stället."
WHAT = "Barnets egna ord skrivs i en egen rubrik i utredningen"
WHY = "Analysmötet såg att barnets röst saknas i både egenkontroll och synpunkter."


@dataclass(frozen=True)
class Telling:
    """Where it happens, who does it, and the root's years."""

    site: Site
    people: dict[str, User]
    years: Years

    @property
    def today(self) -> date:
        return day_of(self.site.now)

    def settled(self, length: Length) -> Stretch:
        """The last period that has been over long enough for a meeting to be held and approved."""
        return self.years.part_of(length, self.years.part_of(length, self.today - SETTLING).first - timedelta(days=1))


@dataclass(frozen=True)
class Meeting:
    """An analysis as it goes: of which unit and period, by whom, and on which day they meet."""

    telling: Telling
    unit: str
    stretch: Stretch
    by: str
    meeting_on: date

    @property
    def user(self) -> User:
        return self.telling.people[self.by]

    def known(self, made: Analysis) -> dict[str, Any]:
        """What every action at the meeting takes."""
        return {"version": made.version, "by": self.user, "now": _at(self.meeting_on)}

    def begin(self) -> Analysis:
        plan = actions.Plan(self.telling.site.units[self.unit], self.stretch, self.meeting_on)
        begun = min(_at(self.meeting_on - BEFORE_MEETING), self.telling.site.now)
        begun = max(begun, _at(self.stretch.first))
        key = f"demo-analysis-{self.unit}-{self.stretch.code}"
        return _fresh(actions.start(plan=plan, key=key, by=self.user, now=begun).pk)

    def answer(self, made: Analysis, answers: dict[tuple[str, str], str]) -> Analysis:
        now = max(made.received_at, min(_at(self.meeting_on - timedelta(days=2)), self.telling.site.now))
        for row in Answer.objects.filter(analysis=made):
            words = answers.get((row.source, row.code))
            if words:
                actions.answer(analysis=made, number=row.number, words=words, version=0, by=self.user, now=now)
        return _fresh(made.pk)

    def hold(self, made: Analysis, took_part: int) -> Analysis:
        actions.hold(analysis=made, held_on=self.meeting_on, took_part=took_part, **self.known(made))
        return _fresh(made.pk)

    def conclude(self, made: Analysis, kind: Conclusion, line: str, measure: str) -> Analysis:
        content = actions.Content(kind, line, measure, AREA)
        actions.conclude(analysis=made, content=content, **self.known(made))
        return _fresh(made.pk)

    def approve(self, made: Analysis) -> Analysis:
        now = _at(add_working_days(self.meeting_on, UNTIL_APPROVED))
        actions.approve(analysis=made, version=made.version, by=self.telling.people[HEAD], now=now)
        made = _fresh(made.pk)
        actions.offer(analysis=made, version=made.version, by=self.telling.people[COORDINATOR], now=now)
        return _fresh(made.pk)


def write(site: Site, _: Published) -> int:
    telling = Telling(site, people_of(site), years_of(site.root))
    last = telling.settled(Length.TERTIAL)
    _first(telling, telling.years.before(last))
    _second(telling, last)
    _begun(telling, telling.years.after(last))
    _held(telling)
    _withdrawn(telling)
    Answer.objects.filter(analysis__root=site.root, text__isnull=False).update(synthetic=True)
    Narrative.objects.filter(analysis__root=site.root).update(synthetic=True)
    return Analysis.objects.filter(root=site.root).count()


def _first(telling: Telling, stretch: Stretch) -> None:
    """What it found leads to nothing of its own, for a reason."""
    meeting = Meeting(telling, DEPARTMENT, stretch, COORDINATOR, add_working_days(stretch.last, 10))
    made = _concluded(meeting, EARLIER, 9)
    meeting.approve(_fresh(actions.settle(analysis=made, number=2, no_action=PLANNED, **meeting.known(made)).pk))


def _second(telling: Telling, stretch: Stretch) -> None:
    """What needs to become better has become an improvement."""
    meeting = Meeting(telling, DEPARTMENT, stretch, COORDINATOR, add_working_days(stretch.last, 10))
    made = _concluded(meeting, LATER, 11)
    content = improvements.Decision(
        unit=telling.site.units[CHILDREN],
        what=WHAT,
        why=WHY,
        quality_areas=(AREA,),
        decided_on=meeting.meeting_on,
        due_on=add_working_days(telling.today, 40),
        owner=telling.people[MANAGER],
        follows=made,
        part="slutsats-2",
    )
    key = f"demo-analysis-improvement-{stretch.code}"
    improvements.decide(content=content, key=key, by=meeting.user, now=_at(meeting.meeting_on))
    meeting.approve(_fresh(made.pk))


def _concluded(meeting: Meeting, answers: dict[tuple[str, str], str], took_part: int) -> Analysis:
    made = meeting.hold(meeting.answer(meeting.begin(), answers), took_part)
    made = meeting.conclude(made, Conclusion.GOOD, GOOD, PRAISE)
    return meeting.conclude(made, Conclusion.DEVELOP, DEVELOP, "self_checks.performed")


def _begun(telling: Telling, stretch: Stretch) -> None:
    """The tertial that lasts, or has just ended, with a meeting to come."""
    meeting_on = add_working_days(max(stretch.last, telling.today), 10)
    meeting = Meeting(telling, DEPARTMENT, stretch, COORDINATOR, meeting_on)
    meeting.answer(meeting.begin(), BEGUN)


def _held(telling: Telling) -> None:
    """A unit's own quarter waits to be approved; one of its conclusions says more than the figure does."""
    stretch = telling.settled(Length.QUARTER)
    meeting = Meeting(telling, CHILDREN, stretch, MANAGER, add_working_days(telling.today, -4))
    made = meeting.hold(meeting.answer(meeting.begin(), OF_UNIT), 6)
    made = meeting.conclude(made, Conclusion.GOOD, FALLING, RECEIVED)
    made = meeting.conclude(made, Conclusion.DEVELOP, REPORTS, RECEIVED)
    meeting.conclude(made, Conclusion.DEVELOP, DEVELOP, CLOSED)
    made = _fresh(made.pk)
    actions.settle(analysis=made, number=2, no_action=NO_ACTION, **meeting.known(made))


def _withdrawn(telling: Telling) -> None:
    stretch = telling.settled(Length.HALF_YEAR)
    meeting = Meeting(telling, INCOME, stretch, COORDINATOR, add_working_days(telling.today, -15))
    made = meeting.begin()
    now = max(made.received_at, _at(meeting.meeting_on - timedelta(days=5)))
    actions.withdraw(analysis=made, reason=WITHDRAWN, version=made.version, by=meeting.user, now=now)


def _fresh(pk: int) -> Analysis:
    return Analysis.objects.select_related("unit", "root").get(pk=pk)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14), STOCKHOLM)
