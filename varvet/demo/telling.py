"""A deviation told step by step through the register's own actions, on working days of the past."""

from dataclasses import dataclass, replace
from datetime import datetime, time

from varvet.demo.deviations import LIST
from varvet.demo.site import Site
from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, add_working_days, day_of
from varvet.kernel.records.models import OneTimeKey, Record
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation, Narrative, Part
from varvet.registers.deviations.rules import Also, Nature, Result, Risk, When
from varvet.registers.improvements import actions as improvements
from varvet.registers.improvements.models import Improvement


@dataclass(frozen=True)
class Report:
    """What somebody reported; `day` counts working days back from today, `hour` is local."""

    unit: str
    day: int
    what: str
    worry: int = 2
    affected: str = ""
    done: str = ""
    hour: int = 9
    seconds: int = 74


@dataclass(frozen=True)
class Assessed:
    """`codes` are types, the first the primary; `risk` is consequence and probability, none for a good example."""

    codes: tuple[str, ...]
    area: str
    risk: tuple[int, int] | None = (2, 3)
    nature: Nature = Nature.DEVIATION
    event: str = ""
    also: frozenset[Also] = frozenset()
    not_lex_sarah: str = "Händelsen ledde inte till att någon for illa, och risken är åtgärdad."
    note: str = ""


@dataclass(frozen=True)
class Told:
    """A deviation and who handles it. Every step takes the working day, counted back from today, it happens on."""

    site: Site
    handler: User
    pk: int

    @property
    def deviation(self) -> Deviation:
        return Deviation.objects.select_related("unit", "root").get(pk=self.pk)

    def moment(self, day: int) -> datetime:
        return at(self.site, day, 15)

    def assess(self, day: int, said: Assessed) -> "Told":
        coded = self.site.lists[LIST]
        chosen = actions.Assessment(
            nature=said.nature,
            category_list=coded.row,
            categories=tuple(coded.by_code[code] for code in said.codes),
            quality_area=said.area,
            risk=Risk(*said.risk) if said.risk else None,
            lex_sarah_event=said.event,
            also=said.also,
            not_lex_sarah=said.not_lex_sarah,
            note=said.note,
        )
        now = self.moment(day)
        known = self.deviation
        actions.assess(deviation=known, assessment=chosen, version=known.version, by=self.handler, now=now)
        return self

    def assign(self, day: int, to: User) -> "Told":
        known = self.deviation
        actions.assign(deviation=known, handler=to, version=known.version, by=self.handler, now=self.moment(day))
        return replace(self, handler=to)

    def investigate(self, day: int, analysis: str, routine: str = "") -> "Told":
        known, now = self.deviation, self.moment(day)
        actions.investigate(deviation=known, version=known.version, by=self.handler, now=now)
        known, content = self.deviation, actions.Analysis(analysis, routine)
        actions.write_analysis(deviation=known, content=content, version=known.version, by=self.handler, now=now)
        return self

    def cause(self, day: int, category: str, words: str, explains: int | None = None) -> int:
        """The cause's id."""
        known, content = self.deviation, actions.NewCause(category, words, explains)
        now = self.moment(day)
        return actions.add_cause(deviation=known, content=content, version=known.version, by=self.handler, now=now).pk

    def excuse(self, day: int, cause: int, reason: str) -> "Told":
        known = self.deviation
        found = known.causes.get(pk=cause)
        now = self.moment(day)
        actions.excuse_cause(cause=found, reason=reason, version=known.version, by=self.handler, now=now)
        return self

    def measure(self, day: int, cause: int, what: str, due_in: int) -> "Told":
        """An improvement that answers the cause, due so many working days from today."""
        known, now = self.deviation, self.moment(day)
        content = improvements.Decision(
            unit=known.unit,
            what=what,
            why="Kom fram i utredningen av en avvikelse.",
            quality_areas=(known.quality_area,),
            decided_on=day_of(now),
            due_on=add_working_days(day_of(self.site.now), due_in),
            owner=self.handler,
            follows=Record.objects.get(pk=self.pk),
            part=f"cause-{cause}",
        )
        improvements.decide(content=content, key=_key(self.pk, cause), by=self.handler, now=now)
        return self

    def carried_out(self, day: int, cause: int) -> "Told":
        """The measure that answers the cause is done."""
        now, key = self.moment(day), _key(self.pk, cause)
        made = Improvement.objects.get(pk__in=OneTimeKey.objects.filter(key=key).values("record_id"))
        improvements.carry_out(
            improvement=made,
            carried_out_on=day_of(now),
            version=made.version,
            by=self.handler,
            now=now,
            unplanned="Effekten följs upp i avvikelsen.",
        )
        return self

    def act(self, day: int) -> "Told":
        known = self.deviation
        actions.act(deviation=known, version=known.version, by=self.handler, now=self.moment(day))
        return self

    def follow_up(self, day: int, plan: str, due_in: int) -> "Told":
        known, now = self.deviation, self.moment(day)
        content = actions.Plan(plan, add_working_days(day_of(now), due_in))
        actions.follow_up(deviation=known, content=content, version=known.version, by=self.handler, now=now)
        return self

    def judge(self, day: int, result: Result, words: str) -> "Told":
        known, content = self.deviation, actions.Judgement(result, words)
        actions.judge(deviation=known, content=content, version=known.version, by=self.handler, now=self.moment(day))
        return self

    def write(self, day: int, part: Part, text: str) -> "Told":
        known = self.deviation
        actions.write(deviation=known, said=(part, text), version=known.version, by=self.handler, now=self.moment(day))
        return self

    def close(self, day: int, feedback: str, lesson: str = "") -> "Told":
        known, closing = self.deviation, actions.Closing(feedback, lesson)
        actions.close(deviation=known, closing=closing, version=known.version, by=self.handler, now=self.moment(day))
        return self

    def made_up(self) -> None:
        """Marks every text of it as the demo's own."""
        Narrative.objects.filter(deviation_id=self.pk).update(synthetic=True)


def _key(deviation: int, cause: int) -> str:
    return f"demo-{deviation}-{cause}"


def at(site: Site, day: int, hour: int) -> datetime:
    """An hour of the working day so many working days ago; today, an hour before now, so that nothing lies ahead."""
    today = day_of(site.now)
    if day == 0:
        return site.now
    return datetime.combine(add_working_days(today, -day), time(hour, 12), STOCKHOLM)


def report(site: Site, said: Report, *, by: User, handler: User) -> Told:
    now = at(site, said.day, said.hour)
    content = actions.Report(
        unit=site.units[said.unit],
        what=said.what,
        when=When.TODAY,
        worry=said.worry,
        affected=said.affected,
        done=said.done,
        seconds=said.seconds,
    )
    record = actions.report(content=content, key=f"demo-{site.root.slug}-{said.day}-{said.hour}", by=by, now=now)
    return Told(site, handler, record.pk)
