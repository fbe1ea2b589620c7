"""Bromma's staff meetings of half a year: held, not held, one that goes on, and a unit where nobody has reported.

Nothing here is published; every text is made up.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from varvet.demo.bromma.organisation import ADULTS, CHILDREN, RESOURCE
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, add_months, add_working_days, day_of, is_working_day
from varvet.kernel.organisation.models import Unit
from varvet.registers.meetings import actions
from varvet.registers.meetings.actions import Answer, Change, Held
from varvet.registers.meetings.models import Line, Meeting, Narrative
from varvet.registers.meetings.rules import Outcome, Reason, month_of

COORDINATOR, MANAGER, OTHER_MANAGER = "Eva Sand", "Alice Lind", "Cecilia Berg"
SILENT = "langskeppet"
MONTHS = 5  # behind this one
IN_THE_MONTH = 12  # the day they meet, or the working day after
PRESENT = (14, 11, 16, 12, 9)
TALKED = "Vi läser den gemensamma inkorgen varje morgon. Den som har jouren skriver upp att det är gjort."
NOTE = "Arbetsgruppen föreslår en checklista vid överlämning."
NOT_HELD = "Lokalen var upptagen, och halva gruppen var på utbildning."
QUESTION = "Vad gör vi annorlunda nästa gång det är bråttom?"
ROUTINES = ("Ny rutin för överlämning mellan grupperna", "Läs rutinen för barnsamtal")


@dataclass(frozen=True)
class Team:
    """A unit, who holds its meetings, and how many months back one was not held; 0 for none."""

    unit: Unit
    by: User
    missed: int = 0


def write(site: Site, _: Published) -> int:
    people = people_of(site)
    children = Team(site.units[CHILDREN], people[MANAGER], missed=4)
    adults = Team(site.units[ADULTS], people[OTHER_MANAGER])
    this = month_of(day_of(site.now))
    for back in range(MONTHS, 0, -1):
        _past(children, add_months(this, -back), back)
        if back % 2:
            _past(adults, add_months(this, -back), back)
    _now(children, site)
    actions.make(unit=site.units[SILENT], month=this, by=people[COORDINATOR], now=site.now)
    actions.make(unit=site.units[RESOURCE], month=this, by=people[COORDINATOR], now=site.now)
    Narrative.objects.filter(meeting__root=site.root).update(synthetic=True)
    return Meeting.objects.filter(root=site.root).count()


def _past(team: Team, month: date, back: int) -> None:
    """As it went some months ago."""
    day = _working(month.replace(day=IN_THE_MONTH))
    sheet = actions.make(unit=team.unit, month=month, by=team.by, now=at(day - timedelta(days=5), 10))
    if back == team.missed:
        actions.mark_not_held(_change(sheet, team.by, at(day, 15)), NOT_HELD)
        return
    sheet = actions.ask(_change(sheet, team.by, at(day, 8)), QUESTION) if back == MONTHS else sheet
    sheet = actions.open_meeting(_change(sheet, team.by, at(day, 9)))
    _answer(sheet, team.by, at(day, 9), all_of_it=back != 2)
    held = Held(day, PRESENT[back % len(PRESENT)], TALKED if back != MONTHS else "")
    sheet = actions.hold(_change(sheet, team.by, at(day, 11)), held)
    if back > 1:
        actions.close(_change(sheet, team.by, at(add_working_days(day, 2), 14)))


def _answer(sheet: Meeting, by: User, now: datetime, *, all_of_it: bool) -> None:
    """Every fourth line waits where not all of it was done, and the one after it is left out."""
    for number, line in enumerate(Line.objects.filter(meeting=sheet), 1):
        if all_of_it or number % 4:
            left = not all_of_it and number % 4 == 1 and number > 1
            outcome, reason = (Outcome.LEFT, Reason.ELSEWHERE) if left else (Outcome.RAISED, "")
            note = NOTE if number == 1 else ""
            actions.answer(_change(sheet, by, now), Answer(line.pk, outcome, reason, note))


def _now(team: Team, site: Site) -> None:
    """This month's goes on: half of it is ticked."""
    month = month_of(day_of(site.now))
    sheet = actions.make(unit=team.unit, month=month, by=team.by, now=site.now)
    for words in ROUTINES:
        actions.add_line(_change(sheet, team.by, site.now), words)
    sheet = actions.open_meeting(_change(sheet, team.by, site.now))
    lines = list(Line.objects.filter(meeting=sheet))
    for line in lines[: len(lines) // 2]:
        actions.answer(_change(sheet, team.by, site.now), Answer(line.pk, Outcome.RAISED))


def _change(sheet: Meeting, by: User, now: datetime) -> Change:
    current = Meeting.objects.select_related("unit", "root").get(pk=sheet.pk)
    return Change(current, current.version, by, now)


def _working(day: date) -> date:
    return day if is_working_day(day) else add_working_days(day, 1)


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 15), STOCKHOLM)
