"""Göteborg Centrum's deviations, lex Sarah cases and feedback of the quality year 2024."""

import re
from collections.abc import Iterator, Mapping

from varvet.demo import deviations, feedback, lex_sarah
from varvet.demo.days import Span, moments
from varvet.demo.deviations import Case
from varvet.demo.dice import Dice
from varvet.demo.feedback import Comment
from varvet.demo.goteborg.organisation import DEPARTMENTS, EMERGENCY, PARTS
from varvet.demo.published import Published, Table
from varvet.demo.site import Site
from varvet.kernel.law.days import add_working_days
from varvet.registers.feedback.rules import Sort
from varvet.registers.lex_sarah.rules import Outcome

TABLES = {
    "bou": "barn-och-unga",
    "eb": "ekonomiskt-bistand",
    "vux": "vuxna",
    "su": "stadsovergripande-uppdrag",
    "sv": "stadsovergripande-verksamheter",
}
BOTH = "Samverkan intern/extern"
INTERNAL, EXTERNAL = "collaboration-internal", "collaboration-external"
DIRECTIONS = {INTERNAL: "internal", EXTERNAL: "external"}
NEIGHBOURS = "Kranskommuner"
# Barn och unga prints its largest categories only; the rest is spread below the smallest one printed.
UNPRINTED = {"post": 10.0, "treatment": 8.0, "missed_support": 6.0, "external": 4.0, "start_support": 4.0}
LEX_SARAH_TYPES = {"legal": 6.0, "support": 2.0, "treatment": 1.0, "other": 1.0}
SORTS = {
    "Beröm": Sort.PRAISE,
    "Klagomål": Sort.COMPLAINT,
    "Klagomål gällande bemötande, information och tillgänglighet": Sort.COMPLAINT,
    "Förbättringsförslag miljö lokaler": Sort.SUGGESTION,
}
ABOUT = {
    "Klagomål gällande bemötande, information och tillgänglighet": ("treatment", "information", "availability"),
    "Förbättringsförslag miljö lokaler": ("premises",),
}
COMMENTED = ("treatment", "content", "information", "availability")


def span_of(published: Published) -> Span:
    return Span(published.first, published.last)


def by_category(table: Table, site: Site) -> dict[str, int]:
    """Counts by category code. A row printed "9 (5/4)" is 5 internal and 4 external; undivided, half of each."""
    counts: dict[str, int] = {}
    for label in table.rows:
        count = table.cell(label, "antal")
        if label != BOTH:
            counts[site.lists[deviations.LIST].named(label).code] = count
            continue
        printed = re.search(rf"{count} \((\d+)/(\d+)\)", table.note)
        within = int(printed[1]) if printed else count // 2
        counts |= {INTERNAL: within, EXTERNAL: count - within}
    return counts


def write_deviations(site: Site, published: Published) -> int:
    dice = site.dice("deviations")
    cases = [case for name in TABLES for case in _deviations_of(name, site, published, dice)]
    rows = [deviations.history(case, deviations.closed(case, dice), site, dice) for case in cases]
    return len(deviations.write(rows, site))


def _deviations_of(name: str, site: Site, published: Published, dice: Dice) -> Iterator[Case]:
    table = published.tables[f"{name}_avvikelser"]
    counts = by_category(table, site)
    unprinted = int(table.printed_totals["antal"]) - sum(counts.values())
    codes = [*dice.deal(counts), *(dice.weighted(UNPRINTED) for _ in range(unprinted))]
    for code, received_at in zip(dice.shuffled(codes), moments(len(codes), span_of(published), dice), strict=True):
        yield Case(dice.weighted(PARTS[TABLES[name]]), received_at, (code,), direction=DIRECTIONS.get(code, ""))
    for received_at in moments(_for_neighbours(table), span_of(published), dice):
        yield Case(EMERGENCY, received_at, (dice.pick(["legal", "documentation", "other"]),), huvudman=NEIGHBOURS)


def _for_neighbours(table: Table) -> int:
    found = re.search(r"ytterligare (\d+) avser kranskommuner", table.note)
    return int(found[1]) if found else 0


def write_lex_sarah(site: Site, published: Published) -> int:
    """The table counts what was completed in the quality year: each case begins and ends within it."""
    dice, table = site.dice("lex_sarah"), published.tables["lex_sarah"]
    last = add_working_days(published.last, -2)
    span = Span(published.first, add_working_days(published.last, -20))
    rows = []
    for name in table.rows:
        outcomes = dice.deal(_outcomes(table, name, dice))
        for outcome, received_at in zip(outcomes, moments(len(outcomes), span, dice), strict=True):
            unit = dice.weighted(PARTS[DEPARTMENTS[name]])
            case = lex_sarah.Case(unit, received_at, dice.weighted(LEX_SARAH_TYPES), outcome)
            rows.append(lex_sarah.history(case, last, site, dice))
    return len(lex_sarah.write(rows, site))


def _outcomes(table: Table, name: str, dice: Dice) -> Mapping[str, int]:
    """Whether it was a misconduct or a risk of one is not printed; what went to the inspectorate was serious."""
    found, serious = table.cell(name, "missforhallande_eller_risk"), table.cell(name, "anmalda_ivo")
    risks = dice.below(found - serious) if found > serious else 0
    return {
        Outcome.SERIOUS: serious,
        Outcome.RISK: risks,
        Outcome.MISCONDUCT: found - serious - risks,
        Outcome.NO_MISCONDUCT: table.cell(name, "inget_missforhallande"),
    }


def write_feedback(site: Site, published: Published) -> int:
    dice = site.dice("feedback")
    comments = [comment for name in TABLES for comment in _comments(name, site, published, dice)]
    return feedback.write([feedback.history(comment, site, dice) for comment in comments], site)


def _comments(name: str, site: Site, published: Published, dice: Dice) -> list[Comment]:
    kinds = _kinds(name, site, published, dice)
    days = moments(len(kinds), span_of(published), dice)
    places = [dice.weighted(PARTS[TABLES[name]]) for _ in kinds]
    return [
        Comment(place, day, sort, code, theme=code if code != "premises" else "other")
        for place, day, (sort, code) in zip(places, days, kinds, strict=True)
    ]


def _kinds(name: str, site: Site, published: Published, dice: Dice) -> list[tuple[Sort, str]]:
    """Sort and category of each. The department for adults prints a number in a note and no table."""
    if f"{name}_synpunkter" not in published.tables:
        return [(Sort.VIEW, dice.pick(["treatment", "content"])) for _ in range(noted_views(published))]
    found = []
    for label, count in published.tables[f"{name}_synpunkter"].column("antal").items():
        sort = SORTS.get(label, Sort.VIEW)
        coded = (site.lists[feedback.LIST].named(label).code,) if sort is Sort.VIEW else ABOUT.get(label, COMMENTED)
        found += [(sort, dice.pick(coded)) for _ in range(count)]
    return dice.shuffled(found)


def noted_views(published: Published) -> int:
    """How many comments the department for adults had, from the note to its table of deviations."""
    found = re.search(r"synpunkter: (\d+)", published.tables["vux_avvikelser"].note)
    return int(found[1]) if found else 0
