"""Göteborg Centrum's self-checks and what came of last year's improvements."""

from datetime import date, datetime, time

from varvet.demo import self_checks
from varvet.demo.goteborg.organisation import DEPARTMENTS
from varvet.demo.goteborg.records import span_of
from varvet.demo.published import CheckRow, Published
from varvet.demo.self_checks import Check
from varvet.demo.site import Site
from varvet.kernel.law.days import STOCKHOLM
from varvet.registers.improvements import actions
from varvet.registers.improvements.actions import History
from varvet.registers.improvements.rules import Status
from varvet.registers.self_checks.rules import Figures

DECIDED = date(2023, 11, 15)  # the report before was decided in the autumn
CARRIED_OUT = date(2024, 6, 14)
DONE = ("genomförd",)
NOT_BEGUN = ("inte påbörjad",)


def write_self_checks(site: Site, published: Published) -> int:
    """Rows that print only a number of errors say neither share nor sample, and make no round."""
    rows = [CheckRow(row["question"], row["unit"], row) for row in published.facts["self_checks"]]
    checks = [
        Check(
            code=site.lists[self_checks.LIST].named(row.question).code,
            unit=DEPARTMENTS[row.unit],
            span=span_of(published),
            figures=_figures(row),
        )
        for row in rows
        if "sample" in row.values or "percent" in row.values
    ]
    return self_checks.write(checks, site)


def _figures(row: CheckRow) -> Figures:
    """The document prints what is wrong as a share; the round keeps what is right."""
    if "percent" in row.values:
        return Figures(census=False, stated_permille=1000 - row.permille("percent"))
    sample = row.whole("sample")
    fulfilled = row.whole("yes") if "yes" in row.values else sample - row.whole("missing")
    return Figures(census=False, sample=sample, fulfilled=fulfilled)


def write_improvements(site: Site, published: Published) -> int:
    rows = [
        _improvement(site, row["unit"], row["what"], row["status"])
        for row in published.facts["improvements_since_last_year"]
    ]
    return len(actions.import_history(rows=rows, root=site.root, by=site.by, now=site.now))


def _improvement(site: Site, unit: str, what: str, said: str) -> History:
    status = Status.DONE if said.startswith(DONE) else Status.PLANNED if said.startswith(NOT_BEGUN) else Status.ONGOING
    return History(
        unit=site.units[DEPARTMENTS[unit]],
        what=what[0].upper() + what[1:],
        quality_areas=(),
        received_at=datetime.combine(DECIDED, time(13), STOCKHOLM),
        status=status,
        decided_on=DECIDED,
        carried_out_on=CARRIED_OUT if status is Status.DONE else None,
        effect_words=said[0].upper() + said[1:],
        synthetic=True,
    )
