"""An activity told step by step through the register's own actions, with made-up words; nobody in it exists."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from varvet.demo.models import DemoPerson
from varvet.demo.site import Site
from varvet.kernel.access.models import User
from varvet.kernel.crypto.handed import fingerprint
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.registers.improvements import actions as improvements
from varvet.registers.improvements.models import Improvement
from varvet.registers.involvement import actions
from varvet.registers.involvement.models import Activity, Narrative
from varvet.registers.involvement.rules import USUAL_METHOD, People, Result, Sort, Telling


@dataclass(frozen=True)
class Said:
    """What an activity was and what people said; `also` are slugs of other units whose users took part."""

    sort: Sort
    whom: str
    unit: str
    heard: str = ""
    people: People = field(default_factory=People)
    themes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """An activity and who is responsible for it."""

    site: Site
    by: User
    pk: int

    @property
    def activity(self) -> Activity:
        return Activity.objects.select_related("unit", "root").get(pk=self.pk)

    def _do(self, act: Callable[..., object], now: datetime, **values: object) -> "Told":
        activity = self.activity
        act(activity=activity, version=activity.version, by=self.by, now=now, **values)
        return self

    def decide(self, now: datetime, result: Result, line: str, words: str = "") -> "Told":
        return self._do(actions.decide, now, outcome=actions.Outcome(result, line, words))

    def tell(self, now: datetime, how: Telling, words: str) -> "Told":
        return self._do(actions.tell, now, told=actions.ToldBack(how, day_of(now), words))

    def conclude(self, now: datetime) -> "Told":
        return self._do(actions.conclude, now)

    def cancel(self, now: datetime, reason: str) -> "Told":
        return self._do(actions.cancel, now, reason=reason)

    def improve(self, now: datetime, what: str, done: datetime | None = None) -> Improvement:
        """A measure that began here, carried out when `done` says so."""
        activity = self.activity
        content = improvements.Decision(
            unit=activity.unit,
            what=what,
            why="Kom fram när brukare fick säga vad de tycker.",
            quality_areas=(),
            decided_on=day_of(now),
            follows=activity,
        )
        made = improvements.decide(content=content, key=f"demo-involvement-{self.pk}", by=self.by, now=now)
        found = Improvement.objects.get(pk=made.pk)
        if done is None:
            return found
        return improvements.carry_out(
            improvement=found,
            carried_out_on=day_of(done),
            version=found.version,
            by=self.by,
            now=done,
            unplanned="Vi frågar dem som sade det om ett halvår.",
        )


def held(site: Site, said: Said, *, by: User, now: datetime) -> Told:
    """Held on the day of `now`, and written in then."""
    heard = actions.Heard(said.people, said.heard, said.themes)
    content = actions.Held(_about(site, said), day_of(now), heard)
    return Told(site, by, actions.record(content=content, key=_key(site, said), by=by, now=now).pk)


def planned(site: Site, said: Said, *, by: User, times: tuple[datetime, datetime]) -> Told:
    """`times` are when it was planned, and what it was planned for."""
    now, ahead = times
    content = actions.Plan(_about(site, said), day_of(ahead), said.heard)
    return Told(site, by, actions.plan(content=content, key=_key(site, said), by=by, now=now).pk)


def make_public(improvement: Improvement, words: improvements.PublicWords, *, by: User, now: datetime) -> Improvement:
    """Told to everybody: the words as a draft first, then published."""
    draft(improvement, words, by=by, now=now)
    current = Improvement.objects.get(pk=improvement.pk)
    improvements.publish(improvement=current, version=current.version, by=by, now=now)
    return current


def draft(improvement: Improvement, words: improvements.PublicWords, *, by: User, now: datetime) -> None:
    improvements.write_public(improvement=improvement, words=words, version=improvement.version, by=by, now=now)


def ended(site: Site) -> int:
    """Marks every text as the demo's own; how many activities there are."""
    made = Activity.objects.filter(root=site.root)
    Narrative.objects.filter(activity__in=made).update(synthetic=True)
    return made.count()


def people_of(site: Site) -> dict[str, User]:
    found = DemoPerson.objects.select_related("user").filter(root=site.root)
    return {person.user.name: person.user for person in found}


def _about(site: Site, said: Said) -> actions.About:
    also: tuple[Unit, ...] = tuple(site.units[slug] for slug in said.also)
    return actions.About(said.sort, said.whom, site.units[said.unit], USUAL_METHOD[said.sort], also)


def _key(site: Site, said: Said) -> str:
    return fingerprint(f"demo-{site.root.slug}-{said.sort}-{said.unit}")
