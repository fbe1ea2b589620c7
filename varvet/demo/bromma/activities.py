"""Bromma's wheel: the shipped one taken over a year ago, two of a unit's own, and two years as far as they have come.

Nothing here is published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from varvet.demo.bromma.organisation import CHILDREN
from varvet.demo.dice import Dice
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, add_working_days, day_of
from varvet.kernel.organisation.settings_of_root import quality_year, quality_year_of
from varvet.registers.activities import actions
from varvet.registers.activities.actions import Content, Moved, Outcome
from varvet.registers.activities.models import Narrative, Occasion
from varvet.registers.activities.rules import Makes, Repeat, Rule, Sort, Status, shipped_wheel

COORDINATOR, MANAGER = "Eva Sand", "Alice Lind"
BEFORE_THE_YEAR = timedelta(days=40)
LATE_OF_TEN, DAYS_LATE = 2, (3, 9)
NOT_DONE = "Två av tre var sjuka, och underlaget hann inte samlas in."
MOVED = "Ledningsgruppen möts en vecka senare."
CANCELLED = "Alla är på en gemensam utbildningsdag."
NOTE = "Genomgången är gjord. Två frågor tas vidare till ledningsgruppen."
OWN = (
    ("Barnsamtalen följs upp", Sort.CHECK, Makes.SELF_CHECK, Rule(Repeat.QUARTER, 3, 10), 20),
    ("Brukarrådet möts", Sort.MEETING, Makes.NOTE, Rule(Repeat.HALF_YEAR, 4, 12), 0),
)


@dataclass(frozen=True)
class Telling:
    """Who writes, and how it goes."""

    site: Site
    by: User
    dice: Dice

    @property
    def today(self) -> date:
        return day_of(self.site.now)


def write(site: Site, _: Published) -> int:
    people = people_of(site)
    this = quality_year_of(site.root, day_of(site.now))
    before = quality_year(site.root, int(this.name) - 1)
    _plan(site, people, _at(before.first - BEFORE_THE_YEAR), before.first)
    actions.make_all(now=_at(this.first - BEFORE_THE_YEAR))
    actions.make_all(now=site.now)
    _tell(Telling(site, people[COORDINATOR], site.dice("the wheel")))
    Narrative.objects.filter(occasion__root=site.root).update(synthetic=True)
    return Occasion.objects.filter(root=site.root).count()


def _plan(site: Site, people: dict[str, User], now: datetime, first_day: date) -> None:
    by = people[COORDINATOR]
    actions.take_shipped(root=site.root, wanted=shipped_wheel(), by=by, now=now, first_day=first_day)
    for number, (name, sort, makes, rule, ahead) in enumerate(OWN):
        content = Content(name, sort, makes, rule, first_day, days_ahead=ahead, responsible=people[MANAGER])
        key = f"demo-wheel-{site.root.slug}-{number}"
        actions.add_activity(unit=site.units[CHILDREN], content=content, key=key, by=people[MANAGER], now=now)


def _tell(telling: Telling) -> None:
    """All but the latest that are over were done; of those, one waits, one did not come off and one was cancelled."""
    over = list(_over(telling))
    waits, not_done, cancelled = over[-1:], over[-4:-3], over[-7:-6]
    for row in over:
        if row in not_done:
            _ended(row, telling)
        elif row in cancelled:
            now = _at(add_working_days(row.due_on, -3))
            actions.cancel(occasion=row, reason=CANCELLED, version=row.version, by=telling.by, now=_later(row, now))
        elif row not in waits:
            _done(row, telling)
    _moved(telling)


def _over(telling: Telling) -> Iterator[Occasion]:
    rows = Occasion.objects.filter(root=telling.site.root, status=Status.PLANNED, due_on__lt=telling.today)
    yield from rows.select_related("unit", "root").order_by("due_on", "pk")


def _done(row: Occasion, telling: Telling) -> None:
    is_late = telling.dice.between(1, 10) <= LATE_OF_TEN
    days = telling.dice.between(*DAYS_LATE) if is_late else -telling.dice.between(0, 4)
    day = min(add_working_days(row.due_on, days), add_working_days(telling.today, -1))
    words = NOTE if row.makes == Makes.NOTE and telling.dice.between(1, 4) == 1 else ""
    outcome = Outcome(day, words=words)
    actions.mark_done(occasion=row, outcome=outcome, version=row.version, by=telling.by, now=_later(row, _at(day)))


def _ended(row: Occasion, telling: Telling) -> None:
    now = _at(min(add_working_days(row.due_on, 2), telling.today))
    by = telling.by
    actions.mark_not_done(occasion=row, reason=NOT_DONE, version=row.version, by=by, now=_later(row, now))


def _moved(telling: Telling) -> None:
    """The first that is still to come."""
    rows = Occasion.objects.filter(root=telling.site.root, status=Status.PLANNED, due_on__gt=telling.today)
    row = rows.select_related("unit", "root").order_by("due_on", "pk").first()
    if row is not None:
        moved = Moved(row.due_on + timedelta(days=7), MOVED)
        actions.move(occasion=row, moved=moved, version=row.version, by=telling.by, now=telling.site.now)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14), STOCKHOLM)


def _later(row: Occasion, moment: datetime) -> datetime:
    """Nothing ends before it was written in."""
    return max(moment, row.received_at)
