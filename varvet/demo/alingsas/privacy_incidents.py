"""Alingsås's privacy incidents: 2024 in the units that the note to the table names, the years before anywhere."""

from datetime import date, datetime

from varvet.demo import privacy_incidents
from varvet.demo.alingsas.organisation import UNITS
from varvet.demo.days import Span, moments
from varvet.demo.dice import Dice
from varvet.demo.privacy_incidents import Incident
from varvet.demo.published import Published
from varvet.demo.site import Site

TABLE = "pui"
# "5 from Children and youth, 1 each from …": the note has the two units as one.
CHILDREN = ("barn-och-unga-1", "barn-och-unga-2")
OF_CHILDREN = 5
ONE_EACH = ("stod-och-forsorjning", "familjehem", "arbetsmarknad", "beroendestod")


def write(site: Site, published: Published) -> int:
    dice, by_year = site.dice("privacy_incidents"), published.tables[TABLE].column("antal")
    incidents: list[Incident] = []
    for year, count in by_year.items():
        units = _units_of_2024(dice) if year == "2024" else [dice.pick(list(UNITS.values())) for _ in range(count)]
        incidents += [Incident(unit, day) for unit, day in zip(units, _days(int(year), count, dice), strict=True)]
    return privacy_incidents.write([privacy_incidents.history(i, site, dice) for i in incidents], site)


def _units_of_2024(dice: Dice) -> list[str]:
    return dice.shuffled([*(dice.pick(CHILDREN) for _ in range(OF_CHILDREN)), *ONE_EACH])


def _days(year: int, count: int, dice: Dice) -> list[datetime]:
    """Early enough for all to be closed in their year."""
    return moments(count, Span(date(year, 1, 1), date(year, 12, 10)), dice)
