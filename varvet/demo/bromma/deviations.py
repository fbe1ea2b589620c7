"""Bromma's deviations: tables 8 and 9 hold at once, unit by unit and quality area by quality area."""

from varvet.demo import deviations, margins
from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME, PERSONAL, RESOURCE, UNITS
from varvet.demo.days import YEARLY, Span, moments
from varvet.demo.deviations import Case
from varvet.demo.dice import Dice
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.law.days import add_working_days, day_of
from varvet.kernel.organisation.models import SeriesBreak

YEARS = (2020, 2021, 2022, 2023)
GROUPS = {
    ADULTS: {"funktionsnedsattning": 4.0, "beroende": 3.0, "socialpsykiatri": 3.0},
    CHILDREN: {
        "mottagningsgruppen": 8.0,
        "utredningsgrupp-1": 3.0,
        "utredningsgrupp-2": 3.0,
        "utredningsgrupp-3": 3.0,
        "familjevardsgruppen": 2.0,
        "umgangesgruppen": 1.0,
    },
    INCOME: {"ekonomiskt-bistand": 6.0, "relationsvaldsteamet": 1.0},
    PERSONAL: {"gruppbostad": 5.0, "servicebostad": 2.0, "daglig-verksamhet": 3.0},
    RESOURCE: {"arbetsmarknadscenter": 1.0, "boende-och-stod": 3.0, "langskeppet": 4.0, "forebyggande": 2.0},
}
THEMES = {
    "A": {"deadline": 5.0, "documentation": 3.0, "legal": 2.0},
    "B": {"missed_support": 1.0},
    "C": {"staffing": 4.0, "missed_support": 1.0},
    "D": {"treatment": 1.0},
    "E": {"participation": 1.0},
    "F": {"other": 1.0},
    "G": {"competence": 1.0},
    "H": {"collaboration": 3.0, "transfer": 2.0},
}
# The note to table 9 gives the first; the second keeps slow assessments where the report says they were.
FIXED = {2023: {(PERSONAL, "C"): 104, (CHILDREN, "A"): 190}}
# The report says that the unit for children reported fewer in the second and third tertials of 2023.
EARLY = {month: weight * (1.7 if month <= 4 else 1.0) for month, weight in YEARLY.items()}
BREAK_REASON = "Enheten räknade avvikelserna på ett annat sätt 2022 och har förtydligat vad en avvikelse är."
WAITING = 12


def write(site: Site, published: Published) -> int:
    dice = site.dice("deviations")
    rows = [
        deviations.history(case, deviations.closed(case, dice), site, dice)
        for year in YEARS
        for case in _cases(year, published, dice)
    ]
    return len(deviations.write(rows, site))


def _cases(year: int, published: Published, dice: Dice) -> list[Case]:
    by_unit = {UNITS[name]: count for name, count in published.tables["t8"].column(str(year)).items()}
    by_area = margins.from_percent(sum(by_unit.values()), published.tables["t9"].column(str(year)))
    table = margins.table(by_unit, by_area, FIXED.get(year, {}), dice)
    return [case for unit in by_unit for case in _of_unit(unit, year, {a: table[unit, a] for a in by_area}, dice)]


def _of_unit(unit: str, year: int, by_area: dict[str, int], dice: Dice) -> list[Case]:
    areas = dice.deal(by_area)
    groups = dice.deal(margins.by_share(len(areas), GROUPS[unit]))
    by_month = EARLY if (unit, year) == (CHILDREN, 2023) else YEARLY
    return [
        Case(unit=group, received_at=moment, codes=(dice.weighted(THEMES[area]),), quality_area=area)
        for area, group, moment in zip(areas, groups, moments(len(areas), Span.year(year), dice, by_month), strict=True)
    ]


def mark_series_break(site: Site, _: Published) -> int:
    """1,108 to 200: nobody may read that as an improvement."""
    SeriesBreak.objects.create(
        unit=site.units[PERSONAL],
        measure="deviations.received_other",
        day=Span.year(2023).first,
        reason=BREAK_REASON,
        marked_by_id=site.by.pk,
    )
    return 0


def write_waiting(site: Site, _: Published) -> int:
    """What came in during the last ten working days and waits to be assessed, so that the queue is alive."""
    dice = site.dice("waiting")
    today = day_of(site.now)
    span = Span(add_working_days(today, -10), add_working_days(today, -1))
    groups = [group for unit in (CHILDREN, PERSONAL, ADULTS) for group in GROUPS[unit]]
    themes = ["deadline", "transfer", "staffing", "documentation", "missed_support", "collaboration"]
    rows = [
        deviations.waiting(dice.pick(groups), moment, dice.pick(themes), site, dice)
        for moment in moments(WAITING, span, dice)
    ]
    return len(deviations.write(rows, site))
