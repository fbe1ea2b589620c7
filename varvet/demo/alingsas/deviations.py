"""Alingsås's deviations: units, types, states and the twenty that became lex Sarah hold at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from varvet.demo import deviations, margins
from varvet.demo.alingsas.organisation import HOUSING, ROOT, UNITS
from varvet.demo.days import Span, later, moments
from varvet.demo.deviations import Case, Handling
from varvet.demo.dice import Dice
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.law.days import day_of
from varvet.registers.deviations.actions import Between, CareEvent, History
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import KINDS, SAID_BY_KIND, Direction, Injury, Nature, Status

LEX_SARAH = "lex_sarah"  # the outcome a deviation carries when it has become a lex Sarah case
FOLLOWED_UP = date(2025, 1, 31)
ENDED = "Avslutad"
INVESTIGATED = "Pågående utredning"
ACTING = "Utredd, åtgärder ej genomförda eller uppföljda"
DECEMBER = date(2024, 12, 1)
LAST_LEX_SARAH = date(2024, 11, 15)  # so that the investigation is completed in the year
DIRECTIONS = {
    "från vården till socialtjänsten": Direction.IN,
    "från socialtjänsten till vården": Direction.OUT,
}
# The text: four concern the coordinated plan, one a health examination of a child in care. We told health centres.
PLAN = {"sip_not_called": 2, "sip_not_held": 1, "sip_lacking": 1}
EXAMINATION = "health_examination"
COUNTERPARTS = {Direction.OUT: "primary_care", Direction.IN: "hospital"}
BECAME_LEX_SARAH = 20  # note to the table of deviations: "includes the 20 reports investigated as lex Sarah"
# The oldest still acted on, by the text of the report: one event in two units, both investigated under lex Sarah.
OLDEST = (("barn-och-unga-1", date(2024, 1, 12)), ("stod-och-forsorjning", date(2024, 1, 19)))


def write(site: Site, published: Published) -> list[Deviation]:
    """All of 2022-2024, with those of other kinds in 2024."""
    dice = site.dice("deviations")
    rows = [
        *_earlier(2022, site, published, dice),
        *_earlier(2023, site, published, dice),
        *_of_2024(site, published, dice),
        *_health_care(site, published, dice),
        *_collaboration(site, published, dice),
    ]
    return deviations.write(rows, site)


def _earlier(year: int, site: Site, published: Published, dice: Dice) -> list[History]:
    """Only the year's number is printed: units and types in the proportions of 2024, all closed in their year."""
    count = published.tables["avvikelser_ar"].cell(str(year), "antal")
    units = dice.deal(margins.by_share(count, _by_unit(published)))
    codes = dice.deal(margins.by_share(count, _by_type(site, published)))
    days = moments(count, Span(date(year, 1, 1), date(year, 12, 10)), dice)
    cases = [Case(unit, day, (code,)) for unit, day, code in zip(units, days, codes, strict=True)]
    before = date(year, 12, 29)
    return [deviations.history(case, deviations.closed(case, dice, before=before), site, dice) for case in cases]


def _by_unit(published: Published) -> dict[str, int]:
    return {UNITS[name]: count for name, count in published.tables["avvikelser"].column("antal").items()}


def _by_type(site: Site, published: Published) -> dict[str, int]:
    named = site.lists[deviations.LIST].named
    return {named(name).code: count for name, count in published.tables["avvikelser_typ"].column("antal").items()}


def _of_2024(site: Site, published: Published, dice: Dice) -> list[History]:
    """The total of the year is larger than the rows by unit: what is left stands on the municipality itself."""
    count = published.tables["avvikelser_ar"].cell("2024", "antal")
    by_unit = _by_unit(published)
    units = dice.deal(by_unit | {ROOT: count - sum(by_unit.values())})
    days = moments(count, Span.year(2024), dice)
    codes = mentions(count, _by_type(site, published), dice)
    cases = [Case(unit, day, code) for unit, day, code in zip(units, days, codes, strict=True)]
    cases = _with_oldest(cases)
    states = _states(cases, published, dice)
    return [
        deviations.history(case, _handling(case, state, dice), site, dice)
        for case, state in zip(_marked(cases, dice), states, strict=True)
    ]


def mentions(reports: int, counts: Mapping[str, int], dice: Dice) -> list[tuple[str, ...]]:
    """Types per report, so that each type is mentioned as often as printed; no report names a type twice."""
    deck = dice.deal(counts)
    found = [(code,) for code in deck[:reports]]
    given: list[tuple[str, ...]] = list(found)
    for code in deck[reports:]:
        number = next(n for n, codes in enumerate(given) if len(codes) == 1 and code not in codes)
        given[number] = (*given[number], code)
    return dice.shuffled(given)


def _with_oldest(cases: list[Case]) -> list[Case]:
    """The first report of each of the two units is moved to the day the text gives."""
    found = list(cases)
    for unit, day in OLDEST:
        number = next(n for n, case in enumerate(found) if case.unit == unit)
        moment = found[number].received_at.replace(year=day.year, month=day.month, day=day.day)
        found[number] = replace(found[number], received_at=moment)
    return found


def _is_oldest(case: Case) -> bool:
    return (case.unit, day_of(case.received_at)) in OLDEST


def _marked(cases: list[Case], dice: Dice) -> list[Case]:
    """The two oldest became lex Sarah; the others are drawn among those received early enough."""
    oldest = [n for n, case in enumerate(cases) if _is_oldest(case)][: len(OLDEST)]
    early = [n for n, case in enumerate(cases) if n not in oldest and day_of(case.received_at) <= LAST_LEX_SARAH]
    chosen = {*oldest, *dice.shuffled(early)[: BECAME_LEX_SARAH - len(oldest)]}
    return [replace(case, outcome=LEX_SARAH) if n in chosen else case for n, case in enumerate(cases)]


def _states(cases: list[Case], published: Published, dice: Dice) -> list[str]:
    """Still investigated: those of December. Acted on: the two oldest and others before December."""
    wanted = published.tables["avvikelser_status"].column("antal")
    late = [n for n, case in enumerate(cases) if day_of(case.received_at) >= DECEMBER]
    oldest = [n for n, case in enumerate(cases) if _is_oldest(case)][: len(OLDEST)]
    others = [n for n in range(len(cases)) if n not in late and n not in oldest]
    investigated = late[-wanted[INVESTIGATED] :]
    assert len(investigated) == wanted[INVESTIGATED]
    acting = [*oldest, *dice.shuffled(others)[: wanted[ACTING] - len(oldest)]]
    named = dict.fromkeys(investigated, INVESTIGATED) | dict.fromkeys(acting, ACTING)
    return [named.get(n, ENDED) for n in range(len(cases))]


def _handling(case: Case, state: str, dice: Dice) -> Handling:
    """As it stood at the follow-up; what was left then was ended during the spring."""
    by_then = deviations.closed(case, dice, before=date(2025, 1, 30))
    if state == ENDED:
        return by_then
    finished = later(FOLLOWED_UP, 20, 60, dice)
    if state == ACTING:
        return replace(by_then, closed_on=finished)
    return Handling(Status.CLOSED, by_then.assessed_on, later(FOLLOWED_UP, 2, 15, dice), finished)


def _health_care(site: Site, published: Published, dice: Dice) -> list[History]:
    table = published.tables["hsl"]
    codes = dice.deal({site.lists[KINDS].named(name).code: table.cell(name, "antal") for name in table.rows})
    days = moments(len(codes), Span.year(2024), dice)
    cases = [_in_health_care(code, day) for code, day in zip(codes, days, strict=True)]
    return [deviations.history(case, deviations.closed(case, dice), site, dice) for case in cases]


def _in_health_care(code: str, day: datetime) -> Case:
    """The table tells of injury only where somebody fell."""
    care = CareEvent(code, "" if code in SAID_BY_KIND else Injury.UNKNOWN)
    return Case(HOUSING, day, nature=Nature.HEALTH_CARE, theme=code, care=care)


def _collaboration(site: Site, published: Published, dice: Dice) -> list[History]:
    """The examination that a health centre had not made is something we told them."""
    by_direction = published.tables["samverkan"].column("antal")
    directions = dice.deal({DIRECTIONS[name]: count for name, count in by_direction.items()})
    agreements, told = dice.deal(PLAN), directions.index(Direction.OUT)
    agreements.insert(told, EXAMINATION)
    days = moments(len(directions), Span.year(2024), dice)
    cases = [_between(*found) for found in zip(directions, agreements, days, strict=True)]
    return [deviations.history(case, deviations.closed(case, dice), site, dice) for case in cases]


def _between(direction: Direction, agreement: str, day: datetime) -> Case:
    unit = "barn-och-unga-2" if agreement == EXAMINATION else "vuxna"
    between = Between(direction, COUNTERPARTS[direction], agreement)
    return Case(unit, day, nature=Nature.COLLABORATION, theme="collaboration", between=between)
