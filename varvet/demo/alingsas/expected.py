"""Alingsås's published cells as questions to the facts."""

from collections.abc import Iterator
from datetime import date

from varvet.demo.alingsas.deviations import (
    ACTING,
    BECAME_LEX_SARAH,
    DIRECTIONS,
    ENDED,
    EXAMINATION,
    FOLLOWED_UP,
    LEX_SARAH,
    PLAN,
)
from varvet.demo.alingsas.organisation import ADDRESSED, HOUSING, LISTS, ROOT, UNITS
from varvet.demo.alingsas.privacy_incidents import CHILDREN, OF_CHILDREN, ONE_EACH, TABLE
from varvet.demo.alingsas.records import ANSWERED, TABLES
from varvet.demo.days import Span
from varvet.demo.expected import Expected, Question
from varvet.demo.published import Published
from varvet.registers.deviations.rules import KINDS, Nature
from varvet.registers.lex_sarah.rules import MISCONDUCT_OR_RISK

YEAR = Span.year(2024)
UNTIL_FOLLOWED_UP = Span(YEAR.first, FOLLOWED_UP)
OWN = ("kind", (Nature.DEVIATION,))
# Those that stand on the unit itself, not on a unit below it.
THEMSELVES = frozenset({"avdelning-stod-och-arbete", ROOT})


def list_expected(published: Published) -> list[Expected]:
    return [
        *_deviations(published),
        *_states(published),
        *_of_other_kinds(published),
        *_lex_sarah(published),
        *_feedback(published),
        *_privacy_incidents(published),
    ]


def _deviations(published: Published) -> Iterator[Expected]:
    tables = published.tables
    for name, count in tables["avvikelser"].column("antal").items():
        yield Expected(f"avvikelser {name}", count, _received(UNITS[name]))
    for year, count in tables["avvikelser_ar"].column("antal").items():
        question = Question("deviations", "received", Span.year(int(year)), where=(OWN,))
        yield Expected(f"avvikelser_ar {year}", count, question)
    codes = {value.label_sv: value.code for value in LISTS[0].values}
    for name, count in tables["avvikelser_typ"].column("antal").items():
        question = Question("deviations", "mention", YEAR, where=(OWN, ("category", (codes[name],))))
        yield Expected(f"avvikelser_typ {name}", count, question)
    became = Question("deviations", "received", YEAR, where=(OWN, ("outcome", (LEX_SARAH,))))
    yield Expected("avvikelser, note", BECAME_LEX_SARAH, became)


def _received(unit: str) -> Question:
    return Question("deviations", "received", YEAR, unit, (OWN,), exact=unit in THEMSELVES)


def _states(published: Published) -> Iterator[Expected]:
    """All of the year before were closed in their year, so what was closed until the follow-up is of 2024."""
    states = published.tables["avvikelser_status"].column("antal")
    closed = Question("deviations", "closed", UNTIL_FOLLOWED_UP, where=(OWN,))
    completed = Question("deviations", "completed", UNTIL_FOLLOWED_UP, where=(OWN,))
    yield Expected("avvikelser_status closed", states[ENDED], closed)
    yield Expected("avvikelser_status completed", states[ENDED] + states[ACTING], completed)


def _of_other_kinds(published: Published) -> Iterator[Expected]:
    """The tables, and what the text says of the five in collaboration."""
    [kinds] = [plan for plan in LISTS if plan.key == KINDS]
    codes = {value.label_sv: value.code for value in kinds.values}
    for name, count in published.tables["hsl"].column("antal").items():
        of_kind = (("category", (codes[name],)),)
        yield Expected(f"hsl {name}", count, Question("deviations", "health_care", YEAR, HOUSING, of_kind))
    for name, count in published.tables["samverkan"].column("antal").items():
        towards = (("direction", (DIRECTIONS[name],)),)
        yield Expected(f"samverkan {name}", count, Question("deviations", "collaboration", YEAR, where=towards))
    for codes_of, count in (tuple(PLAN), sum(PLAN.values())), ((EXAMINATION,), 1):
        about = (("category", codes_of),)
        question = Question("deviations", "collaboration", YEAR, where=about)
        yield Expected(f"samverkan, note {codes_of[0]}", count, question)


def _lex_sarah(published: Published) -> Iterator[Expected]:
    table = published.tables["lex_sarah"]
    for year in table.rows:
        span, found = Span.year(int(year)), (("outcome", tuple(MISCONDUCT_OR_RISK)),)
        yield Expected(f"lex_sarah {year}", table.cell(year, "utredda"), Question("lex_sarah", "completed", span))
        misconduct = Question("lex_sarah", "completed", span, where=found)
        yield Expected(f"lex_sarah found {year}", table.cell(year, "missforhallande_eller_risk"), misconduct)
        reported = Question("lex_sarah", "reported_to_authority", span)
        yield Expected(f"lex_sarah reported {year}", table.cell(year, "anmalda_ivo"), reported)


def _feedback(published: Published) -> Iterator[Expected]:
    tables = published.tables
    for year, count in tables["synpunkter_ar"].column("antal").items():
        question = Question("feedback", "registered", Span(date(int(year), 1, 1), date(int(year), 12, 31)))
        yield Expected(f"synpunkter_ar {year}", count, question)
    for name, sort in TABLES.items():
        kind = ("kind", (sort,))
        for row, count in tables[name].column("antal").items():
            questions = [
                Question("feedback", "received", YEAR, unit, (kind,), exact=unit in THEMSELVES)
                for unit in ADDRESSED[row]
            ]
            yield Expected(f"{name} {row}", count, *questions)
        answered = Question("feedback", "answer_registered", UNTIL_FOLLOWED_UP, where=(kind,))
        yield Expected(f"svar {name}", tables["svar"].cell(ANSWERED[name], "med_svar"), answered)


def _privacy_incidents(published: Published) -> Iterator[Expected]:
    """The note: where those of 2024 happened, and that none of them was reported."""
    for year, count in published.tables[TABLE].column("antal").items():
        question = Question("privacy_incidents", "received", Span.year(int(year)))
        yield Expected(f"{TABLE} {year}", count, question)
    of_children = [Question("privacy_incidents", "received", YEAR, unit) for unit in CHILDREN]
    yield Expected(f"{TABLE}, note children", OF_CHILDREN, *of_children)
    for unit in ONE_EACH:
        yield Expected(f"{TABLE}, note {unit}", 1, Question("privacy_incidents", "received", YEAR, unit))
    yield Expected(f"{TABLE}, note reported", 0, Question("privacy_incidents", "reported_to_authority", YEAR))
