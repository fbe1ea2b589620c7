"""Runs a list check over a list that was taken in: what is wrong with the data first, then the counts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import ibis

from varvet.extracts.checks.judging import LIST, judge, repeated
from varvet.extracts.checks.results import Cell, Counts, Result, curves_of, lines_of
from varvet.extracts.checks.shapes import Basis, Over, Round, State
from varvet.extracts.engine import Engine
from varvet.extracts.fields import BY_NAME
from varvet.extracts.findings import SHOWN, Fault, Finding
from varvet.extracts.intake import ROW
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word

MISSING = marked("Kontrollen behöver en kolumn med {field}.")
NOT_BOTH_WAYS = marked("Kontrollen har ingen frist, så den räknas bara på ett sätt.")
JUDGED, TWICE = "judged", "twice"


class By(StrEnum):
    """What the lines are split by, beside sex."""

    GROUP = "group"
    UNIT = "unit"


@dataclass(frozen=True)
class ReadList:
    """A list that was taken in: its file, the fields it has and what reading it found."""

    file: Path
    fields: tuple[str, ...]
    findings: Sequence[Finding] = ()


def run(used: Round, given: ReadList, engine: Engine, by: By = By.GROUP) -> Result:
    """RuleBroken when the list lacks a field that the check needs."""
    [result] = run_all([used], given, engine, by)
    return result


def run_all(rounds: Iterable[Round], given: ReadList, engine: Engine, by: By = By.GROUP) -> Iterator[Result]:
    """Several checks of one list: what they share is computed once, and a result comes as soon as it is known."""
    twice: dict[tuple[str, ...], ibis.Table] = {}
    for used in rounds:
        check_can_run(used, given.fields)
        same = used.check.same
        if same not in twice:
            twice[same] = engine.keep(f"{TWICE}_{len(twice)}", repeated(used, given.fields), {LIST: given.file})
        judged = judge(used, given.fields, twice[same]).drop("case", *(other.value for other in By if other is not by))
        kept = engine.keep(JUDGED, judged, {LIST: given.file})
        yield _result(used, kept, engine, given, by)


def _result(used: Round, kept: ibis.Table, engine: Engine, given: ReadList, by: By) -> Result:
    cells = _cells(kept, engine, by)
    counts = _counts(kept, engine)
    return Result(used, counts, _findings(kept, engine, given), lines_of(cells), curves_of(cells))


def list_cases(used: Round, given: ReadList, engine: Engine, state: State) -> list[str]:
    """Codes of the cases with an answer, in order: for those who may see which they are.

    Of checks that are about something else than cases, the codes of that.
    """
    check_can_run(used, given.fields)
    kept = engine.keep(JUDGED, judge(used, given.fields), {LIST: given.file})
    found = _counted(kept).filter(kept.state == state.value).select("case").order_by("case")
    return [case for (case,) in engine.rows(found, {})]


def check_can_run(used: Round, fields: Sequence[str]) -> None:
    for name in used.check.needs:
        if name not in fields:
            raise RuleBroken("extracts.missing_field", MISSING, values={"field": Word(BY_NAME[name].label)})
    if used.basis is Basis.CLOSED and not used.check.has_deadline:
        raise RuleBroken("extracts.no_deadline", NOT_BOTH_WAYS)


def _counted(kept: ibis.Table) -> ibis.Table:
    return kept.filter(kept.aside.isnull() & ~kept.apart & ~kept.outside)


def _cells(kept: ibis.Table, engine: Engine, by: By) -> list[Cell]:
    counted = _counted(kept)
    grouped = counted.group_by(by.value, "sex", "state", "over", "extended", "days").agg(n=counted.count())
    ordered = grouped.order_by(by.value, "sex", "state", "over", "extended", "days")
    return [
        Cell(group, sex, State(state), Over(over), extended, days, count)
        for group, sex, state, over, extended, days, count in engine.rows(ordered, {})
    ]


def _counts(kept: ibis.Table, engine: Engine) -> Counts:
    good = kept.aside.isnull()
    inside = good & ~kept.apart & ~kept.outside
    summed = kept.aggregate(
        read=kept.count(),
        counted=inside.sum(),
        apart=(good & kept.apart & ~kept.outside).sum(),
        outside=(good & kept.outside).sum(),
        aside=kept.aside.notnull().sum(),
        extended=(inside & kept.extended).sum(),
        unexplained=(inside & kept.unexplained).sum(),
    )
    [row] = engine.rows(summed, {})
    return Counts(*(int(value or 0) for value in row))


def _findings(kept: ibis.Table, engine: Engine, given: ReadList) -> tuple[Finding, ...]:
    """Those of the reading that left the row in, and for each fault that set rows aside how many and which."""
    aside = kept.filter(kept.aside.notnull())
    fault = ibis.window(group_by="aside")
    ranked = aside.mutate(rank=ibis.row_number().over(group_by="aside", order_by=ROW), whole=aside.count().over(fault))
    firsts = ranked.filter(ranked["rank"] < SHOWN).select("aside", "whole", ROW).order_by("aside", ROW)
    rows: dict[tuple[str, int], list[int]] = {}
    for aside_for, whole, row in engine.rows(firsts, {}):
        rows.setdefault((aside_for, whole), []).append(row)
    order = list(Fault)
    found = [Finding(Fault(name), "", whole, tuple(which)) for (name, whole), which in rows.items()]
    found.sort(key=lambda finding: order.index(finding.fault))
    return (*found, *(finding for finding in given.findings if not finding.sets_aside))
