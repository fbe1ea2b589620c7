"""What was paid on each day, of the lists that are kept: what a day's draw of payments is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ibis

from varvet.extracts.checks.judging import table_of
from varvet.extracts.engine import Engine
from varvet.extracts.intake import ASIDE
from varvet.extracts.log_review.sources import Days
from varvet.extracts.shelf.keeping import list_kept
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import Kept
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

TRAITS = ("sex", "unit", "group")
NO_PAYMENTS = marked("Det finns ingen lista över utbetalningar. Den som sköter driften läser in den först.")


@dataclass(frozen=True)
class Paid:
    """A case that was paid on a day. Traits are empty where the list does not say."""

    day: date
    code: str
    sex: str
    unit: str
    group: str


def lists_of_payments(shelf: Path, root: str) -> list[Kept]:
    """The newest first. RuleBroken when there is none."""
    found = list_kept(shelf, root, ExtractKind.PAYMENTS)[::-1]
    if not found:
        raise RuleBroken("extracts.no_payments", NO_PAYMENTS)
    return found


def list_paid(lists: list[Kept], days: Days, engine: Engine) -> Iterator[Paid]:
    """In order of day and code, each case once a day; of a day that several lists hold, as the newest of them says."""
    seen: set[date] = set()
    for kept in lists:
        rows = [Paid(*row) for row in engine.rows(_asked(kept, days), {"list": kept.file})]
        yield from (row for row in rows if row.day not in seen)
        seen |= {row.day for row in rows}


def _asked(kept: Kept, days: Days) -> ibis.Table:
    row = table_of(kept.manifest.fields)
    within = row.paid.between(ibis.date(days.first.isoformat()), ibis.date(days.last.isoformat()))
    paid = row.filter(row[ASIDE].isnull() & row["case"].notnull() & within)
    known = [name for name in TRAITS if name in kept.manifest.fields]
    found = paid.group_by("paid", "case").agg(**{name: paid[name].max() for name in known})
    traits = {name: found[name].fill_null("") if name in known else ibis.literal("") for name in TRAITS}
    return found.select("paid", "case", **traits).order_by("paid", "case")
