"""Who looked at Göteborg Centrum's work, as the report of 2024 prints it: out of records, in the report's own words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from varvet.demo.goteborg.organisation import DEPARTMENTS
from varvet.demo.inspections import Looked, begun, ended
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import ListPlan, Site
from varvet.kernel.law.days import STOCKHOLM
from varvet.kernel.organisation.categories import CategoryValue
from varvet.registers.inspections.models import BODIES
from varvet.registers.inspections.rules import Finding, Period, Sort

COORDINATOR = "Ivar Strand"
LIST = ListPlan(
    BODIES,
    "Vilka som granskar utifrån",
    (
        CategoryValue("ivo", "Inspektionen för vård och omsorg"),
        CategoryValue("audit", "Stadsrevisionen"),
        CategoryValue("board", "Socialnämnderna"),
        CategoryValue("welfare-agency", "Socialstyrelsen"),
        CategoryValue("other", "Annan extern granskare"),
    ),
)
BY = {value.label_sv: value.code for value in LIST.values}
KINDS = {"rekommendation": Finding.RECOMMENDATION, "utan anmärkning": Finding.NOTHING}
# What each department holds most important, point by point: chapters 2.1.1.4 and 4.1.1.4 of the report.
IMPORTANT = {
    "barn-och-unga": (
        "Avdelningen har metoder för arbetet med barn och ungdomar som riskerar att radikaliseras",
        "Samverkansstrukturer finns på avdelningen",
    ),
    "vuxna": (
        "En utbildningsplan tas fram utifrån behov för område, uppdrag och profession",
        "Mottaget har ett etablerat arbetssätt för ärenden som rör våldsbejakande extremism",
    ),
}
HANDLED = "Tas om hand i förvaltningens anvisning från juni 2024"
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))


def write(site: Site, published: Published) -> int:
    for entry in published.facts["inspections"]:
        _tell(site, entry)
    return ended(site)


def _tell(site: Site, entry: Mapping[str, Any]) -> None:
    """The days lie within the quality year: the report gives only the year."""
    units = [DEPARTMENTS[name] for name in entry["units"]]
    kind, subject = KINDS[entry["kind"]], _sentence(entry["subject"])
    period = YEAR if "year" in entry else Period()
    looked = Looked(Sort.EXTERNAL, BY[entry["by"]], subject, units[0], tuple(units[1:]), period=period)
    told = begun(site, looked, "", by=people_of(site)[COORDINATOR], times=(_then(2023, 10, 16), None))
    points = [(kind, _sentence(line)) for line in entry["findings"]] or [(kind, "")]
    told.decide(_then(2024, 2, 20), points)
    for number in range(1, len(entry["findings"]) + 1):
        for unit in units:
            important = IMPORTANT[unit][number - 1] if unit in IMPORTANT else ""
            told.settle(_then(2024, 6, 11), number, important, HANDLED, unit)
    told.close(_then(2024, 6, 18), "")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _then(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 10, 12, tzinfo=STOCKHOLM)
