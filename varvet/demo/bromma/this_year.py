"""What has come in since the published years: a steady stream, and a few cases told whole, so that the demo is alive.

Nothing here is published; every text says that it is made up.
"""

from datetime import datetime, timedelta

from varvet.demo import deviations
from varvet.demo.bromma.deviations import GROUPS, THEMES
from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME, PERSONAL, RESOURCE
from varvet.demo.bromma.stories import STORIES
from varvet.demo.days import Span, moments
from varvet.demo.deviations import Case
from varvet.demo.dice import Dice
from varvet.demo.models import DemoPerson
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.law.days import add_working_days, day_of

MONTHS = 14
A_MONTH = 13
STILL_OPEN = 45  # working days: what came in after is told as stories or waits
SHARES = {CHILDREN: 4.0, ADULTS: 2.0, INCOME: 1.5, PERSONAL: 4.0, RESOURCE: 1.0}
AREAS = {"A": 5.0, "C": 2.0, "D": 1.0, "E": 1.0, "G": 0.5, "H": 3.0}


def write(site: Site, _: Published) -> int:
    dice = site.dice("this year")
    until = add_working_days(day_of(site.now), -STILL_OPEN)
    first = (until - timedelta(days=30 * MONTHS)).replace(day=1)
    cases = [_case(moment, dice) for moment in moments(A_MONTH * MONTHS, Span(first, until), dice)]
    before = day_of(site.now)
    rows = [deviations.history(case, deviations.closed(case, dice, before=before), site, dice) for case in cases]
    return len(deviations.write(rows, site))


def _case(moment: datetime, dice: Dice) -> Case:
    unit, area = dice.weighted(SHARES), dice.weighted(AREAS)
    return Case(
        unit=dice.weighted(GROUPS[unit]), received_at=moment, codes=(dice.weighted(THEMES[area]),), quality_area=area
    )


def write_stories(site: Site, _: Published) -> int:
    people = {
        person.user.name: person.user for person in DemoPerson.objects.select_related("user").filter(root=site.root)
    }
    made = [pk for story in STORIES for pk in story(site, people)]
    return len(made)
