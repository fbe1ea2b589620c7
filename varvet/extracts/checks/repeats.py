"""Rows that say the same thing again: found among the few that stand more than once, never by sorting them all."""

from collections.abc import Sequence

import ibis

from varvet.extracts.intake import ROW


def standing_twice(rows: ibis.Table, fields: Sequence[str]) -> ibis.Table:
    """The values that more than one row has; a row with an empty one of them has none."""
    whole = rows.filter(ibis.and_(*(rows[name].notnull() for name in fields)))
    counted = whole.group_by(*fields).agg(alike=whole.count())
    return counted.filter(counted.alike > 1).select(*fields)


def with_repeated(rows: ibis.Table, fields: Sequence[str], among: ibis.Table) -> ibis.Table:
    """`repeated`: not the first of the rows without a fault that say the same in the fields.

    `among`: values that may stand more than once, so that only their rows are compared.
    """
    good = rows.filter(rows.aside.isnull())
    shared = [name for name in among.columns if name in fields]
    some = good.semi_join(among, shared)
    firsts = some.group_by(**{f"first_{name}": some[name] for name in fields}).agg(
        first_row=some[ROW].min(), alike=some.count()
    )
    alike = firsts.filter(firsts.alike > 1)
    known = rows.left_join(alike, [rows[name] == alike[f"first_{name}"] for name in fields])
    repeated = known.aside.isnull() & (known[ROW] > known.first_row).fill_null(False)
    return known.mutate(repeated=repeated).select(*rows.columns, "repeated")
