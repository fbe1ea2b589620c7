"""A list check as one Ibis expression: each row of the list with its answer, and why it is not counted."""

from collections.abc import Sequence

import ibis

from varvet.extracts.checks.repeats import standing_twice, with_repeated
from varvet.extracts.checks.shapes import (
    Basis,
    Before,
    Done,
    InPeriod,
    InTime,
    NotAfter,
    NotJustBefore,
    Once,
    Over,
    Range,
    Recent,
    RightDelegate,
    Round,
    State,
    StillValid,
)
from varvet.extracts.fields import BY_NAME, Kind
from varvet.extracts.findings import Fault
from varvet.extracts.intake import ASIDE, ROW
from varvet.kernel.law.terms import Term, TermUnit

LIST = "list"  # what the list's table is called in expressions
DTYPES = {Kind.DAY: "date", Kind.MOMENT: "timestamp", Kind.MARK: "boolean", Kind.NUMBER: "int64", Kind.MONEY: "int64"}
ANSWERS = ("state", "over", "aside", "apart", "outside", "days", "extended", "unexplained")
FAR_OFF = ibis.date(2999, 12, 31)


def table_of(fields: Sequence[str]) -> ibis.Table:
    schema = {ROW: "int64", ASIDE: "string"}
    schema |= {name: DTYPES.get(BY_NAME[name].kind, "string") for name in fields}
    return ibis.table(schema, name=LIST)


def repeated(used: Round, fields: Sequence[str]) -> ibis.Table:
    """What stands in more than one row of the list, and so may be counted twice."""
    given = table_of(fields)
    same = [name for name in used.check.same if name in fields]
    return standing_twice(given, same) if len(same) == len(used.check.same) else given.select(ROW)


def judge(used: Round, fields: Sequence[str], among: ibis.Table | None = None) -> ibis.Table:
    """`fields`: those the list has; what the check can do without is empty where the list lacks it.

    `among`: what `repeated` found, where it is kept for several checks of the same list.

    `aside`: the fault for which the row is not counted. `outside`: not of the period, or not asked about. `days` from
    the deadline to the end, or to the day the list was taken out where it is open. `unexplained`: extended, no reason.
    """
    given = table_of(fields)
    whole = given.mutate(**{name: _nothing(name) for name in used.check.uses if name not in fields})
    needed = whole.select(ROW, ASIDE, *used.check.uses)
    timed = needed.mutate(**_times(used, needed))
    until = ibis.coalesce(timed.ends, timed.gone, ibis.date(used.as_of.isoformat()))
    judged = timed.mutate(
        state=_state(used, timed),
        aside=_aside(used, timed),
        days=until.delta(timed.due, unit="day"),
        over=_over(timed),
    )
    judged = _once(used, _without_duplicates(used, judged, repeated(used, fields) if among is None else among))
    judged = judged.mutate(apart=_apart(used, judged), outside=_outside(used, judged))
    return judged.select(ROW, "unit", "group", "sex", *ANSWERS, case=judged[used.check.about])


def _nothing(name: str) -> ibis.Value:
    return ibis.null(DTYPES.get(BY_NAME[name].kind, "string"))


def _times(used: Round, row: ibis.Table) -> dict[str, ibis.Value]:
    """The days a deadline is judged by; empty for checks without one."""
    rule, as_of = used.check.rule, ibis.date(used.as_of.isoformat())
    if not isinstance(rule, InTime) or used.term is None:
        nothing = ibis.null("date")
        return {
            "starts": row[used.check.began] if used.check.began else nothing,
            "due": nothing,
            "ends": nothing,
            "gone": nothing,
            "extended": ibis.literal(value=False),
            "unexplained": ibis.literal(value=False),
        }
    due = later(row[rule.start], used.term)
    given = row[rule.extension] if rule.extension else ibis.null("date")
    extended = (given > due).fill_null(False)
    reason = row[rule.extension_reason] if rule.extension_reason else ibis.null("string")
    return {
        "starts": row[rule.start],
        "due": ibis.ifelse(extended, given, due),
        "ends": ibis.ifelse(row[rule.end] <= as_of, row[rule.end], ibis.null("date")),
        "gone": ibis.ifelse(row[rule.end].isnull() & (row["left"] <= as_of), row["left"], ibis.null("date")),
        "extended": extended,
        "unexplained": extended & reason.isnull(),
    }


def later(day: ibis.Value, term: Term) -> ibis.Value:
    """The last day of the term; month ends as in `kernel.law.days.due`. Working days and hours are no list's."""
    match term.unit:
        case TermUnit.DAYS:
            moved = day + ibis.interval(days=term.value)
        case TermUnit.MONTHS:
            moved = day + ibis.interval(months=term.value)
        case TermUnit.YEARS:
            moved = day + ibis.interval(years=term.value)
        case _:
            raise ValueError(f"a list check cannot count in {term.unit}")
    return as_date(moved)


def earlier(day: ibis.Value, term: Term) -> ibis.Value:
    match term.unit:
        case TermUnit.DAYS:
            moved = day - ibis.interval(days=term.value)
        case TermUnit.MONTHS:
            moved = day - ibis.interval(months=term.value)
        case TermUnit.YEARS:
            moved = day - ibis.interval(years=term.value)
        case _:
            raise ValueError(f"a list check cannot count in {term.unit}")
    return as_date(moved)


def as_date(day: ibis.Value) -> ibis.Value:
    return day.cast("timestamp").cast("date")  # DuckDB makes a moment of a day and an interval; Ibis takes it for a day


def _state(used: Round, row: ibis.Table) -> ibis.Value:
    """Open past the deadline is missed now; only what is open and not yet due is left to be seen."""
    rule = used.check.rule
    if not isinstance(rule, InTime):
        return ibis.ifelse(_holds(used, row).fill_null(False), State.MET.value, State.MISSED.value)
    as_of = ibis.date(used.as_of.isoformat())
    return ibis.cases(
        (row.ends.notnull() & (row.ends <= row.due), State.MET.value),
        (row.ends.notnull(), State.MISSED.value),
        (row.gone.notnull() & (row.gone <= row.due), State.LEFT.value),
        (row.due < as_of, State.MISSED.value),
        else_=State.PENDING.value,
    )


def _over(row: ibis.Table) -> ibis.Value:
    return ibis.cases(
        (row.ends.notnull(), Over.ENDED.value), (row.gone.notnull(), Over.LEFT.value), else_=Over.OPEN.value
    )


def _holds(used: Round, row: ibis.Table) -> ibis.Value:
    match used.check.rule:
        case Done(marks=marks):
            return ibis.and_(*(row[mark].fill_null(False) for mark in marks))
        case Once():
            return ibis.literal(value=True)  # until `_once` has seen the other rows
        case Range(number=number, least=least, most=most):
            return row[number].between(least, most)
        case RightDelegate(decision=decision, decided_by=decided_by):
            return _may_decide(used, row[decision], row[decided_by])
        case _:
            return _holds_by_day(used, row)


def _holds_by_day(used: Round, row: ibis.Table) -> ibis.Value:
    last = ibis.date(used.last.isoformat())
    match used.check.rule:
        case Recent(day=day):
            return (row[day] <= last) & (row[day] >= earlier(last, _term(used)))
        case InPeriod(day=day):
            return row[day].between(ibis.date(used.first.isoformat()), last)
        case Before(first=first, then=then):
            return (row[first] <= row[then]) & (row[first] >= earlier(row[then], _term(used)))
        case StillValid(made=made, until=until):
            return (row[made] <= last) & (row[until].fill_null(FAR_OFF) >= last)
        case NotAfter(first=first, then=then):
            return row[first] <= row[then]
        case NotJustBefore(changed=changed, then=then):
            return row[changed].isnull() | (row[changed] > row[then]) | (row[changed] < earlier(row[then], _term(used)))
        case _:
            raise TypeError(used.check.rule)


def _may_decide(used: Round, decision: ibis.Value, role: ibis.Value) -> ibis.Value:
    allowed = [(decision == kind) & role.isin(roles) for kind, roles in used.delegation.items() if roles]
    return ibis.or_(*allowed) if allowed else ibis.literal(value=False)


def _term(used: Round) -> Term:
    if used.term is None:
        raise ValueError(f"{used.check.name} needs a term")
    return used.term


def _aside(used: Round, row: ibis.Table) -> ibis.Value:
    """Faults that reading could not see, since they lie between the fields of a row."""
    as_of = ibis.date(used.as_of.isoformat())
    rule = used.check.rule
    reasons = [(row[ASIDE].notnull(), row[ASIDE])]
    reasons += [(row[name].isnull(), Fault.CANNOT_TELL.value) for name in used.check.filled]
    if used.check.began:
        reasons += [
            (row.starts.isnull(), Fault.NO_START.value),
            (row.starts > as_of, Fault.STARTS_LATER.value),
        ]
    if isinstance(rule, InTime):
        reasons.append((row[rule.end] < row.starts, Fault.ENDS_BEFORE_START.value))
    return ibis.cases(*reasons, else_=ibis.null("string"))


def _without_duplicates(used: Round, row: ibis.Table, among: ibis.Table) -> ibis.Table:
    """The first row of a case and start is counted; among rows that are aside already, none is a duplicate."""
    same = tuple(name for name in used.check.same if name in among.columns)
    if not same:
        return row
    keyed = row.mutate(key=row.starts.fill_null(FAR_OFF))
    known = with_repeated(keyed, (*same, "key"), among)
    return known.mutate(aside=ibis.ifelse(known.repeated, Fault.DUPLICATE.value, known.aside)).drop("repeated")


def _once(used: Round, row: ibis.Table) -> ibis.Table:
    """Where it is asked whether something was done once only, what comes after the first is missed."""
    if not isinstance(used.check.rule, Once):
        return row
    fields = used.check.rule.fields
    known = with_repeated(row, fields, standing_twice(row, fields))
    return known.mutate(state=ibis.ifelse(known.repeated, State.MISSED.value, known.state))


def _apart(used: Round, row: ibis.Table) -> ibis.Value:
    if used.check.apart is None:
        return ibis.literal(value=False)
    return row[used.check.apart.field].strip().lower().isin(used.check.apart.codes).fill_null(False)


def _outside(used: Round, row: ibis.Table) -> ibis.Value:
    day = row.ends if used.basis is Basis.CLOSED and used.check.has_deadline else row.starts
    first, last = ibis.date(used.first.isoformat()), ibis.date(used.last.isoformat())
    inside = day.between(first, last).fill_null(False) if used.check.began else ibis.literal(value=True)
    if used.check.only:
        inside = inside & row[used.check.only].fill_null(False)
    return ~inside
