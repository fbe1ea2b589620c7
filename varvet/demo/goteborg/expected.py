"""Göteborg Centrum's published cells as questions to the facts."""

from collections.abc import Iterator

from varvet.demo.expected import Expected, Question
from varvet.demo.goteborg.organisation import DEPARTMENTS, LISTS
from varvet.demo.goteborg.records import BOTH, EXTERNAL, INTERNAL, NEIGHBOURS, SORTS, TABLES, noted_views, span_of
from varvet.demo.published import Published
from varvet.registers.lex_sarah.rules import MISCONDUCT_OR_RISK, Outcome

WHERE = {
    "fardigstallda": ("completed", ()),
    "missforhallande_eller_risk": ("completed", (("outcome", tuple(MISCONDUCT_OR_RISK)),)),
    "inget_missforhallande": ("completed", (("outcome", (Outcome.NO_MISCONDUCT,)),)),
    "anmalda_ivo": ("reported_to_authority", ()),
}
OWN = ("huvudman", ("",))


def list_expected(published: Published) -> list[Expected]:
    return [*_deviations(published), *_lex_sarah(published), *_feedback(published)]


def _deviations(published: Published) -> Iterator[Expected]:
    span, named = span_of(published), _codes(0)
    for name, unit in TABLES.items():
        table = published.tables[f"{name}_avvikelser"]
        for label, count in table.column("antal").items():
            codes = (INTERNAL, EXTERNAL) if label == BOTH else (named[label],)
            question = Question("deviations", "received", span, unit, (OWN, ("category", codes)))
            yield Expected(f"{table.id} {label}", count, question)
        whole = Question("deviations", "received", span, unit, (OWN,))
        yield Expected(f"{table.id} total", int(table.printed_totals["antal"]), whole)
    for unit, column, count in (("ekonomiskt-bistand", INTERNAL, 5), ("vuxna", INTERNAL, 6)):
        question = Question("deviations", "received", span, unit, (("category", (column,)),))
        yield Expected(f"{unit} {column}", count, question)
    yield Expected(NEIGHBOURS, 13, Question("deviations", "received", span, where=(("huvudman", (NEIGHBOURS,)),)))


def _codes(number: int) -> dict[str, str]:
    """Every name of a list's categories -> its code."""
    return {name: value.code for value in LISTS[number].values for name in (value.label_sv, *value.aliases)}


def _lex_sarah(published: Published) -> Iterator[Expected]:
    table = published.tables["lex_sarah"]
    for name in table.rows:
        for column, (happening, where) in WHERE.items():
            question = Question("lex_sarah", happening, span_of(published), DEPARTMENTS[name], where)
            yield Expected(f"lex_sarah {name} {column}", table.cell(name, column), question)


def _feedback(published: Published) -> Iterator[Expected]:
    span, named = span_of(published), _codes(2)
    for name, unit in TABLES.items():
        if f"{name}_synpunkter" not in published.tables:
            yield Expected(f"{name} views", noted_views(published), Question("feedback", "received", span, unit))
            continue
        for label, count in published.tables[f"{name}_synpunkter"].column("antal").items():
            where = (("kind", (SORTS[label],)),) if label in SORTS else (("category", (named[label],)),)
            yield Expected(f"{name} {label}", count, Question("feedback", "received", span, unit, where))
