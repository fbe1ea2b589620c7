"""Alingsås's lex Sarah cases, linked to the deviations they came from, and its feedback."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from varvet.demo import feedback, lex_sarah
from varvet.demo.alingsas import deviations
from varvet.demo.alingsas.deviations import FOLLOWED_UP, LEX_SARAH
from varvet.demo.alingsas.organisation import ADDRESSED, UNITS
from varvet.demo.days import Span, at_office, later, moments
from varvet.demo.dice import Dice
from varvet.demo.feedback import Comment
from varvet.demo.published import Published, Table
from varvet.demo.site import Site
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Link, LinkKind
from varvet.registers.deviations.models import Deviation
from varvet.registers.feedback.rules import Sort
from varvet.registers.lex_sarah.rules import Outcome

TABLES = {"klagomal": Sort.COMPLAINT, "synpunkter": Sort.VIEW}
ANSWERED = {"klagomal": "Klagomål", "synpunkter": "Synpunkter"}
TYPES = {"treatment": 3.0, "handling": 4.0, "information": 2.0, "availability": 2.0, "other": 1.0}
LEX_SARAH_TYPES = {"legal": 7.0, "support": 2.0, "other": 1.0}


def write_deviations(site: Site, published: Published) -> int:
    return len(deviations.write(site, published))


def write_lex_sarah(site: Site, published: Published) -> int:
    dice, table = site.dice("lex_sarah"), published.tables["lex_sarah"]
    earlier = list(_cases_of_2023(table, dice))
    lex_sarah.write([lex_sarah.history(case, date(2023, 12, 20), site, dice) for case in earlier], site)
    became = Deviation.objects.filter(root=site.root, outcome=LEX_SARAH).select_related("unit")
    origins = sorted(became, key=lambda deviation: deviation.received_at)
    outcomes = dice.deal(_outcomes(table, "2024"))
    cases = [_case(origin, outcome, dice) for origin, outcome in zip(origins, outcomes, strict=True)]
    pairs = sorted(zip(cases, origins, strict=True), key=lambda pair: pair[0].received_at)
    rows = [lex_sarah.history(case, date(2024, 12, 20), site, dice) for case, _ in pairs]
    records = lex_sarah.write(rows, site)
    Link.objects.bulk_create(
        Link(source_id=record.pk, target_id=origin.pk, kind=LinkKind.FOLLOWS)
        for record, (_, origin) in zip(records, pairs, strict=True)
    )
    return len(earlier) + len(records)


def _cases_of_2023(table: Table, dice: Dice) -> Iterator[lex_sarah.Case]:
    outcomes = dice.deal(_outcomes(table, "2023"))
    for outcome, day in zip(
        outcomes, moments(len(outcomes), Span(date(2023, 1, 1), date(2023, 11, 1)), dice), strict=True
    ):
        yield lex_sarah.Case(dice.pick(list(UNITS.values())), day, dice.weighted(LEX_SARAH_TYPES), outcome)


def _case(origin: Deviation, outcome: str, dice: Dice) -> lex_sarah.Case:
    received = at_office(later(day_of(origin.received_at), 1, 3, dice), dice)
    return lex_sarah.Case(origin.unit.slug, received, dice.weighted(LEX_SARAH_TYPES), outcome)


def _outcomes(table: Table, year: str) -> dict[str, int]:
    """What went to the inspectorate was serious; of the rest every third is counted as a risk."""
    done, found, serious = (table.cell(year, name) for name in ("utredda", "missforhallande_eller_risk", "anmalda_ivo"))
    risks = (found - serious) // 3
    return {
        Outcome.SERIOUS: serious,
        Outcome.RISK: risks,
        Outcome.MISCONDUCT: found - serious - risks,
        Outcome.NO_MISCONDUCT: done - found,
    }


def write_feedback(site: Site, published: Published) -> int:
    dice = site.dice("feedback")
    comments = [*_earlier(2022, published, dice), *_earlier(2023, published, dice)]
    for name, sort in TABLES.items():
        comments += _of_2024(published.tables[name], sort, _answered(name, published), dice)
    before = {2022: date(2022, 12, 29), 2023: date(2023, 12, 29), 2024: FOLLOWED_UP}
    rows = [feedback.history(comment, site, dice, before=before[comment.received_at.year]) for comment in comments]
    return feedback.write(rows, site)


def _answered(name: str, published: Published) -> int:
    return published.tables["svar"].cell(ANSWERED[name], "med_svar")


def _earlier(year: int, published: Published, dice: Dice) -> list[Comment]:
    """Only the number registered in the diary is printed."""
    count = published.tables["synpunkter_ar"].cell(str(year), "antal")
    days = moments(count, Span(date(year, 1, 1), date(year, 12, 10)), dice)
    return [
        _comment(dice.pick(list(UNITS.values())), day, dice.pick([Sort.COMPLAINT, Sort.VIEW]), dice) for day in days
    ]


def _of_2024(table: Table, sort: Sort, answered: int, dice: Dice) -> list[Comment]:
    places = dice.shuffled(
        [dice.pick(ADDRESSED[name]) for name in table.rows for _ in range(table.cell(name, "antal"))]
    )
    days = moments(len(places), Span(date(2024, 1, 1), date(2024, 12, 20)), dice)
    has_answer = dice.deal({True: answered, False: len(places) - answered})
    return [
        replace(_comment(place, day, sort, dice), answered=said)
        for place, day, said in zip(places, days, has_answer, strict=True)
    ]


def _comment(unit: str, day: datetime, sort: Sort, dice: Dice) -> Comment:
    code = dice.weighted(TYPES)
    return Comment(unit, day, sort, code, theme=code, registered=True)
