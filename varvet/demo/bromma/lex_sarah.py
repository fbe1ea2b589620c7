"""Bromma's lex Sarah reports: tables 6 and 7 hold at once, and the outcomes and reporting units of 2023."""

from collections.abc import Iterator, Mapping
from datetime import date

from varvet.demo import lex_sarah, margins
from varvet.demo.bromma import provider_history
from varvet.demo.bromma.deviations import GROUPS
from varvet.demo.bromma.organisation import CHILDREN, PERSONAL, PRIVATE
from varvet.demo.days import Span, moments
from varvet.demo.dice import Dice
from varvet.demo.lex_sarah import LIST, NOT_OPENED, Case
from varvet.demo.published import Published, Table
from varvet.demo.site import Site
from varvet.registers.lex_sarah.rules import Law, Outcome

LEGAL = "legal"
PROVIDERS = frozenset({PRIVATE})  # what happened there is told of by the provider, in a register of its own
TABLES = {2022: "t7_2022", 2023: "t7"}
# Where nothing is printed about types and places, the proportions of the year after are used.
EARLIER = {2020: "t7_2022", 2021: "t7_2022"}
# Which units a verksamhetsområde means, for reports on legal certainty and for others (lex_sarah_outcomes_2023).
PLACES: Mapping[str, tuple[Mapping[str, float], Mapping[str, float]]] = {
    "Funktionsnedsättning": ({"funktionsnedsattning": 1.0}, GROUPS[PERSONAL]),
    "Barn och unga": (GROUPS[CHILDREN], GROUPS[CHILDREN]),
    "Beroende": ({"beroende": 1.0}, {"beroende": 1.0}),
    "Socialpsykiatri": ({"socialpsykiatri": 1.0}, {"langskeppet": 1.0}),
    "Ekonomiskt bistånd": ({"ekonomiskt-bistand": 1.0}, {"ekonomiskt-bistand": 1.0}),
}
# The text of 2023: 7 misconducts of legal certainty and 1 of treatment; serious: 1 financial, 1 legal certainty.
DECIDED = {(LEGAL, Outcome.MISCONDUCT): 7, ("treatment", Outcome.MISCONDUCT): 1}
SERIOUS = {("financial", Outcome.SERIOUS): 1, (LEGAL, Outcome.SERIOUS): 1}
EARLIER_OUTCOMES = {Outcome.MISCONDUCT: 4.0, Outcome.RISK: 3.0, Outcome.NO_MISCONDUCT: 5.0}


def write(site: Site, published: Published) -> int:
    dice = site.dice("lex_sarah")
    cases = [(year, case) for year in (2020, 2021, 2022, 2023) for case in _cases(year, site, published, dice)]
    rows = [
        lex_sarah.history(case, date(year, 12, 28), site, dice) for year, case in cases if case.unit not in PROVIDERS
    ]
    private = [case for _, case in cases if case.unit in PROVIDERS]
    return len(lex_sarah.write(rows, site)) + provider_history.write(private, site, dice)


def _cases(year: int, site: Site, published: Published, dice: Dice) -> Iterator[Case]:
    events = _events(year, site, published, dice)
    private = published.tables["t6"].cell(str(year), "rapporter_enskild")
    units = _units(events, private, dice)
    outcomes = _outcomes(year, [code for code, _ in events], units, published, dice)
    days = dice.shuffled(moments(len(events), Span(date(year, 1, 1), date(year, 12, 12)), dice))
    for (code, _), unit, outcome, received_at in zip(events, units, outcomes, days, strict=True):
        law = Law.LSS if unit in {*GROUPS[PERSONAL], PRIVATE} else Law.SOL
        yield Case(unit=unit, received_at=received_at, type_code=code, outcome=outcome, law=law)


def _events(year: int, site: Site, published: Published, dice: Dice) -> list[tuple[str, str]]:
    """Type and verksamhetsområde of each report of a year."""
    table = published.tables[TABLES.get(year) or EARLIER[year]]
    found = list(_cells(table, site))
    if year in TABLES:
        return found
    row = str(year)
    count = published.tables["t6"].cell(row, "rapporter_egen") + published.tables["t6"].cell(row, "rapporter_enskild")
    return dice.shuffled(found)[:count]


def _cells(table: Table, site: Site) -> Iterator[tuple[str, str]]:
    for label in table.rows:
        code = site.lists[LIST].named(label).code
        for area in table.columns:
            yield from [(code, area)] * table.cell(label, area)


def _units(events: list[tuple[str, str]], private: int, dice: Dice) -> list[str]:
    """A private provider's report concerns support to persons with disabilities."""
    units = [dice.weighted(PLACES[area][code != LEGAL]) for code, area in events]
    fitting = [n for n, event in enumerate(events) if event[1] == "Funktionsnedsättning" and event[0] != LEGAL]
    for number in dice.shuffled(fitting)[:private]:
        units[number] = PRIVATE
    return units


def _outcomes(year: int, codes: list[str], units: list[str], published: Published, dice: Dice) -> list[str]:
    """One per report; NOT_OPENED where no investigation was opened."""
    table = published.tables["t6"]
    opened = table.cell(str(year), "utredningar_egen") + table.cell(str(year), "utredningar_enskild")
    if year == 2023:
        return _outcomes_2023(codes, opened, published, dice)
    own = [n for n, unit in enumerate(units) if unit != PRIVATE]
    unopened = set(dice.shuffled(own)[: len(codes) - opened])
    shares = {str(outcome): weight for outcome, weight in EARLIER_OUTCOMES.items()}
    decided = iter(dice.deal(margins.by_share(opened, shares)))
    return [NOT_OPENED if n in unopened else next(decided) for n in range(len(codes))]


def _outcomes_2023(codes: list[str], opened: int, published: Published, dice: Dice) -> list[str]:
    printed = published.facts["lex_sarah_outcomes_2023"]
    found: list[str | None] = [None] * len(codes)
    order = dice.shuffled(range(len(codes)))
    for (code, outcome), count in (DECIDED | SERIOUS).items():
        for number in [n for n in order if codes[n] == code and found[n] is None][:count]:
            found[number] = outcome
    risks = printed["palpable_risk"]
    rest = {
        str(Outcome.RISK): risks,
        str(Outcome.NO_MISCONDUCT): opened - risks - printed["misconduct"] - printed["serious_reported_to_ivo"],
        NOT_OPENED: printed["reports"] - opened,
    }
    left = iter(dice.deal(rest))
    return [outcome if outcome is not None else next(left) for outcome in found]
