"""Every printed table of Bromma 2023 equals the facts of the records made from it."""

import re
import tomllib
from datetime import date

from varvet.demo.tests.checks import Checks
from varvet.demo.tests.counting import Span, below, codes, grouped, printed, table, total, year
from varvet.demo.words_of_report import TEXTS
from varvet.insight.annual_report.compute import compute
from varvet.insight.annual_report.models import PrintedFigure, PrintedRemark, WrittenText
from varvet.kernel.organisation.models import SeriesBreak, Unit, UnitPeriod
from varvet.kernel.organisation.settings_of_root import last_day_of_month
from varvet.kernel.records.models import Link, Referral
from varvet.registers.deviations.models import Deviation

ROOT, FILE = "bromma", "bromma-2023"
YEARS = (2020, 2021, 2022, 2023)
SUMS = ("denominator", "numerator")
AREAS = ["disability", "children", "substance", "psychiatry", "income"]
checks = Checks()


@checks.each(YEARS)
def deviations_per_unit(number: int) -> None:
    place = str(number)
    source = table(FILE, "t8")
    column = source["columns"].index(place)
    for name, cells in source["rows"].items():
        counted = total(ROOT, "deviations.received", year(number), unit_id__in=below(ROOT, name), outcome="")
        assert counted == cells[column], name


@checks.each(YEARS)
def shares_of_quality_areas_round_to_the_printed_percent(number: int) -> None:
    source = table(FILE, "t9")
    column = source["columns"].index(str(number))
    counted = grouped(ROOT, "deviations.received", year(number), "quality_area", outcome="")
    whole = sum(counted.values())
    for area, cells in source["rows"].items():
        assert round(100 * counted.get(area, 0) / whole) == cells[column], area


@checks
def lack_of_access_in_the_unit_for_personal_support() -> None:
    units = below(ROOT, "Enheten för personligt stöd")
    assert total(ROOT, "deviations.received", year(2023), unit_id__in=units, quality_area="C") == 104


@checks.each(YEARS)
def lex_sarah_reports_and_investigations(number: int) -> None:
    """What private providers told of is a register of its own, and all of it is private."""
    own = ["lex_sarah.received", "lex_sarah.opened"]
    private = ["provider_reports.received", "provider_reports.investigation_received"]
    assert [total(ROOT, code, year(number)) for code in (*own, *private)] == table(FILE, "t6")["rows"][str(number)]
    assert set(grouped(ROOT, own[0], year(number), "provider")) == {"own"}
    assert set(grouped(ROOT, private[0], year(number), "provider")) <= {"private"}


@checks.each([("t7", 2023), ("t7_2022", 2022)])
def lex_sarah_events_by_type_and_area(name: str, number: int) -> None:
    named = codes(ROOT, "lex_sarah_type")
    for label, cells in table(FILE, name)["rows"].items():
        own = grouped(ROOT, "lex_sarah.received", year(number), "area", category=named[label])
        private = grouped(ROOT, "provider_reports.received", year(number), "area", category=named[label])
        assert [own.get(area, 0) + private.get(area, 0) for area in AREAS] == cells, label


@checks
def lex_sarah_outcomes() -> None:
    source = printed(FILE)["lex_sarah_outcomes_2023"]
    decided = grouped(ROOT, "lex_sarah.decided", year(2023), "outcome")
    assert decided == {
        "risk": source["palpable_risk"],
        "misconduct": source["misconduct"],
        "serious": source["serious_reported_to_ivo"],
        "no_misconduct": 5,
    }
    assert sum(decided.values()) == source["investigations_opened"]
    assert total(ROOT, "lex_sarah.reported_to_authority", year(2023)) == source["serious_reported_to_ivo"]
    types = grouped(ROOT, "lex_sarah.decided", year(2023), "category", outcome__in=["misconduct"])
    assert types == {"legal": 7, "treatment": 1}
    serious = grouped(ROOT, "lex_sarah.reported_to_authority", year(2023), "category")
    assert serious == {"financial": 1, "legal": 1}


@checks
def lex_sarah_by_reporting_unit() -> None:
    for name, count in printed(FILE)["lex_sarah_outcomes_2023"]["by_reporting_unit"].items():
        assert total(ROOT, "lex_sarah.received", year(2023), unit_id__in=below(ROOT, name)) == count, name


@checks.each([("t10", "complaint"), ("t11", "praise")], YEARS)
def feedback_by_type(name: str, kind: str, number: int) -> None:
    source = table(FILE, name)
    column, named = source["columns"].index(str(number)), codes(ROOT, "feedback_type")
    counted = grouped(ROOT, "feedback.received", year(number), "category", kind=kind)
    wanted = {named[label]: cells[column] for label, cells in source["rows"].items() if cells[column]}
    assert counted == wanted


def _month(name: str) -> Span:
    first = date.fromisoformat(f"{name}-01")
    return first, last_day_of_month(first.year, first.month)


@checks
def a_third_of_the_complaints_concern_the_units_that_decide() -> None:
    deciding = UnitPeriod.objects.filter(unit__root__slug=ROOT, kind="authority").values_list("unit_id", flat=True)
    found = total(ROOT, "feedback.received", year(2023), kind="complaint", unit_id__in=list(deciding))
    assert found == 138 // 3


@checks
def preliminary_assessments_per_month() -> None:
    for name, (reviewed, late, _) in table(FILE, "t2")["rows"].items():
        found = [total(ROOT, "self_checks.performed", _month(name), sums, category="a-2-3") for sums in SUMS]
        assert found == [reviewed, reviewed - late], name


@checks
def investigations_per_quarter() -> None:
    units = below(ROOT, "Enheten för barn och unga")
    for name, (closed, late, _) in table(FILE, "t_utredningstid")["rows"].items():
        first, last = map(date.fromisoformat, name.split("/"))
        where = {"category": "a-2-1", "unit_id__in": units}
        found = [total(ROOT, "self_checks.performed", (first, last), sums, **where) for sums in SUMS]
        assert found == [closed, closed - late], name


@checks
def preliminary_assessments_of_violence() -> None:
    where = {"category": "a-2-1", "unit_id__in": below(ROOT, "Relationsvåldsteamet")}
    found = [total(ROOT, "self_checks.performed", year(2023), sums, **where) for sums in SUMS]
    assert found == table(FILE, "t_relationsvald")["rows"]["2023"][:2]


@checks
def cooperation_by_group() -> None:
    reviewed, met = (
        grouped(ROOT, "self_checks.performed_group", year(2023), "direction", sums, category="h-4-1") for sums in SUMS
    )
    source = table(FILE, "t5")["rows"]
    assert {name: [reviewed[name], met[name]] for name in source} == {name: c[:2] for name, c in source.items()}


@checks.each(
    [
        ("a-1-4", "Enheten för barn och unga", 16, 16),
        ("a-2-2", "Enheten för vuxna", 47, 45),
        ("a-3-1", "Enheten för vuxna", 76, 51),
        ("e-1-1", "Enheten för vuxna", 12, 11),
        ("e-1-5", "Enheten för arbete och försörjning", 275, 199),
        ("e-4-1", "Enheten för barn och unga", 40, 31),
        ("e-4-2", "Enheten för barn och unga", 15, 14),
        ("h-2-1", "Avdelning socialtjänst och fritid", 5, 5),
        ("h-3-1", "Enheten för arbete och försörjning", 7, 7),
        ("h-4-2", "Servicebostad", 20, 6),
        ("h-4-2", "Gruppbostad", 31, 12),
    ],
)
def self_checks_that_print_counts(code: str, unit: str, sample: int, yes: int) -> None:
    where = {"category": code, "unit_id__in": below(ROOT, unit)}
    found = [total(ROOT, "self_checks.performed", year(2023), sums, **where) for sums in SUMS]
    assert found == [sample, yes]


@checks.each(
    [("Daglig verksamhet", 920, 800), ("Gruppbostad", 840, 860), ("Servicebostad", 710, 1000)],
)
def self_checks_that_print_shares_only(unit: str, permille: int, before: int) -> None:
    where = {"category": "e-2-1", "unit_id__in": below(ROOT, unit)}
    found = [total(ROOT, "self_checks.share_stated", year(number), "numerator", **where) for number in (2023, 2022)]
    assert found == [permille, before]
    assert total(ROOT, "self_checks.performed", year(2023), "denominator", **where) == 0


@checks
def the_check_that_was_not_done_is_there() -> None:
    assert grouped(ROOT, "self_checks.not_done", year(2023), "category") == {"a-4-1": 1}


@checks
def the_change_of_counting_is_marked() -> None:
    found = SeriesBreak.objects.get(unit__root__slug=ROOT)
    assert (found.unit.name, found.day) == ("Enheten för personligt stöd", date(2023, 1, 1))
    assert found.measure == "deviations.received_other"


@checks
def nine_improvements_of_which_four_are_done() -> None:
    assert total(ROOT, "improvements.decided", year(2023)) == 9
    assert total(ROOT, "improvements.performed", year(2023)) == 4
    judged = grouped(ROOT, "improvements.effect_judged", year(2023), "outcome")
    assert judged == {"effect": 3, "no_effect": 1}


@checks
def the_words_of_the_report_name_figures_and_places_that_exist() -> None:
    report = compute(Unit.objects.get(slug=ROOT, root__slug=ROOT), 2023, "bromma")
    said = repr(report)
    places = set(WrittenText.objects.filter(root__slug=ROOT).values_list("place", flat=True))
    assert places == set(tomllib.loads((TEXTS / f"{FILE}.toml").read_text(encoding="utf-8")))
    assert "Skriv " not in " ".join(block for block in re.findall(r"text='([^']*)'", said))


@checks
def what_was_printed_is_kept_as_it_was_printed() -> None:
    kept = PrintedFigure.objects.filter(root__slug=ROOT, table="t8")
    assert dict(kept.filter(row="").values_list("column", "number")) == table(FILE, "t8")["printed_totals"]
    assert kept.exclude(row="").count() == 20
    assert PrintedRemark.objects.filter(root__slug=ROOT).count() == 7


def test_every_printed_table_of_bromma(in_towns: None) -> None:
    checks.run()


@checks
def the_last_weeks_show_cases_as_far_as_they_have_come() -> None:
    told = Deviation.objects.filter(root__slug=ROOT, unit__slug="mottagningsgruppen", channel="web")
    assert set(told.values_list("status", flat=True)) == {
        "received",
        "assessed",
        "investigating",
        "acting",
        "following_up",
        "closed",
        "not_deviation",
        "duplicate",
    }


@checks
def a_question_waits_for_those_who_investigate_lex_sarah() -> None:
    asked = Referral.objects.get(origin__root__slug=ROOT, state="open")
    assert (asked.to_kind, asked.origin.kind) == ("lex_sarah", "deviations")


@checks
def a_measure_answers_a_cause() -> None:
    answered = Link.objects.filter(source__kind="improvements", target__kind="deviations", part__startswith="cause-")
    assert answered.filter(target__root__slug=ROOT).count() == 3
