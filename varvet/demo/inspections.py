"""An inspection told step by step through the register's own actions, with made-up words; nobody in it exists."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from varvet.demo.site import Site
from varvet.kernel.access.models import User
from varvet.kernel.crypto.handed import fingerprint
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.registers.improvements import actions as improvements
from varvet.registers.inspections import actions
from varvet.registers.inspections.models import Inspection, Narrative, Question
from varvet.registers.inspections.rules import Finding, Period, Sort, questions_from


@dataclass(frozen=True)
class Looked:
    """Who looked at what; `unit` and `also` are slugs, `by` is a code of the list."""

    sort: Sort
    by: str
    subject: str
    unit: str
    also: tuple[str, ...] = ()
    basis: str = ""
    period: Period = field(default_factory=Period)
    contract: actions.Contract = field(default_factory=actions.Contract)

    def about(self, site: Site) -> actions.About:
        also: tuple[Unit, ...] = tuple(site.units[slug] for slug in self.also)
        return actions.About(
            self.sort, self.by, self.subject, site.units[self.unit], also, self.basis, self.period, self.contract
        )


@dataclass(frozen=True)
class Told:
    """An inspection and who is responsible for it."""

    by: User
    pk: int

    @property
    def inspection(self) -> Inspection:
        return Inspection.objects.select_related("unit", "root").get(pk=self.pk)

    def _do(self, act: Callable[..., object], now: datetime, **values: object) -> "Told":
        inspection = self.inspection
        act(inspection=inspection, version=inspection.version, by=self.by, now=now, **values)
        return self

    def answer(self, now: datetime, words: str) -> "Told":
        return self._do(actions.write_answer, now, words=words)

    def send(self, now: datetime) -> "Told":
        return self._do(actions.send, now, sent_on=day_of(now))

    def decide(self, now: datetime, points: Sequence[tuple[Finding, str]], words: str = "", diary: str = "") -> "Told":
        """The first point comes with the decision, the others after."""
        first, *more = [actions.Found(kind, line) for kind, line in points]
        self._do(actions.decide, now, decision=actions.Decision(day_of(now), first, diary, words))
        for found in more:
            self._do(actions.find, now, found=found)
        return self

    def settle(self, now: datetime, number: int, important: str = "", no_action: str = "", unit: str = "") -> "Told":
        """`unit` is a slug; the inspection's own unit where none is said."""
        inspection = self.inspection
        others = {other.unit.slug: other.unit for other in inspection.also.select_related("unit")}
        chosen = others.get(unit, inspection.unit)
        return self._do(actions.settle, now, number=number, settled=actions.Settled(chosen, important, no_action))

    def improve(self, now: datetime, number: int, what: str, due_on: date | None = None) -> "Told":
        """A measure that answers the point."""
        inspection = self.inspection
        content = improvements.Decision(
            unit=inspection.unit,
            what=what,
            why="Kom fram i en granskning.",
            quality_areas=(),
            decided_on=day_of(now),
            due_on=due_on,
            follows=Record.objects.get(pk=self.pk),
            part=f"punkt-{number}",
        )
        improvements.decide(content=content, key=f"demo-inspection-{self.pk}-{number}", by=self.by, now=now)
        return self

    def follow(self, now: datetime, follow_on: date) -> "Told":
        return self._do(actions.follow, now, follow_on=follow_on)

    def close(self, now: datetime, words: str) -> "Told":
        return self._do(actions.close, now, words=words)

    def withdraw(self, now: datetime, reason: str) -> "Told":
        return self._do(actions.withdraw, now, reason=reason)

    def ask(self, now: datetime, lines: str) -> "Told":
        return self._do(actions.ask, now, asked=questions_from(lines))

    def give(self, now: datetime, numbers: Sequence[int], to: actions.GivenTo) -> "Told":
        return self._do(actions.give, now, numbers=numbers, to=to)

    def answer_question(self, now: datetime, number: int, words: str, by: User | None = None) -> "Told":
        version = Question.objects.get(inspection=self.pk, number=number).version
        who = by or self.by
        actions.answer(inspection=self.inspection, number=number, words=words, version=version, by=who, now=now)
        return self

    def review(self, now: datetime, number: int) -> "Told":
        version = Question.objects.get(inspection=self.pk, number=number).version
        actions.review(inspection=self.inspection, number=number, version=version, by=self.by, now=now)
        return self


def begun(site: Site, looked: Looked, demand: str, *, by: User, times: tuple[datetime, date | None]) -> Told:
    """`times` are when it came, and the day by which an answer is wanted."""
    now, due_on = times
    content = actions.Demand(day_of(now), demand, due_on)
    made = actions.take_in(about=looked.about(site), demand=content, key=_key(site, looked, now), by=by, now=now)
    return Told(by, made.pk)


def announced(site: Site, looked: Looked, *, by: User, times: tuple[datetime, date]) -> Told:
    """`times` are when it was announced, and the day it is announced for."""
    now, expected_on = times
    key = _key(site, looked, now)
    made = actions.announce(about=looked.about(site), expected_on=expected_on, key=key, by=by, now=now)
    return Told(by, made.pk)


def ended(site: Site) -> int:
    """Marks every text as the demo's own; how many inspections there are."""
    made = Inspection.objects.filter(root=site.root)
    Narrative.objects.filter(inspection__in=made).update(synthetic=True)
    return made.count()


def _key(site: Site, looked: Looked, now: datetime) -> str:
    return fingerprint(f"demo-{site.root.slug}-{looked.by}-{looked.unit}-{looked.subject}-{now.isoformat()}")
